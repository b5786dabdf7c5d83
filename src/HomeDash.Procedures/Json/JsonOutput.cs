using System.Globalization;
using System.Text.Json;

namespace HomeDash.Procedures;

/// <summary>Writes the values that <see cref="Utf8JsonWriter"/> has no one way for; called by generated code.</summary>
public static class JsonOutput
{
    /// <summary>The items of a list, to be walked without making anything on the way.</summary>
    public static ListItems<T> Items<T>(IReadOnlyList<T> list) => new(list);

    /// <summary>A time as UTC ISO 8601, for example <c>2026-11-20T08:30:00Z</c>.</summary>
    public static void Time(Utf8JsonWriter writer, DateTimeOffset value) => writer.WriteStringValue(value.UtcDateTime);

    /// <summary>A date as <c>yyyy-MM-dd</c>.</summary>
    public static void Date(Utf8JsonWriter writer, DateOnly value)
    {
        Span<char> text = stackalloc char[10];
        value.TryFormat(text, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    /// <summary>A length of time in seconds.</summary>
    public static void Duration(Utf8JsonWriter writer, TimeSpan value) => writer.WriteNumberValue(value.TotalSeconds);

    /// <summary>An address as it was written.</summary>
    public static void Address(Utf8JsonWriter writer, Uri value) => writer.WriteStringValue(value.OriginalString);

    /// <summary>The secret itself: for results on surfaces that may carry one, never for a record of calls.</summary>
    public static void Secret(Utf8JsonWriter writer, Secret value) => writer.WriteStringValue(value.Reveal());

    /// <summary>Bytes as Base64.</summary>
    public static void Bytes(Utf8JsonWriter writer, byte[] value) => writer.WriteBase64StringValue(value);

    /// <summary>An object of any shape as it is; one that nobody set is empty.</summary>
    public static void FreeForm(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    /// <summary>A target by its id once it is resolved, before that as it was given.</summary>
    public static void Target(Utf8JsonWriter writer, ITarget value) => writer.WriteStringValue(value.Resolved?.Id ?? value.Given);
}
