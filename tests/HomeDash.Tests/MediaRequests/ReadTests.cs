using System.Collections.Frozen;
using HomeDash.Procedures;
using static HomeDash.Tests.MediaRequests.RequestHouse;

namespace HomeDash.Tests.MediaRequests;

/// <summary>mediaRequests.search, options, list and stats.</summary>
public sealed class ReadTests : IAsyncLifetime
{
    private RequestHouse requests = null!;

    public async ValueTask InitializeAsync() => requests = await RequestHouse.StartAsync();

    public ValueTask DisposeAsync() => requests.DisposeAsync();

    [Fact]
    public async Task A_search_tells_what_is_there_requested_or_missing()
    {
        requests.Films.Media[603] = 5;
        requests.Films.Ask(604);

        var items = Items(await requests.House.CallAsync("mediaRequests.search", """{"query":"  i  ","integrations":["Films"]}"""));

        Assert.Equal(
            ["604 movie Sintel 2010 requested Films", "700 series Pioneer One 2010 missing Films"],
            items.Where(item => item.GetProperty("id").GetInt32() is 604 or 700).Select(item => Texts(item, "id", "type", "title", "year", "availability", "integration")));
        Assert.Equal(2, Items(await requests.House.CallAsync("mediaRequests.search", """{"query":"e","limit":1}""")).Length);
        Assert.Equal("query: Give a title, or a part of one.", (await requests.House.FailAsync("mediaRequests.search", """{"query":"  "}""")).Message);
    }

    [Fact]
    public async Task A_service_out_of_reach_of_TMDB_is_reported_and_not_taken_for_an_empty_one()
    {
        requests.Films.HasTmdb = false;

        var list = await requests.House.CallAsync("mediaRequests.search", """{"query":"bunny"}""");

        Assert.Equal("Old", Texts(Assert.Single(Items(list)), "integration"));
        Assert.Equal("service_failed Films says: Unable to retrieve trending items.", Texts(list.GetProperty("integrations")[0], "reason", "message"));
    }

    [Fact]
    public async Task Options_show_seasons_and_profiles()
    {
        requests.Films.Media[700] = 4;
        requests.Films.Seasons[(700, 1)] = 5;

        var series = await requests.House.CallAsync("mediaRequests.options", """{"integration":"Films","type":"series","id":700}""");
        var film = await requests.House.CallAsync("mediaRequests.options", """{"integration":"seerr","type":"movie","id":603}""");

        Assert.Equal("Pioneer One partial", Texts(series, "title", "availability"));
        Assert.Equal(["0 missing 2", "1 available 6", "2 missing 4", "3 missing 5"], series.GetProperty("seasons").EnumerateArray().Select(season => Texts(season, "number", "availability", "episodes")));
        Assert.Equal(["HD-1080p True", "Ultra-HD False"], film.GetProperty("profiles").EnumerateArray().Select(profile => Texts(profile, "name", "isDefault")));
        Assert.Equal("Films says: Unable to retrieve movie.", (await requests.House.FailAsync("mediaRequests.options", """{"integration":"Films","type":"movie","id":700}""")).Message);
    }

    [Fact]
    public async Task Requests_are_listed_with_titles_newest_first_over_all_services()
    {
        var noon = new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
        requests.Films.Ask(603, at: noon);
        requests.Films.Ask(700, 2, "bo", noon.AddHours(2), 1, 2);
        requests.Old.Ask(604, 3, "bo", noon.AddHours(1));

        var items = Items(await requests.House.CallAsync("mediaRequests.list"));

        Assert.Equal(
            ["2 Films Pioneer One series approved processing bo [1,2]", "1 Old Sintel movie declined missing bo", "1 Films Big Buck Bunny movie pending requested tilda"],
            items.Select(item => Texts(item, "id", "integration", "title", "type", "status", "availability", "requestedBy", "seasons")));
        Assert.Equal("2026-05-01T14:00:00Z", Texts(items[0], "requestedAt"));
        Assert.Equal(["Pioneer One"], Items(await requests.House.CallAsync("mediaRequests.list", """{"limit":1}""")).Select(item => Texts(item, "title")));
    }

    [Fact]
    public async Task Requests_are_filtered_by_status_and_by_days()
    {
        requests.Films.Ask(603, at: DateTimeOffset.UtcNow.AddDays(-2));
        requests.Films.Ask(604, 3, at: DateTimeOffset.UtcNow.AddDays(-20));
        requests.Films.Ask(605, 2, at: DateTimeOffset.UtcNow.AddDays(-40));

        Assert.Equal(["Big Buck Bunny", "Sintel"], await TitlesAsync("""{"statuses":["pending","declined"]}"""));
        Assert.Equal(["Big Buck Bunny", "Sintel"], await TitlesAsync("""{"days":30}"""));
        Assert.Equal(["Sintel"], await TitlesAsync("""{"days":30,"statuses":["declined"]}"""));
        Assert.Empty(await TitlesAsync("""{"integrations":["Old"]}"""));
    }

    [Fact]
    public async Task Requests_are_counted()
    {
        requests.Films.Ask(603);
        requests.Films.Ask(700, 2, "bo", seasons: [1]);

        var stats = Items(await requests.House.CallAsync("mediaRequests.stats", """{"integrations":["Films"]}"""))[0];

        Assert.Equal("Films 2 1 1 1 1 0 0", Texts(stats, "integration", "total", "movies", "series", "pending", "processing", "available", "declined"));
        Assert.Equal(["tilda 1", "bo 1"], stats.GetProperty("users").EnumerateArray().Select(user => Texts(user, "name", "requests")));
    }

    [Fact]
    public async Task Whoever_may_only_look_can_neither_request_nor_answer_and_sees_what_is_theirs()
    {
        requests.Films.Ask(603);
        var guest = new Caller("guest", "guest")
        {
            Permissions = new[] { MediaRequestPermissions.View, MediaRequestPermissions.Request }.ToFrozenSet(),
            Grants = new Dictionary<(string, string), Access> { [("integration", "films-id")] = Access.Use }.ToFrozenDictionary(),
        };

        Assert.Single(Items(await requests.House.CallAsync("mediaRequests.list", caller: guest)));
        Assert.Equal(ErrorReason.NotAllowed, (await requests.House.FailAsync("mediaRequests.approve", """{"requests":["1"]}""", guest)).Reason);
        Assert.Equal(ErrorReason.NotAllowed, (await requests.House.FailAsync("mediaRequests.request", """{"integration":"Films","type":"movie","id":604}""", guest)).Reason);
        Assert.Equal(ErrorReason.TargetNotFound, (await requests.House.FailAsync("mediaRequests.list", """{"integrations":["Old"]}""", guest)).Reason);
    }

    [Fact]
    public async Task Without_a_service_it_says_what_to_connect()
    {
        await using var empty = await StartAsync("nobody");

        var error = await empty.House.FailAsync("mediaRequests.list");

        Assert.Equal(ErrorReason.NotConfigured, error.Reason);
        Assert.Contains("Add your Seerr", error.Message, StringComparison.Ordinal);
    }

    private async Task<string[]> TitlesAsync(string input) => [.. Items(await requests.House.CallAsync("mediaRequests.list", input)).Select(item => Texts(item, "title"))];
}
