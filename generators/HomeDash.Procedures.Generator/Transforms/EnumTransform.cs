using System.Globalization;
using HomeDash.Procedures.Generator.Models;
using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>Enum symbol → enum model. Of flags only the single bits have names on the wire: a list says the rest.</summary>
internal static class EnumTransform
{
    public static EnumType? Of(INamedTypeSymbol type, WireTypeTransform types)
    {
        var isFlags = type.Attribute("System.FlagsAttribute") is not null;
        var members = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue)
            .GroupBy(field => field.ConstantValue).Select(same => same.First())
            .Where(field => !isFlags || IsSingleBit(Bits(field.ConstantValue!)))
            .Select(field => new EnumMember(Naming.Escaped(field.Name), Naming.Camel(field.Name), Literals.Json(field.ConstantValue!) ?? "")).ToEquatableArray();
        return members.Count == 0 || members.Select(member => member.WireName).Distinct().Count() < members.Count
            ? null
            : new(type.CSharp(), types.JsonClass(type), Documentation.Of(type, types.CancellationToken).Summary, members, isFlags);
    }

    /// <summary>The wire names of the flags in a value.</summary>
    public static IEnumerable<string> NamesOf(object value, EnumType type) =>
        type.Members.Where(member => (Bits(value) & Bits(decimal.Parse(member.Value, CultureInfo.InvariantCulture))) != 0).Select(member => member.WireName);

    private static bool IsSingleBit(ulong bits) => bits != 0 && (bits & (bits - 1)) == 0;

    private static ulong Bits(object value) => value switch
    {
        ulong bits => bits,
        decimal number and >= 0 => (ulong)number,
        _ => unchecked((ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture)),
    };
}
