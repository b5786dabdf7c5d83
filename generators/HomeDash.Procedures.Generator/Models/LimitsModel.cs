namespace HomeDash.Procedures.Generator.Models;

/// <summary>The limits of a value. Those of a single value count for each item when they stand on a list or dictionary.</summary>
internal sealed record LimitsModel
{
    public static readonly LimitsModel None = new();

    /// <summary>The least and the most a number may be, as JSON numbers.</summary>
    public NumberRange? Range { get; init; }

    /// <summary>How many characters a text may have.</summary>
    public CountRange? Length { get; init; }

    /// <summary>How many items or entries a list or dictionary may have.</summary>
    public CountRange? Count { get; init; }

    /// <summary>What the whole of a text must match.</summary>
    public string? Pattern { get; init; }

    /// <summary>The values to choose from: texts, wire names of an enum, or numbers as JSON.</summary>
    public EquatableArray<string> Allowed { get; init; }

    /// <summary>Whether a single value is limited.</summary>
    public bool OfValue => Range is not null || Length is not null || Pattern is not null || Allowed.Count > 0;
}

/// <summary>Inclusive bounds of a number, as JSON.</summary>
internal sealed record NumberRange(string Least, string Most);

/// <summary>Inclusive bounds of a count.</summary>
internal sealed record CountRange(int Fewest, int Most)
{
    public static readonly CountRange Any = new(0, int.MaxValue);
}
