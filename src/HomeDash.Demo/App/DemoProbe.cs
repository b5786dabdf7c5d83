namespace HomeDash.Demo;

/// <summary>Answers for the apps of the demo house, whose addresses lead nowhere. Nextcloud is slow now and then, and Plex sometimes gone.</summary>
internal sealed class DemoProbe(TimeProvider clock) : IAppProbe
{
    private const int NextcloudPort = 8088;
    private const int PlexPort = 32400;

    public Task<ProbeAnswer> AskAsync(Uri address, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return Task.FromResult(address.Port switch
        {
            PlexPort when Tide.At(now, 0, 1, seconds: 1500) > 0.95 => new ProbeAnswer(0.002, Error: $"Nothing listens at {address.Authority}."),
            NextcloudPort => new ProbeAnswer(Math.Round(Tide.At(now, 0.2, 2.4, seconds: 900), 3), 200),
            _ => new ProbeAnswer(Math.Round(Tide.At(now, 0.02, 0.09, seconds: 240), 3), 200),
        });
    }
}
