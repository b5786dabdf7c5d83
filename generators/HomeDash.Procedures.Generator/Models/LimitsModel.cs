namespace HomeDash.Procedures.Generator.Models;

/// <summary>The limits of a value. Those of a single value count for each item when they stand on a list or dictionary.</summary>
internal sealed record LimitsModel
{
    public static readonly LimitsModel None = new();

    /// <summary>The least and the most a number may be, as JSON numbers.</summary>
    public NumberRange? Range { get; init; }

    /// <summary>How many characters a text may have, or how many bytes.</summary>
    public CountRange? Length { get; init; }

    /// <summary>How many items or entries a list or dictionary may have.</summary>
    public CountRange? Count { get; init; }

    /// <summary>What the whole of a text must match.</summary>
    public string? Pattern { get; init; }

    /// <summary>The form of a text that no pattern says well.</summary>
    public TextForm Form { get; init; }

    /// <summary>The values to choose from: texts, wire names of an enum, or numbers as JSON.</summary>
    public EquatableArray<string> Allowed { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Whether a single value is limited.</summary>
    public bool OfValue => Range is not null || Length is not null || Pattern is not null || Form != TextForm.Any || Allowed.Count > 0;
}

/// <summary>What a text must be, beyond a text.</summary>
internal enum TextForm
{
    Any,

    /// <summary>An address of electronic mail.</summary>
    Email,

    /// <summary>An address with http, https or ftp as its scheme.</summary>
    Url,
}

/// <summary>Inclusive bounds of a number, as JSON.</summary>
internal sealed record NumberRange(string Least, string Most);

/// <summary>Inclusive bounds of a count.</summary>
internal sealed record CountRange(int Fewest, int Most)
{
    public static readonly CountRange Any = new(0, int.MaxValue);
}
