namespace HomeDash.Auth.Tests;

/// <summary>The real clock, which a test can set forward.</summary>
internal sealed class Clock : TimeProvider
{
    private TimeSpan ahead;

    public void Advance(TimeSpan by) => ahead += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
