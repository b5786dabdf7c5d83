namespace HomeDash.Mcp.Tests;

/// <summary>A clock that shows what a test sets; its timers run in real time.</summary>
internal sealed class Clock : TimeProvider
{
    private TimeSpan ahead;

    public void Advance(TimeSpan by) => ahead += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
