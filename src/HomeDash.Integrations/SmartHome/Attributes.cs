using System.Text.Json;

namespace HomeDash.Integrations;

/// <summary>Reads properties of objects in which hubs write whatever a device tells; what is missing or of another type is nothing.</summary>
internal static class Attributes
{
    /// <summary>A text that is not empty.</summary>
    public static string? Word(this JsonElement attributes, string name) =>
        Find(attributes, name) is { ValueKind: JsonValueKind.String } found && found.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>A finite number.</summary>
    public static double? Number(this JsonElement attributes, string name) =>
        Find(attributes, name) is { ValueKind: JsonValueKind.Number } found && found.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    /// <summary>A list of texts.</summary>
    public static IReadOnlyList<string> Words(this JsonElement attributes, string name) =>
        Find(attributes, name) is { ValueKind: JsonValueKind.Array } found ? [.. found.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)] : [];

    /// <summary>A list of numbers.</summary>
    public static IReadOnlyList<double> Numbers(this JsonElement attributes, string name) =>
        Find(attributes, name) is { ValueKind: JsonValueKind.Array } found ? [.. found.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Number).Select(item => item.GetDouble())] : [];

    private static JsonElement? Find(JsonElement attributes, string name) =>
        attributes.ValueKind == JsonValueKind.Object && attributes.TryGetProperty(name, out var found) ? found : null;
}
