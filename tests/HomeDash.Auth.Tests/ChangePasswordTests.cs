using System.Net;
using HomeDash.Procedures;
using HomeDash.Storage;

namespace HomeDash.Auth.Tests;

public sealed class ChangePasswordOnSqlite() : ChangePasswordTests(Dialect.Sqlite);

public sealed class ChangePasswordOnPostgreSql() : ChangePasswordTests(Dialect.PostgreSql);

/// <summary>One's own password is changed with the current one, which is not to be guessed.</summary>
public abstract class ChangePasswordTests(Dialect dialect) : AuthTests(dialect)
{
    [Theory]
    [InlineData("")]
    [InlineData(",\"user\":\"ADA\"")]
    public async Task The_current_password_changes_it(string user)
    {
        await AddAsync("ada");

        Assert.IsAssignableFrom<ProcedureOutcome.Completed>(await ChangeAsync("ada", Password, user));

        using var browser = House.Open();
        LeadsTo("/", await browser.SignInAsync("ada", "a new password", Cancellation));
    }

    [Fact]
    public async Task Wrong_guesses_lock_it_as_at_sign_in_and_sign_in_with_it()
    {
        await AddAsync("ada");
        for (var i = 0; i < 5; i++)
        {
            var wrong = await FailAsync("ada", $"guess {i}");
            Assert.Equal(("current", ErrorReason.InvalidInput), (Assert.Single(wrong.Problems).Path, wrong.Reason));
        }

        var locked = await FailAsync("ada", Password);
        Assert.Equal((ProcedureErrorCode.TooManyRequests, ErrorReason.TooManyCalls), (locked.Code, locked.Reason));
        Assert.Contains("Wait a few minutes", locked.Message);
        using var browser = House.Open();
        LeadsTo("/sign-in?error=locked&name=ada&returnUrl=%2F", await browser.SignInAsync("ada", Password, Cancellation));

        House.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.IsAssignableFrom<ProcedureOutcome.Completed>(await ChangeAsync("ada", Password));
    }

    [Fact]
    public async Task Guesses_at_sign_in_count_here_too_and_a_right_password_forgets_them()
    {
        await AddAsync("ada");
        using var browser = House.Open();
        for (var i = 0; i < 4; i++)
        {
            await browser.SignInAsync("ada", "wrong", Cancellation);
        }

        Assert.IsAssignableFrom<ProcedureOutcome.Completed>(await ChangeAsync("ada", Password));
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(ErrorReason.InvalidInput, (await FailAsync("ada", "wrong")).Reason);
        }

        LeadsTo("/", await browser.SignInAsync("ada", "a new password", Cancellation));
    }

    [Fact]
    public async Task Guesses_at_the_same_time_cannot_slip_past_the_lock()
    {
        await AddAsync("ada");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => FailAsync("ada", $"guess {i}")));

        Assert.Equal(5, outcomes.Count(error => error.Reason == ErrorReason.InvalidInput));
    }

    [Fact]
    public async Task An_administrator_sets_anothers_password_without_guessing_and_the_own_one_with_it()
    {
        await AddAsync("ada");
        await House.AddUserAsync("root", Password, administrator: true, Cancellation);

        Assert.Equal(ErrorReason.InvalidInput, (await FailAsync("root", "wrong", ",\"user\":\" ROOT \"")).Reason);
        var set = await House.CallAsync("root", "user.changePassword", """{"password":"set by root","user":"ada"}""", Cancellation);

        Assert.IsAssignableFrom<ProcedureOutcome.Completed>(set);
        using var browser = House.Open();
        LeadsTo("/", await browser.SignInAsync("ada", "set by root", Cancellation));
    }

    [Fact]
    public async Task By_the_form_this_browser_stays_signed_in_and_others_do_not()
    {
        await AddAsync("ada");
        using var browser = House.Open();
        using var other = House.Open();
        await browser.SignInAsync("ada", Password, Cancellation);
        await other.SignInAsync("ada", Password, Cancellation);

        LeadsTo("/account?changed=true", await PostAsync(browser, Password, "a new password"));

        Assert.Equal("ada", (await WhoAsync(browser.Http)).Name);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(other.Http, "/api/who"));
        LeadsTo("/", await other.SignInAsync("ada", "a new password", Cancellation));
        Assert.DoesNotContain("a new password", House.Log.All);
    }

    [Fact]
    public async Task The_form_says_what_was_wrong_and_counts_guesses()
    {
        await AddAsync("ada");
        using var browser = House.Open();
        await browser.SignInAsync("ada", Password, Cancellation);

        LeadsTo("/account?error=invalid", await PostAsync(browser, Password, "short"));
        for (var i = 0; i < 5; i++)
        {
            LeadsTo("/account?error=wrong", await PostAsync(browser, "wrong", "a new password"));
        }

        LeadsTo("/account?error=locked", await PostAsync(browser, Password, "a new password"));
        Assert.Equal("ada", (await WhoAsync(browser.Http)).Name);
    }

    [Fact]
    public async Task The_form_from_elsewhere_and_of_somebody_who_may_not_is_refused()
    {
        await AddAsync("ada");
        using var browser = House.Open();
        await browser.SignInAsync("ada", Password, Cancellation);
        var fields = new[] { ("current", Password), ("password", "a new password") };

        LeadsTo("/account?error=expired", await browser.Http.PostAsync("/auth/change-password", Browser.Form(fields), Cancellation));
        await House.CallAsync(null, "group.revokePermissions", """{"group":"everyone","permissions":["user.self"]}""", Cancellation);
        LeadsTo("/account?error=refused", await PostAsync(browser, Password, "a new password"));

        using var nobody = House.Open();
        LeadsTo("/account?error=refused", await nobody.PostAsync(AuthPages.SignIn, "/auth/change-password", Cancellation, fields));
    }

    private static Task<HttpResponseMessage> PostAsync(Browser browser, string current, string password) =>
        browser.PostAsync(AuthPages.Account, "/auth/change-password", Cancellation, ("current", current), ("password", password));

    private Task<User> AddAsync(string name) => House.AddUserAsync(name, Password, administrator: false, Cancellation);

    private Task<ProcedureOutcome> ChangeAsync(string name, string current, string rest = "") =>
        House.CallAsync(name, "user.changePassword", $$"""{"password":"a new password","current":"{{current}}"{{rest}}}""", Cancellation);

    private async Task<ProcedureError> FailAsync(string name, string current, string rest = "") =>
        Assert.IsType<ProcedureOutcome.Failed>(await ChangeAsync(name, current, rest)).Error;
}
