using System.Globalization;
using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Analyzers;

/// <summary>The members of an enum that have a name on the wire.</summary>
internal static class EnumMembers
{
    /// <summary>One per value; of flags those of a single bit, because a list says the rest.</summary>
    public static IEnumerable<IFieldSymbol> Of(INamedTypeSymbol type, KnownSymbols known)
    {
        var isFlags = type.Attribute(known.Flags) is not null;
        return type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue)
            .GroupBy(field => field.ConstantValue).Select(same => same.First())
            .Where(field => !isFlags || IsSingleBit(field.ConstantValue!));
    }

    private static bool IsSingleBit(object value)
    {
        var bits = value is ulong large ? large : unchecked((ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture));
        return bits != 0 && (bits & (bits - 1)) == 0;
    }
}
