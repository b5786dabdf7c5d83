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
}
