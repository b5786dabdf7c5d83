namespace HomeDash.Demo;

/// <summary>A Bazarr in memory.</summary>
internal sealed class DemoSubtitlesKind(TimeProvider clock) : DemoKind<DemoSubtitles>("demoBazarr", "Demo Bazarr")
{
    public override IIntegrationClient Connect(Integration integration) => new DemoSubtitles(integration.Name, clock);
}

/// <summary>A search for subtitles in memory, which finds some every few minutes until none are wanted, and begins anew with the next films.</summary>
internal sealed class DemoSubtitles(string name, TimeProvider clock) : ISubtitleFinder, IIntegrationClient
{
    private static readonly TimeSpan FindTime = TimeSpan.FromMinutes(3);

    private readonly DateTimeOffset opened = clock.GetUtcNow();

    public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => Task.FromResult(new ServiceVersion("Demo Bazarr", "1.0"));

    public Task<SubtitleBadges> BadgesAsync(CancellationToken cancellationToken)
    {
        var wanted = Wanted();
        return Task.FromResult(new SubtitleBadges
        {
            Integration = name,
            Episodes = wanted.Count(one => one.Kind == CollectedKind.Episode),
            Movies = wanted.Count(one => one.Kind == CollectedKind.Movie),
            SonarrLive = true,
            RadarrLive = true,
            Throttled = [new("Open Subtitles", "TooManyRequests", "in 2 hours")],
            Issues = [],
        });
    }

    public Task<WantedReading> WantedAsync(int most, CancellationToken cancellationToken)
    {
        var wanted = Wanted();
        return Task.FromResult(new WantedReading([.. wanted.Take(most)], wanted.Count));
    }

    private List<WantedSubtitles> Wanted()
    {
        WantedSubtitles[] all =
        [
            .. Enumerable.Range(1, 8).Select(number => new WantedSubtitles($"{number}", CollectedKind.Episode, "Rack and Ruin", null, $"3x{number}", ["German"], name)),
            .. Enumerable.Range(4, 4).Select(number => new WantedSubtitles($"{number + 20}", CollectedKind.Episode, "Night Shift", null, $"1x{number}", ["English HI", "German"], name)),
            new("1", CollectedKind.Movie, "The Quiet Datacenter", null, null, ["German"], name),
            new("2", CollectedKind.Movie, "Blue Lamp", null, null, ["English forced"], name),
        ];
        return [.. all.Skip((int)((clock.GetUtcNow() - opened) / FindTime) % all.Length)];
    }
}
