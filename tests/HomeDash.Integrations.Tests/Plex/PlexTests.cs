using HomeDash.Integrations.Plex;
using HomeDash.Procedures;
using HomeDash.Simulators;

namespace HomeDash.Integrations.Tests.Plex;

public sealed class PlexTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private PlexSimulator plex = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => plex = await PlexSimulator.StartAsync();

    public ValueTask DisposeAsync() => plex.DisposeAsync();

    [Fact]
    public async Task It_tells_films_episodes_and_music()
    {
        plex.Playing.AddRange([
            new() { Title = "Tom & Jerry <1>", Year = 1965, StartSeconds = 60, KilobitsPerSecond = 20_000, User = "tilda", Client = "Plex Web", Device = "Chrome" },
            new() { Type = "Episode", Title = "Ashes", Series = "Nightfall", Season = 0, Episode = 5, Converts = "video" },
            new() { Type = "Audio", Title = "Song", Artist = "The Band", Album = "First", Converts = "container", Controllable = false },
        ]);
        using var client = Connect();

        var sessions = (await client.SessionsAsync(Cancellation)).Items;

        Assert.Equal(["Tom & Jerry <1> (1965)", "Nightfall S00E05 Ashes", "The Band – Song"], sessions.Select(session => session.Label()));
        Assert.Equal([MediaDelivery.Direct, MediaDelivery.Transcode, MediaDelivery.Remux], sessions.Select(session => session.Delivery!.Value));
        Assert.Equal(("tilda", "Plex Web", "Chrome", 20_000_000L), (sessions[0].User, sessions[0].Client, sessions[0].Device, sessions[0].BitsPerSecond));
        Assert.InRange(sessions[0].PositionSeconds!.Value, 60, 70);
        Assert.Equal(600, sessions[0].LengthSeconds);
        Assert.Equal([SessionControl.Stop], sessions[0].Controls);
        Assert.Empty(sessions[2].Controls);
    }

    [Fact]
    public async Task It_ends_what_is_played_and_waits_until_it_has_ended()
    {
        plex.Playing.Add(new() { Id = "s1" });
        using var client = Connect();

        Assert.Empty((await client.ControlAsync("s1", SessionControl.Stop, Cancellation)).Items);
        Assert.Equal(["Stop"], plex.Playing[0].Told);
    }

    [Fact]
    public async Task Without_a_Plex_Pass_it_says_so_and_the_token_stays_good()
    {
        plex.HasPass = false;
        plex.Playing.Add(new() { Id = "s1" });
        using var client = Connect();

        var error = (await Assert.ThrowsAsync<ProcedureException>(() => client.ControlAsync("s1", SessionControl.Stop, Cancellation))).Error;

        Assert.Equal(ErrorReason.PermissionRefused, error.Reason);
        Assert.Contains("Plex Pass", error.Message, StringComparison.Ordinal);
        Assert.Single((await client.SessionsAsync(Cancellation)).Items);
    }

    [Fact]
    public async Task What_was_added_are_films_seasons_and_albums()
    {
        plex.Library.AddRange([
            new("MusicAlbum", "First", Noon.AddHours(-2)) { Artist = "The Band", Year = 1999 },
            new("Season", "Season 2", Noon) { Series = "Nightfall", Season = 2 },
            new("Movie", "Film", Noon.AddHours(-1)) { Year = 2008 },
            new("Movie", "Old", Noon.AddDays(-9)),
        ]);
        using var client = Connect();

        var added = (await client.RecentAsync(3, Cancellation)).Items;

        Assert.Equal([("Season 2", MediaKind.Season), ("Film", MediaKind.Movie), ("First", MediaKind.Album)], added.Select(item => (item.Title, item.Kind)));
        Assert.Equal(("Nightfall", 2, Noon), (added[0].Series, added[0].Season, added[0].AddedAt));
        Assert.Equal(("The Band", 600L), (added[2].Artist, added[1].LengthSeconds));
    }

    [Fact]
    public async Task A_connection_is_tested_with_what_only_the_owner_sees()
    {
        using var owner = Connect();
        using var guest = Connect(plex.GuestToken);
        using var stranger = Connect("secret-of-nobody");

        Assert.Equal(new ServiceVersion("Plex", "1.41.3.9314-a0bfb8370"), await owner.TestAsync(Cancellation));
        Assert.Equal(ErrorReason.PermissionRefused, (await Assert.ThrowsAsync<ProcedureException>(() => guest.TestAsync(Cancellation))).Error.Reason);
        Assert.Equal(ErrorReason.CredentialsRefused, (await Assert.ThrowsAsync<ProcedureException>(() => stranger.TestAsync(Cancellation))).Error.Reason);
    }

    private PlexClient Connect(string? token = null) =>
        new PlexKind(TimeProvider.System).Connect(new("id", "Den", "plex", plex.Url.ToString()) { Credentials = new(ApiKey: new(token ?? plex.Token)) });
}
