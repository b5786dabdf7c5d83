using AngleSharp.Dom;
using Bunit;
using HomeDash.Components.Groups;

namespace HomeDash.Components.Tests.Groups;

public sealed class GroupsPageTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly GroupRef Family = new("Family");

    [Fact]
    public void Without_groups_of_ones_own_the_page_says_what_they_are_for()
    {
        var page = Render<GroupsPage>();

        page.WaitForAssertion(() => Assert.Contains("No groups of your own yet", page.Markup), Patience);
        Assert.Contains("Administrators", page.Markup);
        Assert.Contains("Everything", page.Markup);
        Assert.Empty(page.FindAll("button[aria-label^=Delete], button[aria-label^=Rename], button[aria-label='Members of Everyone'], button[aria-label='Permissions of Administrators']"));
    }

    [Fact]
    public void Who_may_not_see_groups_is_told_so()
    {
        Allow("user.self");

        var page = Render<GroupsPage>();

        page.WaitForAssertion(() => Assert.Contains("You may not see this", page.Markup), Patience);
    }

    [Fact]
    public async Task A_group_is_added()
    {
        var dialogs = Dialogs();
        var page = Render<GroupsPage>();

        var adding = PressAsync(page, "Add group");
        dialogs.WaitForElement("input.input", Patience).Input("everyone");
        await dialogs.Find("form").SubmitAsync();
        dialogs.WaitForAssertion(() => Assert.Contains("There is a group called", dialogs.Find(".notice").TextContent), Patience);
        dialogs.Find("input.input").Input("Family");
        await dialogs.Find("form").SubmitAsync();
        await adding;

        page.WaitForAssertion(() => Assert.Contains("Family", page.Markup), Patience);
        Assert.DoesNotContain("No groups of your own yet", page.Markup);
    }

    [Fact]
    public async Task A_group_is_renamed()
    {
        await Caller.Group.CreateAsync("Family", Cancellation);
        var dialogs = Dialogs();
        var page = Render<GroupsPage>();

        var renaming = PressAsync(page, "Rename Family");
        dialogs.WaitForElement("input.input", Patience).Input("The family");
        await dialogs.Find("form").SubmitAsync();
        await renaming;

        Assert.Equal("The family", (await Caller.Group.GetAsync(new GroupRef("the family"), Cancellation)).Name);
    }

    [Theory]
    [InlineData("Delete group", 2)]
    [InlineData("Cancel", 3)]
    public async Task Deleting_asks_first_and_says_who_is_concerned(string answer, int left)
    {
        await Caller.Group.CreateAsync("Family", Cancellation);
        await Caller.Group.AddMembersAsync(Family, [new("tilda")], Cancellation);
        var dialogs = Dialogs();
        var page = Render<GroupsPage>();

        var deleting = PressAsync(page, "Delete Family");
        Assert.Contains("1 member will lose", dialogs.WaitForElement(".rz-dialog p", Patience).TextContent);
        await PressAsync(dialogs, answer);
        await deleting;

        Assert.Equal(left, (await Caller.Group.ListAsync(Cancellation)).Items.Count);
    }

    [Fact]
    public async Task Members_are_ticked_and_unticked()
    {
        await Caller.User.CreateAsync("bob", new("long enough"), cancellationToken: Cancellation);
        await Caller.Group.CreateAsync("Family", Cancellation);
        await Caller.Group.AddMembersAsync(Family, [new("tilda")], Cancellation);
        var dialogs = Dialogs();
        var page = Render<GroupsPage>();

        var choosing = PressAsync(page, "Members of Family");
        dialogs.WaitForState(() => dialogs.FindAll(".choice").Count == 2, Patience);
        Assert.Equal([false, true], dialogs.FindAll(".choice input").Select(box => box.HasAttribute("checked")));
        dialogs.FindAll(".choice input")[0].Change(true);
        dialogs.FindAll(".choice input")[1].Change(false);
        await dialogs.Find("form").SubmitAsync();
        await choosing;

        Assert.Equal(["bob"], (await Caller.Group.GetAsync(Family, Cancellation)).Members.Select(member => member.Name));
    }

    [Fact]
    public async Task Permissions_are_found_by_what_they_allow_and_given()
    {
        await Caller.Group.CreateAsync("Family", Cancellation);
        await Caller.Group.GrantPermissionsAsync(Family, ["app.modify"], Cancellation);
        var dialogs = Dialogs();
        var page = Render<GroupsPage>();

        var choosing = PressAsync(page, "Permissions of Family");
        dialogs.WaitForElement(".choice", Patience);
        Assert.Contains("docker", dialogs.FindAll("legend").Select(legend => legend.TextContent));
        Assert.DoesNotContain("admin", dialogs.FindAll(".choice .title").Select(title => title.TextContent));
        dialogs.Find("input[type=search]").Input("add apps");
        dialogs.WaitForAssertion(() => Assert.Equal("app.create", Assert.Single(dialogs.FindAll(".choice .title")).TextContent), Patience);
        dialogs.Find(".choice input").Change(true);
        dialogs.Find("input[type=search]").Input("nothing like it");
        dialogs.WaitForAssertion(() => Assert.Contains("Nothing matches", dialogs.Find(".none").TextContent), Patience);
        await dialogs.Find("form").SubmitAsync();
        await choosing;

        Assert.Equal(["app.create", "app.modify"], (await Caller.Group.GetAsync(Family, Cancellation)).Permissions);
    }

    [Fact]
    public async Task What_goes_wrong_is_said_in_the_dialog()
    {
        var dialogs = Dialogs();
        var page = Render<GroupsPage>();

        var choosing = PressAsync(page, "Members of Administrators");
        dialogs.WaitForElement(".choice input", Patience).Change(false);
        await dialogs.Find("form").SubmitAsync();

        Assert.Contains("no administrator could sign in", dialogs.WaitForElement(".notice.bad", Patience).TextContent);
        await PressAsync(dialogs, "Cancel");
        await choosing;
    }

    [Fact]
    public async Task What_happens_elsewhere_appears()
    {
        var page = Render<GroupsPage>();
        page.WaitForState(() => page.Markup.Contains("1 member"), Patience);

        await Caller.Group.CreateAsync("Guests", Cancellation);
        page.WaitForAssertion(() => Assert.Contains("Guests", page.Markup), Patience);

        await Caller.User.CreateAsync("bob", new("long enough"), cancellationToken: Cancellation);
        page.WaitForAssertion(() => Assert.Contains("2 members", page.Markup), Patience);
    }
}
