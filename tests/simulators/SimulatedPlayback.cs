namespace HomeDash.Simulators;

/// <summary>Something that a simulated media server plays: it moves with the clock, and does what it is told a moment later, as a device does.</summary>
public sealed class SimulatedPlayback
{
    private static readonly TimeSpan Lag = TimeSpan.FromMilliseconds(300);

    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private double position;
    private bool paused;
    private bool stopped;
    private DateTimeOffset movedAt;
    private (string Order, DateTimeOffset Due)? told;

    public SimulatedPlayback(TimeProvider? clock = null) => movedAt = (this.clock = clock ?? TimeProvider.System).GetUtcNow();

    public string Id { get; init; } = Guid.NewGuid().ToString("n");

    /// <summary><c>Movie</c>, <c>Episode</c> or <c>Audio</c>.</summary>
    public string Type { get; init; } = "Movie";

    public string Title { get; init; } = "Big Buck Bunny";

    public string User { get; init; } = "tilda";

    public string Client { get; init; } = "Web";

    public string Device { get; init; } = "Firefox";

    public string? Series { get; init; }

    public int? Season { get; init; }

    public int? Episode { get; init; }

    public string? Artist { get; init; }

    public string? Album { get; init; }

    public int? Year { get; init; }

    public long LengthSeconds { get; init; } = 600;

    public long StartSeconds
    {
        init => position = value;
    }

    /// <summary>What is converted: <c>video</c>, <c>container</c>, or nothing when null.</summary>
    public string? Converts { get; init; }

    public long KilobitsPerSecond { get; init; } = 8000;

    /// <summary>Whether it can be told anything.</summary>
    public bool Controllable { get; init; } = true;

    /// <summary>Whether it does what it is told.</summary>
    public bool Obeys { get; set; } = true;

    /// <summary>What it was told, in order.</summary>
    public List<string> Told { get; } = [];

    /// <summary>Where it is, in seconds.</summary>
    public double Position => Read(() => Math.Min(LengthSeconds, position));

    public bool IsPaused => Read(() => paused);

    public bool HasEnded => Read(() => stopped || position >= LengthSeconds);

    /// <summary>Tells it to <c>Pause</c>, <c>Unpause</c> or <c>Stop</c>.</summary>
    public void Tell(string order) => Read(() =>
    {
        Told.Add(order);
        told = Obeys ? (order, clock.GetUtcNow() + Lag) : null;
        return 0;
    });

    private T Read<T>(Func<T> read)
    {
        lock (gate)
        {
            if (told is var (order, due) && due <= clock.GetUtcNow())
            {
                Move(due);
                (paused, stopped, told) = (order == "Pause", stopped || order == "Stop", null);
            }

            Move(clock.GetUtcNow());
            return read();
        }
    }

    private void Move(DateTimeOffset to)
    {
        position += paused || stopped || to < movedAt ? 0 : (to - movedAt).TotalSeconds;
        movedAt = to > movedAt ? to : movedAt;
    }
}

/// <summary>Something that a simulated media server has.</summary>
/// <param name="Type"><c>Movie</c>, <c>Episode</c>, <c>Season</c> or <c>MusicAlbum</c>.</param>
/// <param name="Title">What it is called.</param>
/// <param name="AddedAt">When it came in.</param>
public sealed record SimulatedMedia(string Type, string Title, DateTimeOffset AddedAt)
{
    public string? Series { get; init; }

    public int? Season { get; init; }

    public int? Episode { get; init; }

    public string? Artist { get; init; }

    public int? Year { get; init; }

    public long LengthSeconds { get; init; } = 600;
}
