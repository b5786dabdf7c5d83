using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Analyzers;

/// <summary>What a type becomes in JSON.</summary>
internal enum TypeForm
{
    /// <summary>One string, number or boolean.</summary>
    Scalar,

    /// <summary>An array.</summary>
    List,

    /// <summary>An object with keys of the caller's choice.</summary>
    Dictionary,

    /// <summary>An object with declared properties.</summary>
    Record,

    /// <summary>An object that is one of several records.</summary>
    Choice,

    /// <summary>An object of any shape, where that is asked for.</summary>
    FreeForm,

    /// <summary>A string that names a thing.</summary>
    Target,

    /// <summary>A string that must not be seen.</summary>
    Secret,

    /// <summary>Nothing: the generator cannot read or write it.</summary>
    None,

    /// <summary>The compiler itself does not know the type and says so.</summary>
    Unknown,
}

/// <summary>Sorts types by their <see cref="TypeForm"/>: the one list of what a signature may hold.</summary>
internal static class TypeForms
{
    /// <summary>What a type becomes, null or not.</summary>
    public static TypeForm FormOf(this ITypeSymbol type, KnownSymbols known) => type.WithoutNull() switch
    {
        { TypeKind: TypeKind.Error } => TypeForm.Unknown,
        INamedTypeSymbol named when !named.IsReachable() => TypeForm.None,
        { TypeKind: TypeKind.Enum } named => EnumMembers.Of((INamedTypeSymbol)named, known).Any() ? TypeForm.Scalar : TypeForm.None,
        { SpecialType: SpecialType.System_Boolean or SpecialType.System_String or SpecialType.System_Decimal } => TypeForm.Scalar,
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 } => TypeForm.Scalar,
        { SpecialType: SpecialType.System_Single or SpecialType.System_Double } => TypeForm.Scalar,
        IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte } => TypeForm.Scalar,
        IArrayTypeSymbol { IsSZArray: true } => TypeForm.List,
        INamedTypeSymbol named when named.Is(known.Secret) => TypeForm.Secret,
        INamedTypeSymbol named when named.Is(known.JsonElement) => TypeForm.FreeForm,
        INamedTypeSymbol named when Choice.IsOne(named, known) => TypeForm.Choice,
        INamedTypeSymbol named when known.IsScalar(named) => TypeForm.Scalar,
        INamedTypeSymbol named when IsList(named.OriginalDefinition, known) => TypeForm.List,
        INamedTypeSymbol named when known.IsDictionary(named) && HasStringKey(named) => TypeForm.Dictionary,
        INamedTypeSymbol { TypeKind: not TypeKind.Interface } named when named.AllInterfaces.Any(face => face.OriginalDefinition.Is(known.Target)) => TypeForm.Target,
        INamedTypeSymbol { IsRecord: true, IsAbstract: false } record when PropertiesOf(record).Any() => TypeForm.Record,
        _ => TypeForm.None,
    };

    /// <summary>What a list holds, or the values of a dictionary.</summary>
    public static ITypeSymbol ElementOf(this ITypeSymbol collection) => collection.WithoutNull() switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol named => named.TypeArguments[named.TypeArguments.Length - 1],
        var other => other,
    };

    /// <summary>The public properties of a record, those of its base records included.</summary>
    public static IEnumerable<IPropertySymbol> PropertiesOf(INamedTypeSymbol record)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var type = record; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false, GetMethod: not null } && seen.Add(property.Name))
                {
                    yield return property;
                }
            }
        }
    }

    /// <summary>The type inside <c>Nullable&lt;T&gt;</c>, or the type itself without its question mark.</summary>
    public static ITypeSymbol WithoutNull(this ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);

    /// <summary>Whether null can be in its place.</summary>
    public static bool MayBeNull(this ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated };

    private static bool IsList(INamedTypeSymbol definition, KnownSymbols known) =>
        definition.Is(known.List) || definition.SpecialType is
            SpecialType.System_Collections_Generic_IEnumerable_T
            or SpecialType.System_Collections_Generic_IList_T
            or SpecialType.System_Collections_Generic_ICollection_T
            or SpecialType.System_Collections_Generic_IReadOnlyList_T
            or SpecialType.System_Collections_Generic_IReadOnlyCollection_T;

    private static bool HasStringKey(INamedTypeSymbol dictionary) => dictionary.TypeArguments[0].SpecialType == SpecialType.System_String;
}
