using System.Net;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Auth.Tests;

public sealed class SignInOnSqlite() : SignInTests(Dialect.Sqlite);

public sealed class SignInOnPostgreSql() : SignInTests(Dialect.PostgreSql);

/// <summary>Signing in with a password, and how long it lasts.</summary>
public abstract class SignInTests(Dialect dialect) : AuthTests(dialect)
{
    [Fact]
    public async Task A_page_leads_to_sign_in_and_from_there_back()
    {
        await AddAsync("ada");
        using var browser = House.Open();

        LeadsTo("/sign-in?returnUrl=%2Fapps%3Fsort%3Dname", await browser.Http.GetAsync("/apps?sort=name", Cancellation));
        LeadsTo("/apps?sort=name", await browser.SignInAsync("ADA", Password, Cancellation, "/apps?sort=name"));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser.Http, "/apps"));
        Assert.Equal("ada", (await WhoAsync(browser.Http)).Name);
    }

    [Fact]
    public async Task The_api_answers_401_and_does_not_redirect()
    {
        await AddAsync("ada");
        using var browser = House.Open();

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(browser.Http, "/api/who"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(browser.Http, "/api/closed"));
    }

    [Theory]
    [InlineData("ada", "wrong password")]
    [InlineData("nobody", Password)]
    [InlineData("", Password)]
    public async Task A_wrong_name_and_a_wrong_password_look_the_same(string name, string password)
    {
        await AddAsync("ada");
        using var browser = House.Open();

        LeadsTo($"/sign-in?error=wrong&name={name}&returnUrl=%2F", await browser.SignInAsync(name, password, Cancellation));
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("nobody")]
    public async Task Five_wrong_passwords_lock_a_name_for_five_minutes_whether_anybody_has_it_or_not(string name)
    {
        await AddAsync("ada");
        using var browser = House.Open();
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("wrong", Error(await browser.SignInAsync(name, $"wrong {i}", Cancellation)));
        }

        Assert.Equal("locked", Error(await browser.SignInAsync(name, Password, Cancellation)));

        House.Clock.Advance(TimeSpan.FromMinutes(5));
        var later = await browser.SignInAsync(name, Password, Cancellation);
        Assert.Equal(name == "ada" ? null : "wrong", Error(later));
    }

    [Fact]
    public async Task A_right_password_forgets_the_wrong_ones_before_it()
    {
        await AddAsync("ada");
        using var browser = House.Open();
        for (var i = 0; i < 4; i++)
        {
            await browser.SignInAsync("ada", "wrong", Cancellation);
        }

        Assert.Null(Error(await browser.SignInAsync("ada", Password, Cancellation)));
        using var other = House.Open();
        Assert.Equal("wrong", Error(await other.SignInAsync("ada", "wrong", Cancellation)));
        Assert.Null(Error(await other.SignInAsync("ada", Password, Cancellation)));
    }

    [Fact]
    public async Task Guesses_at_the_same_time_cannot_slip_past_the_lock()
    {
        await AddAsync("ada");
        var sessions = House.Services.GetRequiredService<Sessions>();

        var attempts = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => sessions.SignInAsync("ada", new($"guess {i}"), Cancellation)));

        Assert.Equal(5, attempts.Count(attempt => !attempt.IsLocked));
    }

    [Fact]
    public async Task Too_many_attempts_in_a_minute_are_not_even_looked_at()
    {
        await AddAsync("ada");
        using var browser = House.Open();
        for (var i = 0; i < 10; i++)
        {
            await browser.SignInAsync("ada", "wrong", Cancellation);
        }

        Assert.Equal("limited", Error(await browser.SignInAsync("ada", Password, Cancellation)));
        Assert.Equal("wrong", Error(await browser.SignInAsync("grace", Password, Cancellation)));
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_refused()
    {
        await AddAsync("ada");
        using var browser = House.Open();

        var answer = await browser.Http.PostAsync("/auth/sign-in", Browser.Form(("name", "ada"), ("password", Password)), Cancellation);

        LeadsTo("/sign-in?error=expired", answer);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("apps")]
    [InlineData("")]
    public async Task An_address_that_is_not_ours_is_not_led_to(string returnUrl)
    {
        await AddAsync("ada");
        using var browser = House.Open();

        LeadsTo("/", await browser.SignInAsync("ada", Password, Cancellation, returnUrl));
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        await AddAsync("ada");
        using var browser = House.Open();

        var answer = await browser.SignInAsync("ada", Password, Cancellation);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("homedash.session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await AddAsync("ada");
        using var browser = House.Open();
        await browser.SignInAsync("ada", Password, Cancellation);

        LeadsTo(AuthPages.SignIn, await browser.PostAsync("/", "/auth/sign-out", Cancellation));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(browser.Http, "/api/who"));
    }

    [Fact]
    public async Task A_changed_password_ends_every_session()
    {
        var ada = await AddAsync("ada");
        using var browser = House.Open();
        await browser.SignInAsync("ada", Password, Cancellation);

        await House.ChangeAsync(services => services.GetRequiredService<ICredentials>().SetPasswordAsync(ada.Id, new("another password"), Cancellation), Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(browser.Http, "/api/who"));
        Assert.Equal("wrong", Error(await browser.SignInAsync("ada", Password, Cancellation)));
        Assert.Null(Error(await browser.SignInAsync("ada", "another password", Cancellation)));
    }

    [Fact]
    public async Task A_disabled_user_is_out_at_once_and_does_not_come_back()
    {
        var ada = await AddAsync("ada");
        using var browser = House.Open();
        await browser.SignInAsync("ada", Password, Cancellation);

        await House.ChangeAsync(services => services.GetRequiredService<UserStore>().UpdateAsync(ada with { Disabled = true }, Cancellation), Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(browser.Http, "/api/who"));
        Assert.Equal("wrong", Error(await browser.SignInAsync("ada", Password, Cancellation)));
    }

    [Fact]
    public async Task Rights_that_were_taken_away_are_gone_at_the_next_call()
    {
        var ada = await AddAsync("ada", administrator: true);
        using var browser = House.Open();
        await browser.SignInAsync("ada", Password, Cancellation);
        Assert.True((await WhoAsync(browser.Http)).Administrator);

        await House.ChangeAsync(services => services.GetRequiredService<UserStore>().UpdateAsync(ada with { Administrator = false }, Cancellation), Cancellation);

        var who = await WhoAsync(browser.Http);
        Assert.False(who.Administrator);
        Assert.Contains(AppPermissions.View, who.Permissions);
    }

    [Fact]
    public async Task No_password_is_logged()
    {
        await AddAsync("ada");
        using var browser = House.Open();

        await browser.SignInAsync("ada", "mistyped-secret", Cancellation);
        await browser.SignInAsync("ada", Password, Cancellation);

        Assert.Contains("/auth/sign-in", House.Log.All);
        Assert.DoesNotContain("mistyped-secret", House.Log.All);
        Assert.DoesNotContain(Password, House.Log.All);
    }

    private Task<User> AddAsync(string name, bool administrator = false) => House.AddUserAsync(name, Password, administrator, Cancellation);

    private static string? Error(HttpResponseMessage answer) =>
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(new Uri("http://host"), answer.Headers.Location!).Query).TryGetValue("error", out var error)
            ? error.ToString()
            : null;
}
