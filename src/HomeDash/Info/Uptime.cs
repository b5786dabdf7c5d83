namespace HomeDash;

/// <summary>When this process started to serve.</summary>
internal sealed class Uptime(TimeProvider clock)
{
    private readonly long timestamp = clock.GetTimestamp();

    public DateTimeOffset StartedAt { get; } = clock.GetStorableNow();

    /// <summary>Since then, by a clock that nobody sets.</summary>
    public TimeSpan Elapsed => clock.GetElapsedTime(timestamp);
}
