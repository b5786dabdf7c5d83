using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HomeDash.Procedures;

/// <summary>Checks values against the limits that their procedure declares; generated code calls it for inputs from JSON and for typed ones.</summary>
public static class JsonLimits
{
    /// <summary>That a value which may not be null is there.</summary>
    public static bool Given([NotNullWhen(true)] object? value, ref InputProblems problems)
    {
        if (value is null)
        {
            problems.Add("", "Is required.");
        }

        return value is not null;
    }

    /// <summary>The least and the most a number may be.</summary>
    public static void Range<T>(T value, T least, T most, ref InputProblems problems)
        where T : INumber<T>
    {
        if (!(value >= least && value <= most))
        {
            problems.Add("", string.Create(CultureInfo.InvariantCulture, $"Must be from {least} to {most}, not {value}."));
        }
    }

    /// <summary>The least and the most seconds a length of time may be.</summary>
    public static void Range(TimeSpan value, double least, double most, ref InputProblems problems)
    {
        if (!(value.TotalSeconds >= least && value.TotalSeconds <= most))
        {
            problems.Add("", string.Create(CultureInfo.InvariantCulture, $"Must be from {least} to {most} seconds, not {value.TotalSeconds}."));
        }
    }

    /// <summary>The fewest and the most characters of a text, counted as JSON Schema counts them: by code point.</summary>
    public static void Length(string value, int fewest, int most, ref InputProblems problems)
    {
        var length = value.Length;
        foreach (var character in value)
        {
            length -= char.IsLowSurrogate(character) ? 1 : 0;
        }

        if (length < fewest || length > most)
        {
            problems.Add("", $"Must have {Between(fewest, most)} characters, not {length}.");
        }
    }

    /// <summary>The fewest and the most items of a list, or entries of an object.</summary>
    public static void Count<T>(IEnumerable<T> value, int fewest, int most, ref InputProblems problems)
    {
        var count = value.Count();
        if (count < fewest || count > most)
        {
            problems.Add("", $"Must have {Between(fewest, most)} items, not {count}.");
        }
    }

    /// <summary>The fewest and the most bytes.</summary>
    public static void Bytes(byte[] value, int fewest, int most, ref InputProblems problems)
    {
        if (value.Length < fewest || value.Length > most)
        {
            problems.Add("", $"Must have {Between(fewest, most)} bytes, not {value.Length}.");
        }
    }

    /// <summary>The pattern that the whole of a text must match.</summary>
    public static void Pattern(string value, Regex pattern, ref InputProblems problems)
    {
        try
        {
            if (!(pattern.Match(value) is { Success: true, Index: 0 } match && match.Length == value.Length))
            {
                problems.Add("", $"Must match {pattern}.");
            }
        }
        catch (RegexMatchTimeoutException)
        {
            problems.Add("", $"Must match {pattern}, and took too long to compare with it.");
        }
    }

    /// <summary>The values there are to choose from.</summary>
    public static void Allowed<T>(T value, ReadOnlySpan<T> allowed, ref InputProblems problems)
    {
        foreach (var candidate in allowed)
        {
            if (EqualityComparer<T>.Default.Equals(value, candidate))
            {
                return;
            }
        }

        problems.Add("", string.Create(CultureInfo.InvariantCulture, $"Must be one of {string.Join(", ", allowed.ToArray())}, not {JsonInput.Shown($"{value}")}."));
    }

    /// <summary>The address of a mailbox: one <c>@</c> with something on either side. More only a letter to it can tell.</summary>
    public static void Email(string value, ref InputProblems problems)
    {
        var at = value.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || at == value.Length - 1 || value.IndexOf('@', at + 1) >= 0 || value.Any(char.IsWhiteSpace))
        {
            problems.Add("", "Must be an e-mail address, such as ada@home.example.");
        }
    }

    /// <summary>An address that a browser can open.</summary>
    public static void Url(string value, ref InputProblems problems)
    {
        if (!(Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Host.Length > 0
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeFtp)))
        {
            problems.Add("", "Must be an address that starts with http://, https:// or ftp://.");
        }
    }

    /// <summary>That JSON of any shape is an object.</summary>
    public static void FreeForm(JsonElement value, ref InputProblems problems)
    {
        if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined))
        {
            problems.Add("", "Must be an object.");
        }
    }

    /// <summary>That an update does not both set a field and empty it.</summary>
    /// <param name="clear">The fields to empty.</param>
    /// <param name="field">One that may be among them.</param>
    /// <param name="given">Whether it has a value.</param>
    /// <param name="name">Its JSON name.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static void Clear<T>(IEnumerable<T>? clear, T field, bool given, string name, ref InputProblems problems)
    {
        if (given && clear is not null && clear.Contains(field))
        {
            problems.Add(name, "Has a value and is to be emptied. Give a value, or name it in clear.");
        }
    }

    /// <summary>The rules that an input brings along.</summary>
    public static void Rules<T>(T input, ref InputProblems problems)
        where T : IValidatableInput => input.Validate(ref problems);

    /// <summary>The limits of each item of a list.</summary>
    /// <param name="values">The list.</param>
    /// <param name="check">Checks one item; null when items only must be there.</param>
    /// <param name="problems">Receives what is wrong, under each item's index.</param>
    public static void Each<T>(IEnumerable<T> values, JsonCheck<T>? check, ref InputProblems problems)
    {
        var index = 0;
        foreach (var value in values)
        {
            var before = problems.Count;
            CheckOne(value, check, ref problems);
            problems.Within(before, index++);
        }
    }

    /// <summary>The limits of each value of a dictionary.</summary>
    /// <param name="values">The dictionary.</param>
    /// <param name="check">Checks one value; null when values only must be there.</param>
    /// <param name="problems">Receives what is wrong, under each value's key.</param>
    public static void EachValue<T>(IEnumerable<KeyValuePair<string, T>> values, JsonCheck<T>? check, ref InputProblems problems)
    {
        foreach (var (key, value) in values)
        {
            var before = problems.Count;
            CheckOne(value, check, ref problems);
            problems.Within(before, key);
        }
    }

    private static void CheckOne<T>(T value, JsonCheck<T>? check, ref InputProblems problems)
    {
        if (value is null)
        {
            problems.Add("", "Must not be null.");
        }
        else
        {
            check?.Invoke(value, ref problems);
        }
    }

    private static string Between(int fewest, int most) =>
        most == int.MaxValue ? $"at least {fewest}" : fewest == 0 ? $"at most {most}" : fewest == most ? $"exactly {most}" : $"from {fewest} to {most}";
}
