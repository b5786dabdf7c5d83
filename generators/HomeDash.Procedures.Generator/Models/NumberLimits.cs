using System.Globalization;

namespace HomeDash.Procedures.Generator.Models;

/// <summary>The least and the most that a type of numbers can hold, as JSON.</summary>
internal static class NumberLimits
{
    /// <summary>Whole seconds: a client never needs the ticks at the edge.</summary>
    private const string LongestDuration = "922337203684";

    public static NumberRange? Of(ScalarKind kind) => kind switch
    {
        ScalarKind.SByte => Range(sbyte.MinValue, sbyte.MaxValue),
        ScalarKind.Byte => Range(byte.MinValue, byte.MaxValue),
        ScalarKind.Int16 => Range(short.MinValue, short.MaxValue),
        ScalarKind.UInt16 => Range(ushort.MinValue, ushort.MaxValue),
        ScalarKind.Int32 => Range(int.MinValue, int.MaxValue),
        ScalarKind.UInt32 => Range(uint.MinValue, uint.MaxValue),
        // What a client whose numbers are doubles can still tell apart: RFC 8259, section 6.
        ScalarKind.Int64 => new("-9007199254740991", "9007199254740991"),
        ScalarKind.UInt64 => new("0", "9007199254740991"),
        ScalarKind.Single => new("-3.4028235E+38", "3.4028235E+38"),
        ScalarKind.Double => new("-1.7976931348623157E+308", "1.7976931348623157E+308"),
        ScalarKind.Decimal => Range(decimal.MinValue, decimal.MaxValue),
        ScalarKind.Duration => new("-" + LongestDuration, LongestDuration),
        _ => null,
    };

    private static NumberRange Range(IFormattable least, IFormattable most) =>
        new(least.ToString(null, CultureInfo.InvariantCulture), most.ToString(null, CultureInfo.InvariantCulture));
}
