using HomeDash.Procedures;
using static HomeDash.Tests.MediaRequests.RequestHouse;

namespace HomeDash.Tests.MediaRequests;

/// <summary>mediaRequests.request.</summary>
public sealed class RequestTests : IAsyncLifetime
{
    private RequestHouse requests = null!;

    public async ValueTask InitializeAsync() => requests = await RequestHouse.StartAsync();

    public ValueTask DisposeAsync() => requests.DisposeAsync();

    [Fact]
    public async Task A_film_is_requested_and_shown_as_the_service_has_it()
    {
        var made = await RequestAsync("""{"integration":"Films","type":"movie","id":603,"profile":"ultra-hd"}""");
        var listed = Items(await requests.House.CallAsync("mediaRequests.list"))[0];

        Assert.Equal("1 Films Big Buck Bunny movie 603 approved Ultra-HD", made);
        Assert.Equal("Big Buck Bunny", Texts(listed, "title"));
    }

    [Fact]
    public async Task A_key_of_whom_may_not_approve_leaves_it_waiting()
    {
        requests.Films.Permissions = 32;

        Assert.Equal("1 Films Big Buck Bunny movie 603 pending", await RequestAsync("""{"integration":"Films","type":"movie","id":603}"""));
    }

    [Fact]
    public async Task Of_a_series_all_that_is_missing_is_requested_without_the_specials()
    {
        requests.Films.Media[700] = 4;
        requests.Films.Seasons[(700, 1)] = 5;

        Assert.Equal("1 Films Pioneer One series 700 approved [2,3]", await RequestAsync("""{"integration":"Films","type":"series","id":700}"""));
        Assert.Equal("1 Old Pioneer One series 700 approved [0,2]", await RequestAsync("""{"integration":"Old","type":"series","id":700,"seasons":[2,0,2]}"""));
    }

    [Theory]
    [InlineData(700, "series", ",\"seasons\":[1,2,3]", "Pioneer One: Season 1 is available already. Season 2 is requested already. Left to request: season 3.")]
    [InlineData(603, "movie", "", "Big Buck Bunny is available already.")]
    [InlineData(604, "movie", "", "Sintel is requested already.")]
    [InlineData(605, "movie", "", "Tears of Steel is on the list of what nobody may request.")]
    public async Task What_is_there_or_requested_is_refused_and_nothing_is_sent(int id, string type, string more, string message)
    {
        requests.Films.Ask(700, 1, seasons: [2]);
        requests.Films.Media[700] = 4;
        requests.Films.Seasons[(700, 1)] = 5;
        requests.Films.Media[603] = 5;
        requests.Films.Ask(604);
        requests.Films.Media[605] = 6;

        var error = await requests.House.FailAsync("mediaRequests.request", $$"""{"integration":"Films","type":"{{type}}","id":{{id}}{{more}}}""");

        Assert.Equal((ErrorReason.AlreadyExists, message, "mediaRequests.options"), (error.Reason, error.Message, error.Next!.Procedure));
        Assert.Null(requests.Films.Ordered);
    }

    [Fact]
    public async Task When_nothing_is_left_it_says_what_became_of_each_season()
    {
        requests.Films.Ask(700, 1, seasons: [2, 3]);
        requests.Films.Seasons[(700, 1)] = 5;

        var error = await requests.House.FailAsync("mediaRequests.request", """{"integration":"Films","type":"series","id":700}""");

        Assert.Equal("Nothing is left to request of Pioneer One. Season 1 is available already. Seasons 2 and 3 are requested already.", error.Message);
    }

    [Theory]
    [InlineData("""{"integration":"Films","type":"series","id":700,"seasons":[1,9]}""", "seasons: Pioneer One has no season 9. It has seasons 0, 1, 2 and 3.")]
    [InlineData("""{"integration":"Films","type":"movie","id":603,"seasons":[1]}""", "seasons: Big Buck Bunny is a film and has no seasons. Leave them out.")]
    [InlineData("""{"integration":"Films","type":"movie","id":603,"profile":"8K"}""", "profile: There is no profile '8K'. There are: HD-1080p, Ultra-HD.")]
    public async Task What_makes_no_sense_is_refused(string input, string message) =>
        Assert.Equal(message, (await requests.House.FailAsync("mediaRequests.request", input)).Message);

    [Fact]
    public async Task A_dry_run_names_the_seasons_and_sends_nothing()
    {
        requests.Films.Seasons[(700, 1)] = 5;
        requests.Films.Media[700] = 4;

        Assert.Equal(["Request Pioneer One, seasons 2 and 3, in Films."], await requests.House.PlanAsync("mediaRequests.request", """{"integration":"Films","type":"series","id":700}"""));
        Assert.Equal(
            ["Request Sintel in Old with the profile HD-1080p."], await requests.House.PlanAsync("mediaRequests.request", """{"integration":"Old","type":"movie","id":604,"profile":"HD-1080p"}"""));
        Assert.Empty(requests.Films.Requests);
    }

    private async Task<string> RequestAsync(string input) =>
        Texts(await requests.House.CallAsync("mediaRequests.request", input), "id", "integration", "title", "type", "mediaId", "status", "seasons", "profile");
}
