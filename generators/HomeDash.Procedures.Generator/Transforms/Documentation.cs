using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>
/// What a symbol says of itself, as plain text: <c>[Description]</c> first, because the compiler has no documentation
/// comments of referenced assemblies, then the comment.
/// </summary>
internal sealed class Documentation
{
    /// <summary>
    /// Comments that have been read, by where they stand: an edit leaves the syntax of all other files as it is. What a
    /// reference in a comment means does not matter, because only its last name is taken.
    /// </summary>
    private static readonly ConditionalWeakTable<SyntaxNode, StrongBox<XElement?>> Read = new();

    private readonly XElement? comment;
    private readonly string? described;

    private Documentation(XElement? comment, string? described) => (this.comment, this.described) = (comment, described);

    /// <summary>The summary; null when there is none.</summary>
    public string? Summary => described ?? Text(comment?.Element("summary"));

    public static Documentation Of(ISymbol symbol, CancellationToken cancellationToken) =>
        new(CommentOf(symbol, cancellationToken), Described(symbol));

    /// <summary>The text of <c>[Description]</c>; null when there is none.</summary>
    public static string? Described(ISymbol symbol) =>
        symbol.Attribute(KnownNames.Description)?.Positional<string>(0) is { } text && Normal(text) is { Length: > 0 } normal ? normal : null;

    /// <summary>What it says of a parameter; null when it says nothing.</summary>
    public string? Parameter(string name) => Text(comment?.Elements("param").FirstOrDefault(element => (string?)element.Attribute("name") == name));

    private static XElement? CommentOf(ISymbol symbol, CancellationToken cancellationToken)
    {
        if (symbol.DeclaringSyntaxReferences.Length != 1)
        {
            return Parse(symbol.GetDocumentationCommentXml(cancellationToken: cancellationToken));
        }

        var syntax = symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        if (!Read.TryGetValue(syntax, out var comment))
        {
            comment = Read.GetValue(syntax, node => new(Parse(CommentText.Of(node) ?? symbol.GetDocumentationCommentXml(cancellationToken: cancellationToken))));
        }

        return comment.Value;
    }

    private static XElement? Parse(string? xml)
    {
        try
        {
            return string.IsNullOrWhiteSpace(xml) ? null : XElement.Parse(xml);
        }
        catch (XmlException)
        {
            // The compiler hands on a malformed comment as it is, and warns of it.
            return null;
        }
    }

    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var text = new StringBuilder();
        Append(element, text);
        return Normal(text.ToString()) is { Length: > 0 } normal ? normal : null;
    }

    private static void Append(XElement element, StringBuilder text)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText words:
                    text.Append(words.Value);
                    break;
                case XElement { IsEmpty: false } inner:
                    Append(inner, text);
                    text.Append(inner.Name.LocalName is "para" or "item" ? " " : "");
                    break;
                case XElement reference:
                    text.Append(Reference(reference));
                    break;
            }
        }
    }

    private static string Reference(XElement element) =>
        (string?)element.Attribute("cref") is { } cref ? ShortName(cref)
        : (string?)element.Attribute("name") ?? (string?)element.Attribute("langword") ?? (string?)element.Attribute("href") ?? " ";

    /// <summary>The last name in a reference such as <c>Page{T}.Items</c> or <c>M:HomeDash.DockerRouter.List(System.Int32)</c>.</summary>
    private static string ShortName(string cref)
    {
        var name = Regex.Replace(cref, @"\(.*$|`+\d+|\{.*\}", "");
        return name.Substring(name.LastIndexOfAny(['.', ':']) + 1);
    }

    /// <summary>The text with every run of white space as one space.</summary>
    private static string Normal(string text)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter))
            {
                normal.Append(letter);
            }
            else if (normal.Length > 0 && normal[normal.Length - 1] != ' ')
            {
                normal.Append(' ');
            }
        }

        return normal.ToString().TrimEnd();
    }
}
