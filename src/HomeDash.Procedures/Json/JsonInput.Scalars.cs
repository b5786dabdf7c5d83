using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace HomeDash.Procedures;

/// <content>The primitives.</content>
public static partial class JsonInput
{
    /// <summary>What JSON lets a number look like; whole numbers of .NET take a fraction of zeros.</summary>
    private const NumberStyles Digits = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads text.</summary>
    public static string? String(ref Utf8JsonReader reader, ref InputProblems problems)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            Refuse(ref reader, ref problems, "a string");
            return null;
        }

        var text = Text(ref reader);
        if (text is null)
        {
            problems.Add("", "Is not valid text.");
        }

        return text;
    }

    /// <summary>Reads <c>true</c> or <c>false</c>, also in quotes and in any case.</summary>
    public static bool Boolean(ref Utf8JsonReader reader, ref InputProblems problems)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.String when "true".Equals(Text(ref reader), StringComparison.OrdinalIgnoreCase):
                return true;
            case JsonTokenType.String when "false".Equals(Text(ref reader), StringComparison.OrdinalIgnoreCase):
                return false;
            default:
                return Refuse(ref reader, ref problems, "true or false");
        }
    }

    /// <summary>Reads a whole number, also in quotes; <c>5.0</c> is one, <c>5.5</c> is not.</summary>
    public static T Integer<T>(ref Utf8JsonReader reader, ref InputProblems problems)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (!TryNumber<T>(ref reader, out var value))
        {
            Refuse(ref reader, ref problems, string.Create(CultureInfo.InvariantCulture, $"a whole number from {T.MinValue} to {T.MaxValue}"));
        }

        return value;
    }

    /// <summary>Reads a number, also in quotes.</summary>
    public static T Number<T>(ref Utf8JsonReader reader, ref InputProblems problems)
        where T : struct, INumber<T>
    {
        if (!TryNumber<T>(ref reader, out var value) || !T.IsFinite(value))
        {
            Refuse(ref reader, ref problems, "a number");
        }

        return value;
    }

    /// <summary>Reads a length of time: a number of seconds, also in quotes.</summary>
    public static TimeSpan Duration(ref Utf8JsonReader reader, ref InputProblems problems)
    {
        if (TryNumber<double>(ref reader, out var seconds) && Math.Abs(seconds) <= TimeSpan.MaxValue.TotalSeconds - 1)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        Refuse(ref reader, ref problems, "a number of seconds");
        return default;
    }

    /// <summary>Reads a UUID such as <c>0196b1f0-7d5c-7c3a-9d52-6b3f4a1e2c01</c>.</summary>
    public static Guid Guid(ref Utf8JsonReader reader, ref InputProblems problems)
    {
        if (reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var value))
        {
            return value;
        }

        Refuse(ref reader, ref problems, "a UUID");
        return default;
    }

    /// <summary>Reads an ISO 8601 time. Its offset has to be there: without one nobody knows when it is.</summary>
    public static DateTimeOffset Time(ref Utf8JsonReader reader, ref InputProblems problems)
    {
        if (reader.TokenType == JsonTokenType.String && reader.TryGetDateTime(out var local) && local.Kind != DateTimeKind.Unspecified
            && reader.TryGetDateTimeOffset(out var value))
        {
            return value;
        }

        Refuse(ref reader, ref problems, "an ISO 8601 time with its offset, such as 2026-11-20T08:30:00Z");
        return default;
    }

    /// <summary>Reads a date as <c>yyyy-MM-dd</c>.</summary>
    public static DateOnly Date(ref Utf8JsonReader reader, ref InputProblems problems)
    {
        if (reader.TokenType == JsonTokenType.String
            && DateOnly.TryParseExact(Text(ref reader), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value))
        {
            return value;
        }

        Refuse(ref reader, ref problems, "a date such as 2026-11-20");
        return default;
    }

    /// <summary>Reads an address with its scheme, such as <c>http://nas:8080</c>.</summary>
    public static Uri? Address(ref Utf8JsonReader reader, ref InputProblems problems)
    {
        // A path such as /etc counts as absolute on Unix: the scheme has to be written out.
        if (reader.TokenType == JsonTokenType.String && Text(ref reader) is { } text && System.Uri.TryCreate(text, UriKind.Absolute, out var value)
            && text.StartsWith(value.Scheme + ":", StringComparison.OrdinalIgnoreCase))
        {
            return value;
        }

        Refuse(ref reader, ref problems, "an address with its scheme, such as http://nas:8080");
        return null;
    }

    /// <summary>Reads a secret. What was given in its place is never shown.</summary>
    public static Secret? Secret(ref Utf8JsonReader reader, ref InputProblems problems)
    {
        if (reader.TokenType == JsonTokenType.String && Text(ref reader) is { } text)
        {
            return new(text);
        }

        problems.Add("", "Must be a string.");
        reader.Skip();
        return null;
    }

    /// <summary>Reads the name of a target; it is resolved later.</summary>
    public static T? Target<T>(ref Utf8JsonReader reader, ref InputProblems problems)
        where T : class, ITarget<T>
    {
        if (reader.TokenType == JsonTokenType.String && Text(ref reader) is { } text && !string.IsNullOrWhiteSpace(text))
        {
            return T.FromText(text);
        }

        Refuse(ref reader, ref problems, $"the name or id of a {T.Noun}");
        return null;
    }

    private static bool TryNumber<T>(ref Utf8JsonReader reader, out T value)
        where T : struct, INumberBase<T>
    {
        value = default;
        return reader.TokenType switch
        {
            JsonTokenType.Number => T.TryParse(Bytes(ref reader), Digits, CultureInfo.InvariantCulture, out value),
            JsonTokenType.String when reader.ValueIsEscaped => T.TryParse(Text(ref reader), Digits, CultureInfo.InvariantCulture, out value),
            JsonTokenType.String => T.TryParse(Bytes(ref reader), Digits, CultureInfo.InvariantCulture, out value),
            _ => false,
        };
    }
}
