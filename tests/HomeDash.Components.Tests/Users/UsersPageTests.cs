using Bunit;
using HomeDash.Components.Users;

namespace HomeDash.Components.Tests.Users;

public sealed class UsersPageTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Users_are_listed_with_what_they_may()
    {
        await Caller.User.CreateAsync("bob", new("long enough"), cancellationToken: Cancellation);

        var page = Render<UsersPage>();

        page.WaitForAssertion(() =>
        {
            Assert.Contains("bob", page.Markup);
            Assert.Contains("Normal user", page.Markup);
        }, Patience);
    }

    [Fact]
    public async Task What_is_wrong_with_a_new_user_is_said_at_its_fields()
    {
        var dialog = Render<NewUserDialog>();

        dialog.FindAll("input.input")[0].Input("b b");
        dialog.FindAll("input.input")[1].Input("short");
        await dialog.Find("form").SubmitAsync();

        dialog.WaitForAssertion(() => Assert.Equal(2, dialog.FindAll(".problem").Count), Patience);
        Assert.DoesNotContain("short", dialog.FindAll(".problem")[1].TextContent);
    }

    [Theory]
    [InlineData("Keep out", true)]
    [InlineData("Cancel", false)]
    public async Task Keeping_somebody_out_asks_first(string answer, bool disabled)
    {
        await Caller.User.CreateAsync("bob", new("long enough"), cancellationToken: Cancellation);
        var dialogs = Dialogs();
        var page = Render<UsersPage>();

        var keeping = PressAsync(page, "Keep out: bob");
        Assert.Contains("refused from the next call on", dialogs.WaitForElement(".rz-dialog p", Patience).TextContent);
        await PressAsync(dialogs, answer);
        await keeping;

        Assert.Equal(disabled, (await Caller.User.ListAsync(Cancellation)).Items.Single(user => user.Name == "bob").Disabled);
    }

    [Theory]
    [InlineData("Delete user", 1)]
    [InlineData("Cancel", 2)]
    public async Task Deleting_asks_first_and_says_what_goes_along(string answer, int left)
    {
        await Caller.User.CreateAsync("bob", new("long enough"), cancellationToken: Cancellation);
        var dialogs = Dialogs();
        var page = Render<UsersPage>();

        var deleting = PressAsync(page, "Delete bob");
        Assert.Contains("API keys", dialogs.WaitForElement(".rz-dialog p", Patience).TextContent);
        Assert.DoesNotContain("This is you", dialogs.Markup);
        await PressAsync(dialogs, answer);
        await deleting;

        Assert.Equal(left, (await Caller.User.ListAsync(Cancellation)).Items.Count);
    }

    [Fact]
    public async Task The_last_administrator_is_not_deleted_and_the_page_says_why()
    {
        var dialogs = Dialogs();
        var page = Render<UsersPage>();

        var deleting = PressAsync(page, "Delete tilda");
        Assert.Contains("This is you", dialogs.WaitForElement(".rz-dialog p", Patience).TextContent);
        await PressAsync(dialogs, "Delete user");
        await deleting;

        page.WaitForAssertion(() => Assert.Contains("no administrator could sign in", page.Find(".notice.bad").TextContent), Patience);
    }

    [Fact]
    public async Task The_groups_of_a_user_are_ticked_and_what_follows_is_told()
    {
        await Caller.User.CreateAsync("bob", new("long enough"), cancellationToken: Cancellation);
        await Caller.Group.CreateAsync("Family", Cancellation);
        var dialogs = Dialogs();
        var page = Render<UsersPage>();

        var looking = PressAsync(page, "Groups and rights of bob");
        dialogs.WaitForState(() => dialogs.FindAll(".choice").Count == 3, Patience);
        Assert.Equal(["Administrators", "Everyone", "Family"], dialogs.FindAll(".choice .title").Select(title => title.TextContent));
        Assert.True(dialogs.FindAll(".choice input")[1].HasAttribute("disabled"));
        Assert.Contains("app.view", dialogs.Markup);
        Assert.Contains("Configure every app (through Everyone)", dialogs.Markup);
        dialogs.FindAll(".choice input")[2].Change(true);
        await dialogs.Find("form").SubmitAsync();
        await looking;

        Assert.Equal(["Everyone", "Family"], (await Caller.User.GetAsync(new UserRef("bob"), Cancellation)).Groups);
    }
}
