namespace HomeDash;

/// <summary>The last lines of a container's log.</summary>
/// <param name="Container">The container's name.</param>
/// <param name="Engine">The name of the engine it is on.</param>
/// <param name="Lines">The lines, oldest first.</param>
public sealed record ContainerLogs(string Container, string Engine, IReadOnlyList<LogLine> Lines);

/// <summary>A line that a container wrote.</summary>
/// <param name="Time">When, UTC; absent when the engine does not say.</param>
/// <param name="Stream">What it was written to.</param>
/// <param name="Text">The line without colours and control characters. One of more than 2000 characters is cut and ends with <c>…</c>.</param>
public sealed record LogLine(DateTimeOffset? Time, LogStream Stream, string Text)
{
    /// <summary>How many characters of a line are kept.</summary>
    public const int MostCharacters = 2000;
}

/// <summary>Where a container wrote a line.</summary>
public enum LogStream
{
    /// <summary>To its standard output, or to its terminal.</summary>
    Stdout,

    /// <summary>To its standard error.</summary>
    Stderr,
}
