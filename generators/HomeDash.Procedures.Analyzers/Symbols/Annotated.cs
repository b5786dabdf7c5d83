using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Analyzers;

/// <summary>A parameter, or a property of a record, with its annotations.</summary>
/// <param name="Symbol">The parameter or property.</param>
/// <param name="What">It in words: <c>parameter 'limit'</c>.</param>
/// <param name="Type">What it holds, without its question mark.</param>
/// <param name="Default">What it is when nothing is given; null when there is no such constant.</param>
/// <param name="Attributes">Its annotations.</param>
internal sealed record Annotated(ISymbol Symbol, string What, ITypeSymbol Type, object? Default, ImmutableArray<AttributeData> Attributes)
{
    public static Annotated Of(IParameterSymbol parameter) => new(
        parameter, $"parameter '{parameter.Name}'", parameter.Type.WithoutNull(), parameter.HasExplicitDefaultValue ? parameter.ExplicitDefaultValue : null, parameter.GetAttributes());

    public static Annotated Of(IPropertySymbol property) => new(
        property, $"property '{property.Name}'", property.Type.WithoutNull(),
        property.AnnotatedSymbols().OfType<IParameterSymbol>().Where(parameter => parameter.HasExplicitDefaultValue).Select(parameter => parameter.ExplicitDefaultValue).FirstOrDefault(),
        [.. property.AnnotatedSymbols().SelectMany(symbol => symbol.GetAttributes())]);
}
