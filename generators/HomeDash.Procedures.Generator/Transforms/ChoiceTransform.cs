using System.Collections.Immutable;
using HomeDash.Procedures.Generator.Models;
using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>Polymorphic record symbol → choice model.</summary>
internal static class ChoiceTransform
{
    public static bool IsChoice(INamedTypeSymbol type) => Options(type).Any();

    public static ChoiceType? Of(INamedTypeSymbol type, WireTypeTransform types, ImmutableStack<ITypeSymbol> within)
    {
        if (within.Contains(type, SymbolEqualityComparer.Default) || (type.Attribute(KnownNames.JsonPolymorphic)?.Named<string>("TypeDiscriminatorPropertyName") ?? ChoiceType.Discriminator) != ChoiceType.Discriminator)
        {
            return null;
        }

        var options = Options(type)
            .Select(attribute => (Symbol: attribute.ConstructorArguments[0].Value as INamedTypeSymbol, Kind: attribute.Positional<string>(1)))
            .OrderByDescending(option => Depth(option.Symbol))
            .Select(option => option is { Symbol: { } symbol, Kind: { } kind } && !symbol.Equals(type, SymbolEqualityComparer.Default) && symbol.IsReachable()
                && RecordTransform.Of(symbol, types, within.Push(type)) is { } record && record.Properties.All(property => property.JsonName != ChoiceType.Discriminator)
                ? new ChoiceOption(kind, record)
                : null)
            .ToArray();
        return options.Contains(null) || options.Select(option => option!.Kind).Distinct().Count() < options.Length
            ? null
            : new(type.CSharp(), types.JsonClass(type), Documentation.Of(type, types.CancellationToken).Summary, options.Select(option => option!).ToEquatableArray());
    }

    private static IEnumerable<AttributeData> Options(INamedTypeSymbol type) =>
        type.GetAttributes().Where(attribute => attribute.AttributeClass?.DefinitionName() == KnownNames.JsonDerivedType);

    private static int Depth(INamedTypeSymbol? type) => type is null ? 0 : 1 + Depth(type.BaseType);
}
