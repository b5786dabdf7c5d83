using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomeDash.EndToEnd.Tests;

/// <summary>Who may what, decided on the pages and felt by a program at its next call.</summary>
[Collection(nameof(OneAtATime))]
public sealed class PeopleTests(Browser browser)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_group_gives_a_user_may_until_the_user_is_deleted()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        var page = await (await browser.OpenAsync(house)).SignInAsync("/users");

        await page.Button("Add user").ClickAsync();
        await page.OpenDialog().GetByLabel("Name").FillAsync("bob");
        await page.OpenDialog().GetByLabel("Password").FillAsync("bob's long password");
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Add user" }).ClickAsync();
        await Expect(page.Button("Delete bob")).ToBeVisibleAsync();
        var created = await CommandLine.RunAsync(house.DataFolder, ["keys", "create", "--user", "bob", "--name", "script"]);
        var key = created.Output.Trim();
        Assert.Equal(HttpStatusCode.Forbidden, await AddAppAsync(house, key));

        await page.GetByRole(AriaRole.Link, new() { Name = "Groups" }).ClickAsync();
        await page.Button("Add group").First.ClickAsync();
        await page.OpenDialog().GetByLabel("Name").FillAsync("Family");
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Add group" }).ClickAsync();
        await page.Button("Permissions of Family").ClickAsync();
        await page.OpenDialog().GetByLabel("Search permissions").FillAsync("add apps");
        await page.OpenDialog().GetByLabel("app.create").CheckAsync();
        await SaveAsync(page);
        await Expect(page.GetByText("1 permission", new() { Exact = true })).ToBeVisibleAsync();
        await page.Button("Members of Family").ClickAsync();
        await page.OpenDialog().GetByLabel("bob").CheckAsync();
        await SaveAsync(page);
        Assert.Equal(HttpStatusCode.OK, await AddAppAsync(house, key));

        await page.GetByRole(AriaRole.Link, new() { Name = "Users" }).ClickAsync();
        await page.Button("Groups and rights of bob").ClickAsync();
        await Expect(page.OpenDialog().GetByText("app.create")).ToBeVisibleAsync();
        await page.OpenDialog().GetByLabel("Family").UncheckAsync();
        await SaveAsync(page);
        Assert.Equal(HttpStatusCode.Forbidden, await AddAppAsync(house, key));

        await page.Button("Delete bob").ClickAsync();
        await Expect(page.OpenDialog()).ToContainTextAsync("API keys");
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Delete user" }).ClickAsync();
        await Expect(page.Button("Delete bob")).ToHaveCountAsync(0);
        Assert.Equal(HttpStatusCode.Unauthorized, await AddAppAsync(house, key));
    }

    [Fact]
    public async Task A_dialog_takes_the_focus_once_and_gives_it_back()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        var page = await (await browser.OpenAsync(house)).SignInAsync("/users");

        await page.Button("Add user").ClickAsync();
        await Expect(page.OpenDialog().GetByLabel("Name")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("slowly typed words", new() { Delay = 80 });

        await Expect(page.OpenDialog().GetByLabel("Password")).ToHaveValueAsync("slowly typed words");
        await Expect(page.OpenDialog().GetByLabel("Name")).ToHaveValueAsync("");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.OpenDialog()).ToHaveCountAsync(0);
        await Expect(page.Button("Add user")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_dialog_that_was_there_before_its_script_takes_the_focus_too()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        var page = await browser.OpenAsync(house);
        var arrived = new TaskCompletionSource();
        await page.RouteAsync("**/js/dialogs*.js", async route =>
        {
            await arrived.Task;
            await route.ContinueAsync();
        });
        await page.SignInAsync("/users");

        await page.Button("Add user").ClickAsync();
        await Expect(page.OpenDialog().GetByLabel("Name")).ToBeVisibleAsync();
        arrived.SetResult();
        await Expect(page.OpenDialog().GetByLabel("Name")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Who_changes_the_password_stays_signed_in_here_and_nowhere_else()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        var page = await (await browser.OpenAsync(house)).SignInAsync("/account");
        var other = await (await browser.OpenAsync(house)).SignInAsync("/apps");

        await page.GetByLabel("Current password").FillAsync("not the password");
        await page.GetByLabel("New password").FillAsync("a new long password");
        await page.Button("Change password").ClickAsync();
        await Expect(page.GetByText("This is not the current password.")).ToBeVisibleAsync();

        await page.GetByLabel("Current password").FillAsync(RunningHouse.Password);
        await page.GetByLabel("New password").FillAsync("a new long password");
        await page.Button("Change password").ClickAsync();
        await Expect(page.GetByText("Your password is changed.")).ToBeVisibleAsync();
        await page.GotoAsync("/users");
        await Expect(page.Button("Add user")).ToBeVisibleAsync();

        await other.GotoAsync("/apps");
        await Expect(other).ToHaveURLAsync(new Regex("/sign-in"));
    }

    private static async Task SaveAsync(IPage page)
    {
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.OpenDialog()).ToHaveCountAsync(0);
    }

    private static async Task<HttpStatusCode> AddAppAsync(RunningHouse house, string key)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(house.Address, "api/v1/app/create")) { Content = new StringContent("""{"name":"Plex"}""", null, "application/json") };
        request.Headers.Add("ApiKey", key);
        using var answer = await client.SendAsync(request, Cancelled);
        return answer.StatusCode;
    }
}
