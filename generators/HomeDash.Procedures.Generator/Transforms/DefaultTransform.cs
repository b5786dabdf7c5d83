using HomeDash.Procedures.Generator.Models;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>Constant → default.</summary>
internal static class DefaultTransform
{
    /// <param name="value">The constant; null for <c>null</c> and for the <c>default</c> of a struct.</param>
    /// <param name="type">What it is the default of.</param>
    public static DefaultModel Of(object? value, WireType type) => (value, type) switch
    {
        (null, _) => new("default", null),
        (string text, _) => new(Literals.CSharp(text), Literals.Json(text)),
        (_, EnumType @enum) => OfEnum(value, @enum),
        (bool yes, _) => new(yes ? "true" : "false", yes ? "true" : "false"),
        (decimal number, _) => new(Literals.Json(number) + "m", Literals.Json(number)),
        (double number, _) => new(OfSpecial(number, "double") ?? Literals.Json(number) + "d", Literals.Json(number)),
        (float number, _) => new(OfSpecial(number, "float") ?? Literals.Json(number) + "f", Literals.Json(number)),
        _ => new($"{Literals.Json(value)}", Literals.Json(value)),
    };

    private static string? OfSpecial(double value, string type) =>
        double.IsNaN(value) ? type + ".NaN"
        : double.IsInfinity(value) ? type + (value > 0 ? ".PositiveInfinity" : ".NegativeInfinity")
        : null;

    private static DefaultModel OfEnum(object value, EnumType type)
    {
        if (type.IsFlags)
        {
            return new($"({type.CSharp})({Literals.Json(value)})", $"[{string.Join(",", EnumTransform.NamesOf(value, type).Select(name => Literals.Json(name)))}]");
        }

        var member = type.Members.FirstOrDefault(each => each.Value == Literals.Json(value));
        return member is null
            ? new($"({type.CSharp})({Literals.Json(value)})", null)
            : new($"{type.CSharp}.{member.Name}", Literals.Json(member.WireName));
    }
}
