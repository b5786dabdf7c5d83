namespace HomeDash.Components.Docker;

/// <summary>The last lines of a log, each with its number, so that a list of them can be compared.</summary>
/// <param name="most">How many lines are kept.</param>
public sealed class LogBuffer(int most)
{
    private readonly Queue<Entry> entries = new();
    private long number;

    /// <summary>How many lines there are.</summary>
    public int Count => entries.Count;

    /// <summary>The last line; null when there is none.</summary>
    public Entry? Last { get; private set; }

    /// <summary>The lines now, oldest first.</summary>
    public IReadOnlyList<Entry> Entries => [.. entries];

    /// <summary>Adds a line; the oldest goes when there are too many.</summary>
    public void Add(LogLine line)
    {
        Last = new(number++, line);
        entries.Enqueue(Last);
        if (entries.Count > most)
        {
            entries.Dequeue();
        }
    }

    /// <summary>Forgets all lines.</summary>
    public void Clear()
    {
        entries.Clear();
        Last = null;
    }

    /// <summary>A line and its number.</summary>
    /// <param name="Number">Counts up with every line ever added.</param>
    /// <param name="Line">The line.</param>
    public sealed record Entry(long Number, LogLine Line);
}
