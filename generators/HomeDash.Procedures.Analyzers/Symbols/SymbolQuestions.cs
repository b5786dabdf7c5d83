using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HomeDash.Procedures.Analyzers;

/// <summary>Small questions to a symbol that several rules ask.</summary>
internal static class SymbolQuestions
{
    public static bool Is(this ISymbol symbol, ISymbol? other) => SymbolEqualityComparer.Default.Equals(symbol, other);

    /// <summary>The attribute of exactly this class.</summary>
    public static AttributeData? Attribute(this ISymbol symbol, INamedTypeSymbol? attributeClass) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Is(attributeClass) == true);

    /// <summary>The text given as the first argument, null when it is no text.</summary>
    public static string? FirstText(this AttributeData attribute) => attribute.ConstructorArguments.FirstOrDefault().Value as string;

    /// <summary>The value of a named argument, null when the attribute does not set it.</summary>
    public static object? Named(this AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;

    /// <summary>Where the attribute is written.</summary>
    public static Location? Location(this AttributeData attribute, CancellationToken cancellationToken) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation();

    /// <summary>Where the value of a named argument, or the first argument, is written.</summary>
    public static Location? ArgumentLocation(this AttributeData attribute, string? name, CancellationToken cancellationToken) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax { ArgumentList.Arguments: var arguments }
            ? arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression.GetLocation()
            : null;

    /// <summary>Whether code elsewhere in the assembly can name the symbol.</summary>
    public static bool IsReachable(this ISymbol symbol)
    {
        for (var outer = symbol; outer is IMethodSymbol or INamedTypeSymbol; outer = outer.ContainingSymbol)
        {
            if (outer.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal)
                || outer is INamedTypeSymbol { IsFileLocal: true })
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Where annotations of a property may stand: on itself, and on the parameter of its record that it comes from.</summary>
    public static IEnumerable<ISymbol> AnnotatedSymbols(this IPropertySymbol property) => property.ContainingType.InstanceConstructors
        .SelectMany(constructor => constructor.Parameters)
        .Where(parameter => parameter.Name == property.Name)
        .Cast<ISymbol>().Prepend(property);

    /// <summary>Where the symbol is declared first.</summary>
    public static Location At(this ISymbol symbol) => symbol.Locations.FirstOrDefault() ?? Microsoft.CodeAnalysis.Location.None;

    /// <summary>The symbol as messages name it: without namespaces.</summary>
    public static string Display(this ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
