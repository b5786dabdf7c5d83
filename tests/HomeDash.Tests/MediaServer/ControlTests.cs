using System.Text.Json;
using HomeDash.Procedures;
using HomeDash.Simulators;

namespace HomeDash.Tests.MediaServer;

/// <summary>mediaServer.pause, resume and stop.</summary>
public sealed class ControlTests : IAsyncLifetime
{
    private MediaHouse media = null!;

    public async ValueTask InitializeAsync()
    {
        media = await MediaHouse.StartAsync();
        media.Den.Playing.Add(new() { Id = "s1", Title = "Film", Year = 2008, User = "tilda", Device = "Living room" });
        media.Den.Playing.Add(new() { Id = "s2", Type = "Episode", Title = "Ashes", Series = "Nightfall", Season = 2, Episode = 5, User = "bo", Device = "Tablet" });
        media.Attic.Playing.Add(new() { Id = "p1", Title = "Other", User = "cleo", Device = "Chrome" });
        media.Music.Playing.Add(new() { Title = "Song", Artist = "The Band", User = "ada", Client = "Symfonium" });
    }

    public ValueTask DisposeAsync() => media.DisposeAsync();

    [Theory]
    [InlineData("Film", "Film (2008)")]
    [InlineData("living room", "Film (2008)")]
    [InlineData("s1", "Film (2008)")]
    [InlineData("Nightfall", "Nightfall S02E05 Ashes")]
    [InlineData("bo", "Nightfall S02E05 Ashes")]
    [InlineData("Den/s2", "Nightfall S02E05 Ashes")]
    public async Task It_is_paused_and_resumed_by_what_people_call_it(string given, string title)
    {
        var paused = await OneAsync("pause", given);
        var again = await OneAsync("pause", given);
        var resumed = await OneAsync("resume", given);

        Assert.Equal([$"{title} paused", $"{title} paused It is paused already.", $"{title} playing"], new[] { paused, again, resumed });
    }

    [Fact]
    public async Task What_is_stopped_is_gone_and_each_gets_its_own_outcome()
    {
        var outcomes = await AllAsync("stop", "Film", "Other", "Song");

        Assert.Equal(["Film (2008) ended", "Other ended", "wrong_state: Music cannot control Symfonium from here."], outcomes);
        Assert.Equal(["Ashes", "Song"], MediaHouse.Items(await media.House.CallAsync("mediaServer.sessions")).Select(item => MediaHouse.Text(item, "title")));
    }

    [Fact]
    public async Task Plex_cannot_pause_and_says_what_it_can()
    {
        Assert.Equal("wrong_state: Attic can only stop what Web plays.", await OneAsync("pause", "Other"));
        Assert.Empty(media.Attic.Playing[0].Told);
    }

    [Fact]
    public async Task A_device_that_does_not_obey_is_not_believed()
    {
        media.Den.Playing[0].Obeys = false;

        Assert.StartsWith("service_failed: Den took the order, but Film (2008) is still playing. Living room may not obey", await OneAsync("pause", "Film"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_tells_and_does_nothing()
    {
        await OneAsync("pause", "Nightfall");
        media.Den.Playing[1].Told.Clear();

        Assert.Equal(
            ["Pause: Film (2008) (tilda, Living room).", "Leave Nightfall S02E05 Ashes (bo, Tablet) as it is: it is paused already.", "Leave Other (cleo, Chrome) as it is: The server can only stop what Web plays."],
            await media.House.PlanAsync("mediaServer.pause", """{"sessions":["Film","Nightfall","Other"]}"""));
        Assert.Empty(media.Den.Playing.SelectMany(one => one.Told));
    }

    [Fact]
    public async Task Two_that_fit_are_named_and_one_that_is_not_there_is_nearly_guessed()
    {
        media.Attic.Playing.Add(new() { Title = "Film", Year = 2008, User = "dora", Device = "Phone" });

        var ambiguous = await media.House.FailAsync("mediaServer.stop", """{"sessions":["Film"]}""");
        var missing = await media.House.FailAsync("mediaServer.stop", """{"sessions":["Othre"]}""");

        Assert.Equal(ErrorReason.TargetAmbiguous, ambiguous.Reason);
        Assert.Contains("'Film (2008) (tilda, Living room)', 'Film (2008) (dora, Phone)'", ambiguous.Message, StringComparison.Ordinal);
        Assert.Equal("There is no playback 'Othre'. Did you mean 'Other'?", missing.Message);
        Assert.Equal("Film (2008) ended", await OneAsync("stop", "Film (2008) (dora, Phone)"));
    }

    private async Task<string> OneAsync(string action, string session) => (await AllAsync(action, session))[0];

    private async Task<string[]> AllAsync(string action, params string[] sessions)
    {
        var outcome = await media.House.CallAsync($"mediaServer.{action}", JsonSerializer.Serialize(new { sessions }));
        return [.. MediaHouse.Items(outcome).Select(Describe)];
    }

    private static string Describe(JsonElement outcome) => outcome.GetProperty("ok").GetBoolean() && outcome.GetProperty("value") is var value
        ? string.Join(' ', new[] { MediaHouse.Text(value, "title"), MediaHouse.Text(value, "state") ?? "ended", MediaHouse.Text(value, "note") }.OfType<string>())
        : $"{MediaHouse.Text(outcome, "reason")}: {MediaHouse.Text(outcome, "message")}";
}
