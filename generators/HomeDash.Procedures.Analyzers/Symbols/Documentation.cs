using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HomeDash.Procedures.Analyzers;

/// <summary>Whether people wrote down what a symbol means, where the generator reads it: <c>[Description]</c> or the documentation comment.</summary>
internal static class Documentation
{
    /// <summary>A class, method, field: <c>[Description]</c> or <c>&lt;summary&gt;</c>.</summary>
    public static bool HasSummary(ISymbol symbol, KnownSymbols known, CancellationToken cancellationToken) =>
        HasDescription(symbol, known) || Says(Comment(symbol, cancellationToken)?.Element("summary"));

    /// <summary>A parameter of a method: <c>[Description]</c> or the method's <c>&lt;param&gt;</c>.</summary>
    public static bool Describes(IParameterSymbol parameter, KnownSymbols known, CancellationToken cancellationToken) =>
        HasDescription(parameter, known) || SaysOfParameter(parameter.ContainingSymbol, parameter.Name, cancellationToken);

    /// <summary>A property of a record: its own comment, or what the record says of the parameter that it comes from.</summary>
    public static bool Describes(IPropertySymbol property, KnownSymbols known, CancellationToken cancellationToken) =>
        HasSummary(property, known, cancellationToken)
        || (IsPositional(property, cancellationToken)
            && (SaysOfParameter(property.ContainingType, property.Name, cancellationToken)
                || property.ContainingType.InstanceConstructors
                    .SelectMany(constructor => constructor.Parameters)
                    .Any(parameter => parameter.Name == property.Name && HasDescription(parameter, known))));

    /// <summary>What a class, method or field says of itself; null when it says nothing.</summary>
    public static string? TextOf(ISymbol symbol, KnownSymbols known, CancellationToken cancellationToken) =>
        symbol.Attribute(known.Description)?.FirstText() ?? Comment(symbol, cancellationToken)?.Element("summary")?.Words();

    /// <summary>What is said of a parameter; null when nothing is.</summary>
    public static string? TextOf(IParameterSymbol parameter, KnownSymbols known, CancellationToken cancellationToken) =>
        parameter.Attribute(known.Description)?.FirstText() ?? TextOfParameter(parameter.ContainingSymbol, parameter.Name, cancellationToken);

    /// <summary>What is said of a property of a record; null when nothing is.</summary>
    public static string? TextOf(IPropertySymbol property, KnownSymbols known, CancellationToken cancellationToken) =>
        property.AnnotatedSymbols().Select(symbol => symbol.Attribute(known.Description)?.FirstText()).FirstOrDefault(text => text is not null)
        ?? (IsPositional(property, cancellationToken) ? TextOfParameter(property.ContainingType, property.Name, cancellationToken) : null)
        ?? Comment(property, cancellationToken)?.Element("summary")?.Words();

    /// <summary>Whether a property is declared by a parameter of its record.</summary>
    public static bool IsPositional(IPropertySymbol property, CancellationToken cancellationToken) =>
        property.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken) is ParameterSyntax);

    /// <summary>
    /// What to do about a missing description: a compiler that was not asked for a documentation file does not read
    /// comments at all, and then no comment helps.
    /// </summary>
    public static string Remedy(ISymbol symbol, string remedy) =>
        symbol.At().SourceTree?.Options.DocumentationMode == DocumentationMode.None
            ? "the compiler does not read documentation comments here, set GenerateDocumentationFile to true in the project"
            : remedy;

    private static bool HasDescription(ISymbol symbol, KnownSymbols known) =>
        !string.IsNullOrWhiteSpace(symbol.Attribute(known.Description)?.FirstText());

    private static bool SaysOfParameter(ISymbol owner, string parameter, CancellationToken cancellationToken) =>
        Comment(owner, cancellationToken)?.Elements("param").Any(element => element.Attribute("name")?.Value == parameter && Says(element)) == true;

    private static string? TextOfParameter(ISymbol owner, string parameter, CancellationToken cancellationToken) =>
        Comment(owner, cancellationToken)?.Elements("param").FirstOrDefault(element => element.Attribute("name")?.Value == parameter)?.Words();

    /// <summary>The text of a comment, with what its empty elements name in their place.</summary>
    private static string Words(this XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { IsEmpty: true } reference => reference.Attributes().FirstOrDefault()?.Value ?? "",
        XElement inner => inner.Words(),
        _ => "",
    }));

    private static bool Says(XElement? element) =>
        element is not null && (!string.IsNullOrWhiteSpace(element.Value) || element.Descendants().Any(inner => inner.HasAttributes && inner.Name != "inheritdoc"));

    private static XElement? Comment(ISymbol symbol, CancellationToken cancellationToken)
    {
        var xml = symbol.GetDocumentationCommentXml(cancellationToken: cancellationToken);
        if (string.IsNullOrWhiteSpace(xml))
        {
            return null;
        }

        try
        {
            return XElement.Parse(xml);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
