using System.Text.Json.Nodes;

namespace HomeDash.Components.Api.TryIt;

/// <summary>One field that a change alters.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Before">What is in it before; null for nothing.</param>
/// <param name="After">What is in it after; null for nothing.</param>
public sealed record FieldDifference(string Field, string? Before, string? After)
{
    /// <summary>What differs between two states of one thing.</summary>
    /// <param name="before">The thing before, as JSON; null when it is made.</param>
    /// <param name="after">The thing after, as JSON; null when it is removed.</param>
    public static IReadOnlyList<FieldDifference> Between(string? before, string? after)
    {
        var (old, @new) = (Fields(before), Fields(after));
        return
        [
            .. old.Select(field => field.Key).Union(@new.Select(field => field.Key), StringComparer.Ordinal)
                .Where(field => !JsonNode.DeepEquals(old[field], @new[field]))
                .Select(field => new FieldDifference(field, Shown(old[field]), Shown(@new[field]))),
        ];
    }

    private static JsonObject Fields(string? json) => json is null ? [] : JsonNode.Parse(json) as JsonObject ?? [];

    private static string? Shown(JsonNode? value) => value is JsonValue scalar ? scalar.ToString() : value?.ToJsonString(JsonTexts.Compact);
}
