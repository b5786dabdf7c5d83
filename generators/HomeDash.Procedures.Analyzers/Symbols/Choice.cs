using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Analyzers;

/// <summary>A type that is one of several records, told apart by their property <c>kind</c>.</summary>
internal static class Choice
{
    private const string Discriminator = "kind";

    public static bool IsOne(INamedTypeSymbol type, KnownSymbols known) => Options(type, known).Any();

    /// <summary>The records it can be.</summary>
    public static IEnumerable<INamedTypeSymbol> RecordsOf(INamedTypeSymbol type, KnownSymbols known) =>
        Options(type, known).Select(option => option.ConstructorArguments[0].Value).OfType<INamedTypeSymbol>();

    /// <summary>What to do about one that cannot be written; null when it can.</summary>
    public static string? Remedy(INamedTypeSymbol type, bool isInput, KnownSymbols known)
    {
        var kinds = Options(type, known).Select(option => option.ConstructorArguments.ElementAtOrDefault(1).Value as string).ToArray();
        var records = RecordsOf(type, known).ToArray();
        return isInput ? "one of several records can only be returned, take one record with optional properties"
            : type.Attribute(known.JsonPolymorphic)?.Named("TypeDiscriminatorPropertyName") is string name && name != Discriminator
                ? "results tell their kind in 'kind', remove TypeDiscriminatorPropertyName"
            : kinds.Contains(null) ? "give each [JsonDerivedType] a text as its second argument"
            : kinds.Distinct().Count() < kinds.Length ? "give each [JsonDerivedType] a text of its own"
            : records.FirstOrDefault(record => record.Is(type) || record.FormOf(known) != TypeForm.Record) is { } other
                ? $"make '{other.Display()}' a record that derives from it, is not abstract and has a property"
            : records.FirstOrDefault(record => TypeForms.PropertiesOf(record).Any(property => JsonName.Of(property.Name) == Discriminator)) is { } clash
                ? $"rename the property 'Kind' of '{clash.Display()}', results tell there which record they are"
            : null;
    }

    private static IEnumerable<AttributeData> Options(INamedTypeSymbol type, KnownSymbols known) =>
        type.GetAttributes().Where(attribute => attribute.AttributeClass?.Is(known.JsonDerivedType) == true);
}
