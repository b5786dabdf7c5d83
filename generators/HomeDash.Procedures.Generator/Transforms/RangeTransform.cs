using System.Globalization;
using HomeDash.Procedures.Generator.Models;
using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary><c>[Range]</c> → inclusive bounds as JSON numbers.</summary>
internal static class RangeTransform
{
    public static NumberRange? Of(AttributeData attribute, WireType type)
    {
        if (type is not ScalarType { Kind: >= ScalarKind.SByte and <= ScalarKind.Decimal or ScalarKind.Duration } scalar)
        {
            return null;
        }

        var (least, most) = attribute.ConstructorArguments.Length == 3
            ? (Bound(attribute.Positional<string>(1), scalar.Kind), Bound(attribute.Positional<string>(2), scalar.Kind))
            : (Bound(attribute.ConstructorArguments[0].Value, scalar.Kind), Bound(attribute.ConstructorArguments[1].Value, scalar.Kind));
        var (over, under) = (attribute.Named<bool>("MinimumIsExclusive"), attribute.Named<bool>("MaximumIsExclusive"));
        if (!IsWhole(scalar.Kind))
        {
            // Clients do not know exclusive bounds, and a fraction has no next neighbour to name instead.
            return least is null || most is null || over || under ? null : new(Literals.Json(least)!, Literals.Json(most)!);
        }

        return Whole(least, over ? 1 : 0, Math.Ceiling) is { } from && Whole(most, under ? -1 : 0, Math.Floor) is { } to
            ? Clamped(from, to, scalar.Kind)
            : null;
    }

    /// <summary>Gives 64-bit integers limits even where nobody asks for them: every client must be able to tell them apart.</summary>
    public static LimitsModel WithinSafeIntegers(LimitsModel limits, WireType type) =>
        limits.Range is null && type is ScalarType { Kind: ScalarKind.Int64 or ScalarKind.UInt64 } scalar
            ? limits with { Range = NumberLimits.Of(scalar.Kind) }
            : limits;

    private static NumberRange Clamped(decimal from, decimal to, ScalarKind kind)
    {
        var (least, most) = NumberLimits.Of(kind) is { } limits ? (Parsed(limits.Least), Parsed(limits.Most)) : (from, to);
        return new(Literals.Json(Math.Min(Math.Max(from, least), most))!, Literals.Json(Math.Max(Math.Min(to, most), least))!);
    }

    private static decimal Parsed(string number) => decimal.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static bool IsWhole(ScalarKind kind) => kind is >= ScalarKind.SByte and <= ScalarKind.UInt64;

    /// <summary>A bound as the type that its JSON is written from; null when it is none.</summary>
    private static object? Bound(object? value, ScalarKind kind) => (value, kind) switch
    {
        (string text, ScalarKind.Duration) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span.TotalSeconds : null,
        (string text, ScalarKind.Single or ScalarKind.Double) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        (string text, _) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        (int number, _) => number,
        (double number, ScalarKind.Single or ScalarKind.Double or ScalarKind.Duration) => double.IsNaN(number) || double.IsInfinity(number) ? null : number,
        (double number, _) when Math.Abs(number) < 7.9e28 => (decimal)number,
        (double number, _) when !double.IsNaN(number) => number > 0 ? decimal.MaxValue : decimal.MinValue,
        _ => null,
    };

    private static decimal? Whole(object? bound, int step, Func<decimal, decimal> round)
    {
        if (bound is null)
        {
            return null;
        }

        var value = Convert.ToDecimal(bound, CultureInfo.InvariantCulture);
        var whole = round(value);
        return whole == value ? whole + step : whole;
    }
}
