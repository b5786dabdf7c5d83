namespace HomeDash.Simulators;

/// <summary>A clock that goes on only when it is told to. It begins far from now: what mixes it up with another clock is found out.</summary>
public sealed class SteppedClock : TimeProvider
{
    private readonly Lock stepping = new();
    private DateTimeOffset now = new(2031, 5, 4, 3, 2, 1, TimeSpan.Zero);

    /// <summary>Goes on by so many seconds.</summary>
    public void Step(double seconds)
    {
        lock (stepping)
        {
            now = now.AddSeconds(seconds);
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (stepping)
        {
            return now;
        }
    }
}
