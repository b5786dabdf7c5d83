using HomeDash.Integrations.Tests;
using HomeDash.Simulators;

namespace HomeDash.Integrations.Bazarr.Tests;

public sealed class BazarrFaults : FaultTests, IAsyncLifetime
{
    private BazarrSimulator? service;

    private protected override IIntegrationKind Kind => new BazarrKind(Clock);

    private protected override Credentials Credentials => new(ApiKey: new(service!.Key));

    public async ValueTask InitializeAsync() => service = await BazarrSimulator.StartAsync();

    public ValueTask DisposeAsync() => service!.DisposeAsync();

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(service!.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((ISubtitleFinder)client).BadgesAsync(cancellationToken);
}

public sealed class BazarrTests : IAsyncLifetime
{
    private BazarrSimulator bazarr = null!;
    private BazarrClient client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        bazarr = await BazarrSimulator.StartAsync();
        client = new BazarrKind(TimeProvider.System).Connect(new("id", "Den", "bazarr", bazarr.Url.ToString()) { Credentials = new(ApiKey: new(bazarr.Key)) });
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return bazarr.DisposeAsync();
    }

    [Fact]
    public async Task It_tells_what_is_wanted_throttled_and_wrong()
    {
        bazarr.Episodes.Add(("Foundation", "4x1", "A Beginning", [BazarrSimulator.Language("German", "de")]));
        bazarr.Films.Add(("Dune", [BazarrSimulator.Language("English", "en", forced: true)]));
        bazarr.Providers["opensubtitlescom"] = "TooManyRequests";
        bazarr.Providers["podnapisi"] = null;
        bazarr.Issues.Add(("Sonarr", "Root folder is missing"));

        var badges = await client.BadgesAsync(Cancellation);

        Assert.Equal((1, 1, true, false), (badges.Episodes, badges.Movies, badges.SonarrLive!.Value, badges.RadarrLive!.Value));
        Assert.Equal([new("opensubtitlescom", "TooManyRequests", "in 3 hours")], badges.Throttled);
        Assert.Equal([new("Sonarr", "Root folder is missing")], badges.Issues);
        Assert.Equal(new("Bazarr", "1.5.3"), await client.TestAsync(Cancellation));
    }

    [Fact]
    public async Task It_tells_in_which_languages_subtitles_are_wanted()
    {
        bazarr.Episodes.Add(("Foundation", "4x1", "A Beginning", [BazarrSimulator.Language("German", "de"), BazarrSimulator.Language("English", "en", hearingImpaired: true)]));
        bazarr.Films.Add(("Dune", [BazarrSimulator.Language("English", "en", forced: true)]));

        var wanted = await client.WantedAsync(10, Cancellation);

        Assert.Equal(2, wanted.Total);
        Assert.Equal(("1", CollectedKind.Episode, "Foundation", "A Beginning", "4x1"), (wanted.Items[0].Id, wanted.Items[0].Kind, wanted.Items[0].Title, wanted.Items[0].Detail, wanted.Items[0].Number));
        Assert.Equal(["German", "English HI"], wanted.Items[0].Languages);
        Assert.Equal((CollectedKind.Movie, "Dune"), (wanted.Items[1].Kind, wanted.Items[1].Title));
        Assert.Equal(["English forced"], wanted.Items[1].Languages);
    }

    [Fact]
    public async Task Of_very_much_the_beginning_is_read_and_all_is_counted()
    {
        for (var number = 1; number <= 30; number++)
        {
            bazarr.Episodes.Add(("Long", $"1x{number}", "", []));
        }

        var wanted = await client.WantedAsync(20, Cancellation);

        Assert.Equal((20, 30), (wanted.Items.Count, wanted.Total));
    }
}
