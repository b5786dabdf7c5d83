namespace HomeDash.Procedures.Analyzers;

/// <summary>A part of a regular expression.</summary>
internal abstract record PatternNode
{
    /// <summary>Nothing: an anchor, a look ahead, an empty group.</summary>
    internal sealed record Empty : PatternNode;

    /// <summary>One character.</summary>
    /// <param name="Set">Which it may be.</param>
    internal sealed record Character(CharacterSet Set) : PatternNode;

    /// <summary>One part after the other.</summary>
    internal sealed record Sequence(IReadOnlyList<PatternNode> Parts) : PatternNode;

    /// <summary>One of several parts.</summary>
    internal sealed record Either(IReadOnlyList<PatternNode> Parts) : PatternNode;

    /// <summary>A part several times.</summary>
    /// <param name="Part">The part.</param>
    /// <param name="CanBeNone">Whether it may be missing.</param>
    /// <param name="Loops">Whether it may come so often that it counts as without end.</param>
    internal sealed record Repeat(PatternNode Part, bool CanBeNone, bool Loops) : PatternNode;
}

/// <summary>Characters, as ranges with both ends included.</summary>
internal sealed class CharacterSet(IEnumerable<(char From, char To)> ranges)
{
    private readonly (char From, char To)[] ranges = [.. ranges.OrderBy(range => range.From)];

    public static CharacterSet Of(char letter) => new([(letter, letter)]);

    /// <summary>Every other character.</summary>
    public CharacterSet Negated()
    {
        var others = new List<(char, char)>();
        var next = 0;
        foreach (var (from, to) in ranges)
        {
            if (from > next)
            {
                others.Add(((char)next, (char)(from - 1)));
            }

            next = Math.Max(next, to + 1);
        }

        if (next <= char.MaxValue)
        {
            others.Add(((char)next, char.MaxValue));
        }

        return new(others);
    }

    /// <summary>Whether some character is in both.</summary>
    public bool Overlaps(CharacterSet other) => ranges.Any(mine => other.ranges.Any(its => mine.From <= its.To && its.From <= mine.To));
}
