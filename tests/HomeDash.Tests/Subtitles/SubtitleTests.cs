using System.Text.Json;
using HomeDash.Integrations;
using HomeDash.Procedures;
using HomeDash.Simulators;

namespace HomeDash.Tests.Subtitles;

/// <summary>Subtitles, through the pipeline.</summary>
public sealed class SubtitleTests : IAsyncLifetime
{
    private BazarrSimulator bazarr = null!;
    private CapabilityHouse house = null!;

    public async ValueTask InitializeAsync()
    {
        bazarr = await BazarrSimulator.StartAsync();
        house = await CapabilityHouse.StartAsync(
            services => services.AddHomeDashIntegrations().AddSubtitles(),
            new Integration("den-id", "Den", "bazarr", bazarr.Url.ToString()) { Credentials = new(ApiKey: new(bazarr.Key)) });
        bazarr.Films.Add(("Dune", [BazarrSimulator.Language("English", "en")]));
        foreach (var number in new[] { 10, 9, 1 })
        {
            bazarr.Episodes.Add(("Foundation", $"4x{number}", $"Number {number}", [BazarrSimulator.Language("German", "de")]));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
        await bazarr.DisposeAsync();
    }

    [Fact]
    public async Task It_is_told_how_the_search_goes()
    {
        bazarr.Providers["podnapisi"] = "ConnectionError";
        bazarr.Issues.Add(("Radarr", "Cannot connect"));

        var badges = (await house.CallAsync("subtitles.badges")).GetProperty("items")[0];

        Assert.Equal(
            """{"integration":"Den","episodes":3,"movies":1,"sonarrLive":true,"radarrLive":false,"throttled":[{"name":"podnapisi","reason":"ConnectionError","retry":"in 3 hours"}],"issues":[{"subject":"Radarr","message":"Cannot connect"}]}""",
            badges.GetRawText());
    }

    [Fact]
    public async Task What_lacks_subtitles_is_listed_in_order_and_in_pages()
    {
        var first = await house.CallAsync("subtitles.wanted", """{"limit":3}""");
        var second = await house.CallAsync("subtitles.wanted", $$"""{"limit":3,"cursor":"{{Text(first, "next")}}"}""");

        Assert.Equal(["Dune", "Foundation 4x1", "Foundation 4x9"], Titles(first));
        Assert.Equal(["Foundation 4x10"], Titles(second));
        Assert.Equal(4, second.GetProperty("total").GetInt32());
        Assert.False(second.TryGetProperty("next", out _));
    }

    [Fact]
    public async Task Watching_shows_what_was_found()
    {
        var seen = await house.StreamAsync("subtitles.watch", "{}", item =>
        {
            bazarr.Films.Clear();
            return item.GetProperty("items")[0].GetProperty("movies").GetInt32() == 0;
        });

        Assert.Equal(1, seen[0].GetProperty("items")[0].GetProperty("movies").GetInt32());
    }

    [Fact]
    public async Task A_stranger_sees_nothing_and_a_service_that_fails_is_reported()
    {
        Assert.Equal(ErrorReason.NotAllowed, (await house.FailAsync("subtitles.badges", "{}", new("u1", "stranger"))).Reason);

        bazarr.Key = "changed";
        Assert.Equal("credentials_refused", Text((await house.CallAsync("subtitles.wanted")).GetProperty("integrations")[0], "reason"));
    }

    private static IEnumerable<string> Titles(JsonElement list) =>
        list.GetProperty("items").EnumerateArray().Select(item => item.TryGetProperty("number", out var number) ? $"{Text(item, "title")} {number}" : Text(item, "title"));

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
