using System.Text.Json;
using HomeDash.Procedures;
using static HomeDash.Tests.MediaRequests.RequestHouse;

namespace HomeDash.Tests.MediaRequests;

/// <summary>mediaRequests.approve and decline.</summary>
public sealed class AnswerTests : IAsyncLifetime
{
    private RequestHouse requests = null!;

    public async ValueTask InitializeAsync()
    {
        requests = await RequestHouse.StartAsync();
        requests.Films.Ask(603);
        requests.Films.Ask(604, by: "bo");
        requests.Old.Ask(605);
    }

    public ValueTask DisposeAsync() => requests.DisposeAsync();

    [Fact]
    public async Task Each_is_answered_and_shown_as_it_stands_then()
    {
        Assert.Equal(["Big Buck Bunny approved processing ada", "Tears of Steel approved processing ada"], await AnswerAsync("approve", "bunny", "Tears of Steel"));
        Assert.Equal(["Sintel declined missing ada"], await AnswerAsync("decline", "Films/2"));
        Assert.Equal([2, 2, 3], requests.Films.Requests.Concat(requests.Old.Requests).Select(one => one.Status).Order());
    }

    [Fact]
    public async Task What_is_answered_already_is_refused_and_says_by_whom()
    {
        requests.Films.Requests[0].Status = 3;
        requests.Films.Requests[0].AnsweredBy = "cleo";

        Assert.Equal(
            ["wrong_state: The request for Big Buck Bunny is declined already, by cleo.", "Sintel approved processing ada"], await AnswerAsync("approve", "Big Buck Bunny", "Sintel"));
    }

    [Fact]
    public async Task By_its_title_the_request_that_waits_is_meant()
    {
        requests.Films.Requests[0].Status = 3;
        requests.Films.Ask(603, by: "cleo");

        Assert.Equal(["Big Buck Bunny declined missing ada"], await AnswerAsync("decline", "Big Buck Bunny"));
        Assert.Equal(3, requests.Films.Requests[2].Status);
    }

    [Fact]
    public async Task Two_with_the_same_number_are_told_apart_and_one_that_is_not_there_is_nearly_guessed()
    {
        var ambiguous = await requests.House.FailAsync("mediaRequests.approve", """{"requests":["1"]}""");
        var missing = await requests.House.FailAsync("mediaRequests.approve", """{"requests":["Sintle"]}""");

        Assert.Equal(ErrorReason.TargetAmbiguous, ambiguous.Reason);
        Assert.Contains("'Films/1: Big Buck Bunny, pending', 'Old/1: Tears of Steel, pending'", ambiguous.Message, StringComparison.Ordinal);
        Assert.Equal("There is no request 'Sintle'. Did you mean 'Sintel'?", missing.Message);
    }

    [Fact]
    public async Task A_service_that_says_yes_and_forgets_it_is_not_believed()
    {
        requests.Films.IsDeaf = true;

        Assert.Equal(["service_failed: Films took the order, but the request for Sintel is pending."], await AnswerAsync("approve", "Sintel"));
    }

    [Fact]
    public async Task A_film_that_Radarr_does_not_take_is_no_success()
    {
        requests.Films.Forwards = false;

        Assert.StartsWith("service_failed: Films approved Sintel, but Radarr or Sonarr did not take it.", (await AnswerAsync("approve", "Sintel"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_tells_and_answers_nothing()
    {
        requests.Films.Requests[0].Status = 2;

        Assert.Equal(
            ["Leave Big Buck Bunny as it is: The request for Big Buck Bunny is approved already.", "Decline: Sintel, requested by bo."],
            await requests.House.PlanAsync("mediaRequests.decline", """{"requests":["Big Buck Bunny","Sintel"]}"""));
        Assert.Equal(1, requests.Films.Requests[1].Status);
    }

    private async Task<string[]> AnswerAsync(string answer, params string[] named)
    {
        var outcome = await requests.House.CallAsync($"mediaRequests.{answer}", JsonSerializer.Serialize(new { requests = named }));
        return [.. Items(outcome).Select(item => item.GetProperty("ok").GetBoolean()
            ? Texts(item.GetProperty("value"), "title", "status", "availability", "changedBy")
            : $"{Texts(item, "reason")}: {Texts(item, "message")}")];
    }
}
