using System.Net;
using HomeDash.Procedures;
using HomeDash.Storage;

namespace HomeDash.Auth.Tests;

public sealed class GuestOnSqlite() : GuestTests(Dialect.Sqlite);

public sealed class GuestOnPostgreSql() : GuestTests(Dialect.PostgreSql);

/// <summary>What opens for people who have not signed in.</summary>
public abstract class GuestTests(Dialect dialect) : AuthTests(dialect)
{
    [Fact]
    public async Task Without_a_public_board_boards_ask_to_sign_in_and_come_back_after_it()
    {
        await FurnishAsync();
        using var browser = House.Open();

        LeadsTo("/sign-in?returnUrl=%2Fboards%2FKitchen", await browser.Http.GetAsync("/boards/Kitchen", Cancellation));

        LeadsTo("/boards/Kitchen", await browser.SignInAsync("ada", Password, Cancellation, "/boards/Kitchen"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser.Http, "/boards/Kitchen"));
    }

    [Fact]
    public async Task Boards_are_open_to_guests_for_as_long_as_one_is_public()
    {
        await FurnishAsync();
        using var browser = House.Open();

        await ShowAsync(isPublic: true);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser.Http, "/boards/Kitchen"));
        LeadsTo("/sign-in?returnUrl=%2Fapps", await browser.Http.GetAsync("/apps", Cancellation));

        await ShowAsync(isPublic: false);
        LeadsTo("/sign-in?returnUrl=%2Fboards%2FKitchen", await browser.Http.GetAsync("/boards/Kitchen", Cancellation));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Invites_open_whether_or_not_a_board_is_public(bool isPublic)
    {
        await FurnishAsync();
        await ShowAsync(isPublic);
        using var browser = House.Open();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser.Http, "/invite/00000000.anything"));
    }

    private async Task FurnishAsync()
    {
        await House.AddUserAsync("ada", Password, administrator: true, Cancellation);
        await CallAsync("board.create", """{"name":"Kitchen"}""");
    }

    private Task ShowAsync(bool isPublic) => CallAsync("board.setVisibility", $$"""{"board":"Kitchen","isPublic":{{(isPublic ? "true" : "false")}}}""");

    private async Task CallAsync(string path, string input) =>
        Assert.IsAssignableFrom<ProcedureOutcome.Completed>(await House.CallAsync(null, path, input, Cancellation));
}
