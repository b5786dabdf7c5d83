using System.Text.RegularExpressions;
using Bunit;
using HomeDash.Components.Invites;
using HomeDash.Components.SignIn;
using Microsoft.AspNetCore.Components.Forms;

namespace HomeDash.Components.Tests.Invites;

public sealed partial class InvitesPageTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [GeneratedRegex("/invite/[0-9a-f]{8}\\.[0-9a-f]{48}$")]
    private static partial Regex Link { get; }

    [Fact]
    public async Task A_new_invite_shows_its_link_once_and_is_listed()
    {
        await Caller.Group.CreateAsync("Family", Cancellation);
        var dialog = Render<NewInviteDialog>();
        dialog.Find("input.input").Input("Grandma");
        dialog.WaitForElement("fieldset input", Patience);
        var family = dialog.FindAll("fieldset label").Single(label => label.TextContent == "Family");
        await family.QuerySelector("input")!.ChangeAsync(new() { Value = true });

        await dialog.Find("form").SubmitAsync();

        Assert.Matches(Link, dialog.WaitForElement(".copy-box code", Patience).TextContent);
        var page = Render<InvitesPage>();
        var listed = page.WaitForElement(".invites li", Patience).TextContent;
        Assert.Contains("Grandma", listed);
        Assert.Contains("Family", listed);
        Assert.DoesNotContain("/invite/", page.Markup);
    }

    [Fact]
    public async Task An_invite_is_taken_back_after_a_question()
    {
        await Caller.Invite.CreateAsync(note: "Grandma", cancellationToken: Cancellation);
        var dialogs = Dialogs();
        var page = Render<InvitesPage>();

        var deleting = PressAsync(page, "Delete invite of Grandma");
        await PressAsync(dialogs, "Delete invite");
        await deleting;

        page.WaitForState(() => page.Markup.Contains("No open invites"), Patience);
        Assert.Empty((await Caller.Invite.ListAsync(Cancellation)).Items);
    }

    [Fact]
    public void Who_is_no_administrator_is_told()
    {
        Allow(AppPermissions.View);

        var page = Render<InvitesPage>();

        page.WaitForAssertion(() => Assert.Equal("You may not see this", page.Find(".state h2").TextContent), Patience);
    }

    [Fact]
    public async Task The_page_of_an_open_invite_has_a_form_and_that_of_another_says_why_not()
    {
        ComponentFactories.AddStub<AntiforgeryToken>();
        var made = await Caller.Invite.CreateAsync(cancellationToken: Cancellation);
        var invite = made.Path.Reveal()["/invite/".Length..];

        Assert.Equal(invite, Render<InvitePage>(parameters => parameters.Add(page => page.Invite, invite)).WaitForElement("input[name=invite]", Patience).GetAttribute("value"));

        var closed = Render<InvitePage>(parameters => parameters.Add(page => page.Invite, "00000000.wrong"));
        closed.WaitForAssertion(() => Assert.Contains("not open", closed.Find("h1").TextContent), Patience);
        Assert.Empty(closed.FindAll("form"));
    }
}
