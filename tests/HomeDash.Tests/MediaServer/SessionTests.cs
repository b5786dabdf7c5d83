using System.Collections.Frozen;
using HomeDash.Procedures;

namespace HomeDash.Tests.MediaServer;

/// <summary>mediaServer.sessions, watch and recent.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private MediaHouse media = null!;

    public async ValueTask InitializeAsync() => media = await MediaHouse.StartAsync();

    public ValueTask DisposeAsync() => media.DisposeAsync();

    [Fact]
    public async Task Who_plays_what_is_told_over_all_servers()
    {
        media.Den.Playing.Add(new() { Id = "s1", Type = "Episode", Title = "Ashes", Series = "Nightfall", Season = 2, Episode = 5, Device = "Living room", LengthSeconds = 2700, StartSeconds = 270, Converts = "video", KilobitsPerSecond = 4000 });
        media.Attic.Playing.Add(new() { Title = "Film", Year = 2008, User = "bo", KilobitsPerSecond = 9000 });
        media.Music.Playing.Add(new() { Title = "Song", Artist = "The Band", Album = "First", KilobitsPerSecond = 320 });

        var list = await media.House.CallAsync("mediaServer.sessions");
        var items = MediaHouse.Items(list);

        Assert.Equal([("Attic", "Film", "movie"), ("Den", "Ashes", "episode"), ("Music", "Song", "track")],
            items.Select(item => (MediaHouse.Text(item, "integration")!, MediaHouse.Text(item, "title")!, MediaHouse.Text(item, "kind")!)));
        Assert.Equal(13_320_000, list.GetProperty("bitsPerSecond").GetInt64());
        var episode = items[1];
        Assert.Equal(("Nightfall", "2", "5", "Living room", "transcode", "playing"), (
            MediaHouse.Text(episode, "series"), MediaHouse.Text(episode, "season"), MediaHouse.Text(episode, "episode"), MediaHouse.Text(episode, "device"), MediaHouse.Text(episode, "delivery"), MediaHouse.Text(episode, "state")));
        Assert.InRange(episode.GetProperty("positionSeconds").GetInt64(), 270, 280);
        Assert.InRange(episode.GetProperty("progress").GetDouble(), 0.1, 0.105);
        Assert.Equal(["pause", "resume", "stop"], episode.GetProperty("controls").EnumerateArray().Select(control => control.GetString()));
        Assert.False(items[2].TryGetProperty("positionSeconds", out _));
    }

    [Fact]
    public async Task One_that_fails_is_reported_beside_the_others()
    {
        media.Den.Playing.Add(new() { Title = "Film" });
        media.Music.Failure = (0, "database is locked");

        var list = await media.House.CallAsync("mediaServer.sessions");

        Assert.Single(MediaHouse.Items(list));
        var report = list.GetProperty("integrations").EnumerateArray().Single(one => !one.GetProperty("ok").GetBoolean());
        Assert.Equal(("Music", "service_failed", "Music says: database is locked"), (MediaHouse.Text(report, "integration"), MediaHouse.Text(report, "reason"), MediaHouse.Text(report, "message")));
    }

    [Fact]
    public async Task Watching_shows_what_begins_later()
    {
        var seen = await media.House.StreamAsync("mediaServer.watch", "{}", list =>
        {
            if (MediaHouse.Items(list).Length == 0)
            {
                media.Den.Playing.Add(new() { Title = "Film" });
                return false;
            }

            return true;
        });

        Assert.Equal("Film", MediaHouse.Text(MediaHouse.Items(seen[^1])[0], "title"));
    }

    [Fact]
    public async Task What_was_added_is_told_newest_first_over_all_servers_and_bounded()
    {
        media.Den.Library.AddRange([new("Movie", "Film", Noon.AddHours(-3)), new("Movie", "Older", Noon.AddDays(-3))]);
        media.Attic.Library.Add(new("Season", "Season 2", Noon) { Series = "Nightfall", Season = 2 });
        media.Music.Library.Add(new("MusicAlbum", "First", Noon.AddHours(-1)) { Artist = "The Band" });

        var items = MediaHouse.Items(await media.House.CallAsync("mediaServer.recent", """{"limit":3}"""));

        Assert.Equal([("Season 2", "season", "Attic"), ("First", "album", "Music"), ("Film", "movie", "Den")],
            items.Select(item => (MediaHouse.Text(item, "title")!, MediaHouse.Text(item, "kind")!, MediaHouse.Text(item, "integration")!)));
        Assert.Equal("2026-05-01T12:00:00Z", MediaHouse.Text(items[0], "addedAt"));
    }

    [Fact]
    public async Task A_caller_sees_only_what_they_may_use()
    {
        media.Den.Playing.Add(new() { Title = "Film" });
        media.Attic.Playing.Add(new() { Title = "Other" });
        var guest = new Caller("guest", "guest")
        {
            Permissions = new[] { MediaServerPermissions.View }.ToFrozenSet(),
            Grants = new Dictionary<(string, string), Access> { [("integration", "den-id")] = Access.Use }.ToFrozenDictionary(),
        };

        Assert.Equal("Film", MediaHouse.Text(Assert.Single(MediaHouse.Items(await media.House.CallAsync("mediaServer.sessions", caller: guest))), "title"));
        Assert.Equal(ErrorReason.TargetNotFound, (await media.House.FailAsync("mediaServer.sessions", """{"integrations":["Attic"]}""", guest)).Reason);
        Assert.Equal(ErrorReason.NotAllowed, (await media.House.FailAsync("mediaServer.stop", """{"sessions":["Film"]}""", guest)).Reason);
    }

    [Fact]
    public async Task Without_a_server_it_says_what_to_connect()
    {
        await using var empty = await MediaHouse.StartAsync("nobody");

        var error = await empty.House.FailAsync("mediaServer.sessions");

        Assert.Equal(ErrorReason.NotConfigured, error.Reason);
        Assert.Contains("Add your Jellyfin", error.Message, StringComparison.Ordinal);
    }
}
