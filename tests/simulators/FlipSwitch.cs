namespace HomeDash.Simulators;

/// <summary>A switch with a timer that turns it back, as DNS blockers have one.</summary>
public sealed class FlipSwitch(TimeProvider clock)
{
    private bool on = true;
    private DateTimeOffset? flipsAt;

    /// <summary>Whether it is on now.</summary>
    public bool On
    {
        get
        {
            if (flipsAt <= clock.GetUtcNow())
            {
                (on, flipsAt) = (!on, null);
            }

            return on;
        }
    }

    /// <summary>When it turns by itself; null when it stays.</summary>
    public DateTimeOffset? FlipsAt => flipsAt > clock.GetUtcNow() ? flipsAt : null;

    /// <summary>Seconds until it turns by itself; null when it stays.</summary>
    public double? SecondsLeft => (FlipsAt - clock.GetUtcNow())?.TotalSeconds;

    /// <summary>Turns it, and lets it turn back after so many seconds.</summary>
    public void Set(bool value, double? seconds = null) => (on, flipsAt) = (value, seconds is { } span ? clock.GetUtcNow().AddSeconds(span) : null);

    /// <summary>Turns it, and leaves a timer that runs as it is.</summary>
    public void SetBesidesTimer(bool value) => on = value;
}
