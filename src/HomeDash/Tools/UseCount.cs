namespace HomeDash;

/// <summary>The calls of one tool, added up.</summary>
internal sealed class UseCount
{
    public long Calls { get; private set; }

    public long Errors { get; private set; }

    public long Bytes { get; private set; }

    public DateTimeOffset LastAt { get; private set; }

    public DurationCounts Durations { get; private init; } = new();

    public static UseCount Of(long calls, long errors, long bytes, DateTimeOffset lastAt, DurationCounts durations) =>
        new() { Calls = calls, Errors = errors, Bytes = bytes, LastAt = lastAt, Durations = durations };

    public void Called(bool failed, TimeSpan elapsed, DateTimeOffset at)
    {
        Calls++;
        Errors += failed ? 1 : 0;
        LastAt = at;
        Durations.Add(elapsed);
    }

    public void Sent(long bytes) => Bytes += bytes;

    public void Add(UseCount others)
    {
        Calls += others.Calls;
        Errors += others.Errors;
        Bytes += others.Bytes;
        LastAt = LastAt > others.LastAt ? LastAt : others.LastAt;
        Durations.Add(others.Durations);
    }
}
