using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>Short ways to ask symbols what the transforms want to know.</summary>
internal static class SymbolReading
{
    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Names are asked for again and again, and symbols of references outlive many edits.</summary>
    private static readonly ConditionalWeakTable<ISymbol, string> Names = new();

    private static readonly ConditionalWeakTable<ISymbol, string> FullNames = new();

    /// <summary>How code names a type, without the outermost <c>?</c>.</summary>
    public static string CSharp(this ITypeSymbol type) => type is INamedTypeSymbol { IsGenericType: false, IsTupleType: false }
        ? FullNames.GetValue(type.OriginalDefinition, static symbol => symbol.ToDisplayString(Full))
        : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(Full);

    /// <summary>Namespace and name of a type's definition, for example <c>System.Collections.Generic.List&lt;T&gt;</c>.</summary>
    public static string DefinitionName(this ITypeSymbol type) => Names.GetValue(type.OriginalDefinition, static symbol => symbol.ToDisplayString());

    public static AttributeData? Attribute(this ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.DefinitionName() == name);

    /// <summary>The attribute when this part of the declaration has it: one of several parts has to speak for all.</summary>
    public static AttributeData? AttributeOn(this ISymbol symbol, SyntaxNode part, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.DefinitionName() == name && attribute.IsOn(part));

    public static bool IsOn(this AttributeData attribute, SyntaxNode part) =>
        attribute.ApplicationSyntaxReference is { } place && place.SyntaxTree == part.SyntaxTree && part.Span.Contains(place.Span);

    /// <summary>A named argument of an attribute; the default when it is not given.</summary>
    public static T? Named<T>(this AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { Kind: TypedConstantKind.Primitive, Value: T value } ? value : default;

    /// <summary>A constructor argument of an attribute; the default when it is not given.</summary>
    public static T? Positional<T>(this AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length
        && attribute.ConstructorArguments[index] is { Kind: not TypedConstantKind.Array, Value: T value } ? value : default;

    /// <summary>Whether code anywhere in the assembly can name the type.</summary>
    public static bool IsReachable(this ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.IsReachable(),
        INamedTypeSymbol named => named.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
            && (named.ContainingType?.IsReachable() ?? true) && named.TypeArguments.All(IsReachable),
        _ => false,
    };

    /// <summary>Whether code outside the assembly can name the type.</summary>
    public static bool IsPublic(this ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.IsPublic(),
        INamedTypeSymbol named => named.DeclaredAccessibility == Accessibility.Public
            && (named.ContainingType?.IsPublic() ?? true) && named.TypeArguments.All(IsPublic),
        _ => true,
    };
}
