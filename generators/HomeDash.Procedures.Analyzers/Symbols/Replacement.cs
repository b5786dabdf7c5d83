using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Analyzers;

/// <summary>What to write in place of a type that has no JSON form.</summary>
internal static class Replacement
{
    public static string For(ITypeSymbol type, KnownSymbols known) => type.WithoutNull() switch
    {
        INamedTypeSymbol named when !named.IsReachable() => "make it, and the types around it, internal or public",
        { SpecialType: SpecialType.System_DateTime } => "use DateTimeOffset",
        { TypeKind: TypeKind.Enum } => "give it a member that names a value, or a single bit when it is marked [Flags]",
        { SpecialType: SpecialType.System_Char } => "use string",
        { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => "use long",
        { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Dynamic } => "use a record that names its properties",
        IArrayTypeSymbol => "use a list of records",
        INamedTypeSymbol { IsTupleType: true } => "use a record that names its parts",
        INamedTypeSymbol { IsRecord: true, IsAbstract: true } => "make it a record that is not abstract",
        INamedTypeSymbol { IsRecord: true } => "give it a property",
        INamedTypeSymbol named => ForNamed(named, known),
        _ => "use a record",
    };

    private static string ForNamed(INamedTypeSymbol type, KnownSymbols known)
    {
        switch (type.Name)
        {
            case "TimeOnly":
                return "use TimeSpan";
            case "Half":
                return "use float";
            case "Int128" or "UInt128" or "BigInteger":
                return "use long, or string when that is too short";
            case "JsonDocument" or "JsonNode" or "JsonObject" or "JsonArray" or "JsonValue":
                return "use a record that names its properties, or a JsonElement marked [FreeForm]";
            case "Memory" or "ReadOnlyMemory":
                return "use byte[]";
        }

        var interfaces = type.AllInterfaces.Insert(0, type);
        if (interfaces.Any(known.IsDictionary))
        {
            return "use IReadOnlyDictionary with string as its key";
        }

        if (interfaces.FirstOrDefault(face => face.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T) is { } sequence)
        {
            return $"use IReadOnlyList<{sequence.TypeArguments[0].Display()}>";
        }

        return type.TypeKind is TypeKind.Class or TypeKind.Struct && type.Locations.Any(location => location.IsInSource)
            ? "make it a record"
            : "use a record";
    }
}
