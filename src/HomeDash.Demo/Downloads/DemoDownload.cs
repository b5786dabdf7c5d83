namespace HomeDash.Demo;

/// <summary>A download of the demo house: it comes in at a steady speed until it is complete.</summary>
/// <param name="id">Its id.</param>
/// <param name="name">What it is called.</param>
/// <param name="size">Its size in bytes.</param>
/// <param name="speed">What comes in for it while nothing limits it, in bytes per second; 0 when nobody sends.</param>
/// <param name="clock">What time it is.</param>
internal sealed class DemoDownload(string id, string name, long size, long speed, TimeProvider clock)
{
    private readonly DateTimeOffset addedAt = clock.GetUtcNow();
    private long done;
    private long since = clock.GetTimestamp();
    private long? limit;

    public string Id => id;

    public string? Category { get; init; }

    /// <summary>How much of it is there from the beginning, in bytes.</summary>
    public long Done
    {
        get => done;
        init => done = value;
    }

    public bool Paused { get; private set; }

    public long Speed => Paused || done >= size ? 0 : Math.Min(speed, limit ?? speed);

    /// <summary>Lets it come in, or holds it.</summary>
    public void Hold(bool paused) => (_, Paused) = (Advance(), paused);

    /// <summary>Limits its speed; null for no limit.</summary>
    public void Limit(long? bytesPerSecond) => (_, limit) = (Advance(), bytesPerSecond);

    public Download Show(string integration)
    {
        Advance();
        return new()
        {
            Id = id,
            Name = name,
            Integration = integration,
            Type = DownloadType.Torrent,
            State = (Paused, done >= size, speed) switch
            {
                (true, true, _) => DownloadState.Completed,
                (true, _, _) => DownloadState.Paused,
                (_, true, _) => DownloadState.Seeding,
                (_, _, 0) => DownloadState.Stalled,
                _ => DownloadState.Downloading,
            },
            Progress = Math.Floor(10_000d * done / size) / 10_000,
            SizeBytes = size,
            DoneBytes = done,
            DownBytesPerSecond = Speed > 0 ? Speed : null,
            EtaSeconds = Speed > 0 ? (size - done) / Speed : null,
            Category = Category,
            AddedAt = addedAt,
        };
    }

    private long Advance()
    {
        done = Math.Min(size, done + (long)(Speed * clock.GetElapsedTime(since).TotalSeconds));
        return since = clock.GetTimestamp();
    }
}
