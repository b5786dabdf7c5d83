namespace HomeDash.Demo;

/// <summary>A device of the demo house that plays one thing after another. What is stopped there makes room for the next after a while.</summary>
/// <param name="id">Its id.</param>
/// <param name="user">Who sits before it.</param>
/// <param name="device">What it is called.</param>
/// <param name="list">What it plays, again and again.</param>
/// <param name="clock">What time it is.</param>
internal sealed class DemoScreen(string id, string user, string device, IReadOnlyList<MediaSession> list, TimeProvider clock)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(45);

    private int current;
    private TimeSpan position;
    private TimeSpan resting;
    private long since = clock.GetTimestamp();

    /// <summary>Where the first one is when the house is new, in seconds.</summary>
    public double Start
    {
        init => position = TimeSpan.FromSeconds(value);
    }

    public string Id => id;

    public bool Paused { get; set; }

    /// <summary>Ends what it plays.</summary>
    public void Stop() => (current, position, resting, Paused) = (current + 1, TimeSpan.Zero, Rest, false);

    /// <summary>What it plays now; null while it plays nothing.</summary>
    public MediaSession? Show(string integration)
    {
        var passed = clock.GetElapsedTime(since);
        since = clock.GetTimestamp();
        var rested = passed < resting ? passed : resting;
        resting -= rested;
        position += Paused ? TimeSpan.Zero : passed - rested;
        while (position.TotalSeconds >= Playing.LengthSeconds)
        {
            position -= TimeSpan.FromSeconds(Playing.LengthSeconds!.Value);
            current++;
        }

        return resting > TimeSpan.Zero ? null : Playing with
        {
            Id = id,
            Integration = integration,
            User = user,
            Device = device,
            State = Paused ? PlaybackState.Paused : PlaybackState.Playing,
            PositionSeconds = (long)position.TotalSeconds,
        };
    }

    private MediaSession Playing => list[current % list.Count];
}
