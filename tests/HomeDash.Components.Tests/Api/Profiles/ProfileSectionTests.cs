using Bunit;
using HomeDash.Components.Api;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Components.Tests.Api;

public sealed class ProfileSectionTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void Each_profile_is_shown_with_address_tools_and_flags()
    {
        var voice = Card(Loaded(), "Home Assistant");

        Assert.Contains("http://localhost/api/mcp/home-assistant", voice);
        Assert.Matches(@"[0-9]+ tools", voice);
        Assert.All(new[] { "Text only", "Compact", "No sessions" }, flag => Assert.Contains(flag, voice));
        Assert.DoesNotContain("Delete", voice);
    }

    [Fact]
    public async Task A_new_profile_says_how_many_tools_it_would_offer_while_it_is_made()
    {
        var dialogs = Dialogs();
        var tab = Loaded();

        var making = PressAsync(tab, "New profile");
        dialogs.WaitForAssertion(() => Assert.Matches("It offers [0-9]{2,3} tools", Count(dialogs)), Patience);
        var ticks = dialogs.WaitForElements(".choice", Patience);
        await ticks.Single(choice => choice.QuerySelector(".title")!.TextContent == "app").QuerySelector("input")!.ChangeAsync(new() { Value = true });
        dialogs.WaitForAssertion(() => Assert.Contains($"It offers {AppTools} tools", Count(dialogs)), Patience);
        dialogs.FindAll("textarea")[1].Input("app.delete app.nonsense");
        dialogs.WaitForAssertion(() => Assert.Contains("app.nonsense", Count(dialogs)), Patience);
        dialogs.FindAll("textarea")[1].Input("app.delete");
        dialogs.WaitForAssertion(() => Assert.Contains($"It offers {AppTools - 1} tools", Count(dialogs)), Patience);
        dialogs.FindAll("input.input").First(field => field.GetAttribute("placeholder") == "family").Input("family");
        await dialogs.Find("form").SubmitAsync();
        await making;

        var made = await Caller.Profile.GetAsync("family", Cancellation);
        Assert.Equal(("app", "app.delete"), (Assert.Single(made.Include), Assert.Single(made.Exclude)));
        tab.WaitForAssertion(() => Assert.Contains("/api/mcp/family", tab.Markup), Patience);
    }

    [Fact]
    public async Task What_is_wrong_with_a_profile_is_said_at_its_field()
    {
        var dialogs = Dialogs();
        var tab = Loaded();

        var making = PressAsync(tab, "New profile");
        dialogs.WaitForElement("input[placeholder=family]", Patience).Input("No Good");
        dialogs.FindAll("textarea")[0].Input("app.lst");
        await dialogs.Find("form").SubmitAsync();

        dialogs.WaitForAssertion(() => Assert.NotEmpty(dialogs.FindAll(".problem")), Patience);
        await PressAsync(dialogs, "Cancel");
        await making;
        Assert.Equal(4, (await Caller.Profile.ListAsync(Cancellation)).Items.Count);
    }

    [Fact]
    public async Task A_built_in_profile_that_was_changed_can_be_put_back()
    {
        await Caller.Profile.UpdateAsync("media", include: ["app"], cancellationToken: Cancellation);
        var dialogs = Dialogs();
        var tab = Loaded();
        Assert.Contains("Changed", Card(tab, "Media"));

        var resetting = PressAsync(tab, "Reset Media");
        await PressAsync(dialogs, "Reset profile");
        await resetting;

        Assert.False((await Caller.Profile.GetAsync("media", Cancellation)).Changed);
    }

    [Fact]
    public async Task A_profile_of_ones_own_is_deleted_after_a_question()
    {
        await Caller.Profile.CreateAsync("family", title: "Family", cancellationToken: Cancellation);
        var dialogs = Dialogs();
        var tab = Loaded();

        var deleting = PressAsync(tab, "Delete Family");
        await PressAsync(dialogs, "Delete profile");
        await deleting;

        Assert.DoesNotContain((await Caller.Profile.ListAsync(Cancellation)).Items, profile => profile.Name == "family");
    }

    [Fact]
    public void The_snippets_serve_the_profile_that_was_chosen()
    {
        var tab = Loaded();

        tab.Find("#client-profile").Change("readonly");

        Assert.All(tab.FindAll("#client-steps pre"), snippet => Assert.Contains("/api/mcp/readonly", snippet.TextContent));
    }

    [Fact]
    public void Who_may_see_nothing_is_told_so_in_each_part()
    {
        Allow();

        var tab = Render<McpTab>();

        tab.WaitForAssertion(() => Assert.Equal(5, tab.FindAll(".state").Count(state => state.TextContent.Contains("You may not see this", StringComparison.Ordinal))), Patience);
    }

    private int AppTools => Services.GetRequiredService<ProcedureCatalog>().Procedures.Count(procedure => procedure.Definition.Namespace == "app");

    private static string Count(IRenderedComponent<Radzen.Blazor.RadzenDialog> dialogs) => string.Join(' ', dialogs.FindAll("p[role=status]").Select(status => status.TextContent));

    private IRenderedComponent<McpTab> Loaded()
    {
        var tab = Render<McpTab>();
        tab.WaitForState(() => tab.FindAll(".profiles li").Count > 0, Patience);
        return tab;
    }

    private static string Card(IRenderedComponent<McpTab> tab, string title) =>
        tab.FindAll(".profiles li").Single(card => card.QuerySelector("h3")!.TextContent == title).OuterHtml;
}
