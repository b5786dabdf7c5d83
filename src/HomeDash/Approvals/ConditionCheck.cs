using System.Globalization;
using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Whether the arguments of a call are as a rule's condition says. In doubt they are: then a person decides.</summary>
internal static class ConditionCheck
{
    /// <summary>Whether a rule with this condition holds a call with these arguments back.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="arguments">The canonical arguments, an object.</param>
    /// <param name="targets">What the targets among them are.</param>
    public static bool IsMet(ApprovalCondition condition, JsonElement arguments, IReadOnlyList<ResolvedTarget> targets)
    {
        string[][] found = [.. At(arguments, condition.Path.Split('.')).Select(value => Names(value, targets))];
        var values = condition.Values ?? [];
        return condition.Op switch
        {
            ConditionOp.Exists => found.Length > 0,
            ConditionOp.Eq or ConditionOp.In => found.Any(names => values.Any(value => IsOne(names, value))),
            ConditionOp.Neq => found.Length == 0 || found.Any(names => !IsOne(names, values[0])),
            ConditionOp.Contains => found.Any(names => names.Any(name => name.Contains(values[0], StringComparison.OrdinalIgnoreCase))),
            ConditionOp.Gt => found.Any(names => !(Number(names[0]) <= Number(values[0]))),
            ConditionOp.Lt => found.Any(names => !(Number(names[0]) >= Number(values[0]))),
            _ => true,
        };
    }

    /// <summary>A number as JSON writes it; null for anything else.</summary>
    public static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static bool IsOne(string[] names, string value) =>
        names.Contains(value, StringComparer.OrdinalIgnoreCase) || (Number(names[0]) is { } number && number == Number(value));

    private static IEnumerable<JsonElement> At(JsonElement value, ReadOnlyMemory<string> path) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => At(item, path)),
        _ when path.IsEmpty => [value],
        JsonValueKind.Object when value.TryGetProperty(path.Span[0], out var inner) => At(inner, path[1..]),
        _ => [],
    };

    private static string[] Names(JsonElement value, IReadOnlyList<ResolvedTarget> targets)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return [text, .. targets.Where(target => target.Id == text).Select(target => target.Name)];
    }
}
