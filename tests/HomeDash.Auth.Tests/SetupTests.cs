using System.Net;
using HomeDash.Storage;

namespace HomeDash.Auth.Tests;

public sealed class SetupOnSqlite() : SetupTests(Dialect.Sqlite);

public sealed class SetupOnPostgreSql() : SetupTests(Dialect.PostgreSql);

/// <summary>The first visit.</summary>
public abstract class SetupTests(Dialect dialect) : AuthTests(dialect)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/apps")]
    [InlineData(AuthPages.SignIn)]
    public async Task Before_there_is_a_user_every_page_leads_to_setup(string page)
    {
        using var browser = House.Open();

        LeadsTo(AuthPages.Setup, await browser.Http.GetAsync(page, Cancellation));
    }

    [Fact]
    public async Task The_first_visitor_becomes_administrator_and_is_signed_in()
    {
        using var browser = House.Open();

        LeadsTo("/", await SetUpAsync(browser, "ada", Password));

        var who = await WhoAsync(browser.Http);
        Assert.Equal("ada", who.Name);
        Assert.True(who.Administrator);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser.Http, "/"));
    }

    [Fact]
    public async Task Afterwards_the_setup_page_leads_away_and_its_form_is_refused()
    {
        using var first = House.Open();
        using var second = House.Open();
        var token = await second.Http.GetStringAsync(AuthPages.Setup, Cancellation);
        await SetUpAsync(first, "ada", Password);

        LeadsTo("/", await second.Http.GetAsync(AuthPages.Setup, Cancellation));
        var late = await second.Http.PostAsync("/auth/setup", Browser.Form(("name", "eve"), ("password", Password), ("__RequestVerificationToken", token)), Cancellation);

        LeadsTo("/sign-in?error=exists", late);
        Assert.Null(await House.Accounts.FindByNameAsync("eve", Cancellation));
    }

    [Fact]
    public async Task Of_several_at_the_same_time_one_becomes_administrator()
    {
        var browsers = Enumerable.Range(0, 6).Select(_ => House.Open()).ToArray();

        var answers = await Task.WhenAll(browsers.Select((browser, index) => SetUpAsync(browser, $"admin{index}", Password)));

        Assert.Single(answers, answer => answer.Headers.Location!.OriginalString == "/");
        var made = await Task.WhenAll(browsers.Select((_, index) => House.Accounts.FindByNameAsync($"admin{index}", Cancellation)));
        Assert.Single(made, user => user is not null);
        Array.ForEach(browsers, browser => browser.Dispose());
    }

    [Theory]
    [InlineData("ab", Password)]
    [InlineData("ada lovelace", Password)]
    [InlineData("ada", "seven77")]
    public async Task A_name_or_password_that_will_not_do_leads_back(string name, string password)
    {
        using var browser = House.Open();

        var answer = await SetUpAsync(browser, name, password);

        Assert.StartsWith("/setup?error=invalid&", answer.Headers.Location!.OriginalString);
        Assert.DoesNotContain(password, answer.Headers.Location.OriginalString);
        Assert.False(await House.Accounts.AnyAsync(Cancellation));
    }

    private static Task<HttpResponseMessage> SetUpAsync(Browser browser, string name, string password) =>
        browser.PostAsync(AuthPages.Setup, "/auth/setup", Cancellation, ("name", name), ("password", password), ("returnUrl", "/"));
}
