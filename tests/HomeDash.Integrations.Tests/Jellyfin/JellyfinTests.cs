using HomeDash.Integrations.Jellyfin;
using HomeDash.Procedures;
using HomeDash.Simulators;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Integrations.Tests.Jellyfin;

public sealed class JellyfinTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private JellyfinSimulator jellyfin = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => jellyfin = await JellyfinSimulator.StartAsync();

    public ValueTask DisposeAsync() => jellyfin.DisposeAsync();

    [Fact]
    public async Task An_episode_says_of_what_it_is_and_how_it_arrives()
    {
        jellyfin.Playing.Add(new()
        {
            Id = "s1", Type = "Episode", Title = "Ashes", Series = "Nightfall", Season = 2, Episode = 5, User = "tilda", Client = "Jellyfin Android TV", Device = "Living room",
            LengthSeconds = 2700, StartSeconds = 1350, Converts = "video", KilobitsPerSecond = 4000,
        });
        await using var client = WithKey();

        var session = Assert.Single((await client.SessionsAsync(Cancellation)).Items);

        Assert.Equal(("tilda", "Jellyfin Android TV", "Living room"), (session.User, session.Client, session.Device));
        Assert.Equal("Nightfall S02E05 Ashes", session.Label());
        Assert.Equal((MediaKind.Episode, PlaybackState.Playing, MediaDelivery.Transcode, 4_000_000L), (session.Kind, session.State, session.Delivery, session.BitsPerSecond));
        Assert.InRange(session.PositionSeconds!.Value, 1350, 1360);
        Assert.Equal(2700, session.LengthSeconds);
        Assert.InRange(session.Progress!.Value, 0.5, 0.51);
    }

    [Fact]
    public async Task A_piece_of_music_says_by_whom_it_is_and_a_direct_one_counts_the_sound_that_is_heard()
    {
        jellyfin.Playing.Add(new() { Type = "Audio", Title = "Song", Artist = "The Band", Album = "First", Converts = "container", Controllable = false });
        jellyfin.Playing.Add(new() { Title = "Film", Year = 2008, KilobitsPerSecond = 9000 });
        await using var client = WithKey();

        var sessions = (await client.SessionsAsync(Cancellation)).Items;

        Assert.Equal(("The Band – Song", "First", MediaDelivery.Remux), (sessions[0].Label(), sessions[0].Album, sessions[0].Delivery));
        Assert.Empty(sessions[0].Controls);
        Assert.Equal(("Film (2008)", MediaDelivery.Direct, 9_000_000L), (sessions[1].Label(), sessions[1].Delivery, sessions[1].BitsPerSecond));
    }

    [Fact]
    public async Task A_pause_is_answered_once_the_device_has_paused()
    {
        jellyfin.Playing.Add(new() { Id = "s1" });
        await using var client = WithKey();

        var paused = await client.ControlAsync("s1", SessionControl.Pause, Cancellation);
        var resumed = await client.ControlAsync("s1", SessionControl.Resume, Cancellation);
        var stopped = await client.ControlAsync("s1", SessionControl.Stop, Cancellation);

        Assert.Equal((PlaybackState.Paused, PlaybackState.Playing), (paused.Find("s1")!.State, resumed.Find("s1")!.State));
        Assert.Empty(stopped.Items);
        Assert.Equal(["Pause", "Unpause", "Stop"], jellyfin.Playing[0].Told);
    }

    [Fact]
    public async Task What_has_ended_in_the_meantime_needs_no_order()
    {
        await using var client = WithKey();

        Assert.Empty((await client.ControlAsync("gone", SessionControl.Stop, Cancellation)).Items);
    }

    [Fact]
    public async Task The_newest_comes_first_and_no_more_than_asked()
    {
        jellyfin.Library.AddRange([
            new("Movie", "Old", Noon.AddDays(-9)),
            new("Episode", "Ashes", Noon) { Series = "Nightfall", Season = 2, Episode = 5 },
            new("MusicAlbum", "First", Noon.AddHours(-1)) { Artist = "The Band", Year = 1999 },
            new("BoxSet", "Collection", Noon.AddHours(1)),
        ]);
        await using var client = WithKey();

        var added = (await client.RecentAsync(2, Cancellation)).Items;

        Assert.Equal([("Ashes", MediaKind.Episode, Noon), ("First", MediaKind.Album, Noon.AddHours(-1))], added.Select(item => (item.Title, item.Kind, item.AddedAt!.Value)));
        Assert.Equal(("Nightfall", 2, 5), (added[0].Series, added[0].Season, added[0].Episode));
        Assert.Equal(("The Band", 1999), (added[1].Artist, added[1].Year));
        Assert.Null(jellyfin.SeenAs);
    }

    [Fact]
    public async Task A_password_signs_in_once_looks_with_its_own_eyes_and_signs_out_at_the_end()
    {
        await using (var client = WithPassword())
        {
            Assert.Equal(new ServiceVersion("Jellyfin", "10.10.7"), await client.TestAsync(Cancellation));
            await client.SessionsAsync(Cancellation);
            await client.RecentAsync(5, Cancellation);
            Assert.Equal((1, 1, "ada-id"), (jellyfin.SignIns, jellyfin.SignedIn, jellyfin.SeenAs));

            jellyfin.SignEverybodyOut();
            await client.SessionsAsync(Cancellation);
            Assert.Equal((2, 1), (jellyfin.SignIns, jellyfin.SignedIn));
        }

        Assert.Equal(0, jellyfin.SignedIn);
    }

    [Fact]
    public async Task A_wrong_password_is_said_to_be_wrong()
    {
        await using var client = WithPassword();
        jellyfin.Password = "another";

        var error = (await Assert.ThrowsAsync<ProcedureException>(() => client.TestAsync(Cancellation))).Error;

        Assert.Equal(ErrorReason.CredentialsRefused, error.Reason);
    }

    [Fact]
    public async Task Emby_is_not_taken_for_Jellyfin()
    {
        await using var emby = await LoopbackServer.StartAsync(context => context.Response.WriteAsync("""{"ServerName":"nas","Version":"4.8.10.0","Id":"88"}"""));
        await using var client = new JellyfinKind(TimeProvider.System).Connect(new("id", "Den", "jellyfin", emby.Url.ToString()) { Credentials = new(ApiKey: new("secret-key")) });

        var error = (await Assert.ThrowsAsync<ProcedureException>(() => client.TestAsync(Cancellation))).Error;

        Assert.StartsWith("Den answered with the name of another server, not as Jellyfin does.", error.Message, StringComparison.Ordinal);
    }

    private JellyfinClient WithKey() => Connect(new(ApiKey: new(jellyfin.Key)));

    private JellyfinClient WithPassword() => Connect(new("ada", new(jellyfin.Password)));

    private JellyfinClient Connect(Credentials credentials) =>
        new JellyfinKind(TimeProvider.System).Connect(new("id", "Den", "jellyfin", jellyfin.Url.ToString()) { Credentials = credentials });
}
