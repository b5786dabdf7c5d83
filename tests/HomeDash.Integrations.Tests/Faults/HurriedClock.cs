namespace HomeDash.Integrations.Tests;

/// <summary>The time of this machine, ahead of it by what a test has skipped.</summary>
internal sealed class HurriedClock : TimeProvider
{
    private TimeSpan ahead;

    /// <summary>Skips some time.</summary>
    public void Skip(TimeSpan time) => ahead += time;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override long GetTimestamp() => System.GetElapsedTime(0).Ticks + ahead.Ticks;
}
