using AngleSharp.Dom;
using Bunit;
using HomeDash.Components.DnsHole;
using HomeDash.Components.Layout;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Components.Tests.DnsHole;

public sealed class DnsPageTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly ToyHoles holes = new(TimeProvider.System);

    private protected override void Configure(IServiceCollection services) => services.AddSingleton<IIntegrationKind>(holes);

    [Fact]
    public async Task A_blocker_is_shown_with_state_counts_and_what_it_blocked_most()
    {
        var page = await LoadedAsync("Attic");

        var card = Card(page, "Attic").TextContent;
        Assert.Contains("Blocking", card, StringComparison.Ordinal);
        Assert.Contains("20,000", card, StringComparison.Ordinal);
        Assert.Contains("12.5 %", card, StringComparison.Ordinal);
        Assert.Contains("151,234", card, StringComparison.Ordinal);
        Assert.Contains("over the last 24 hours", card, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains("ads.example.com1,812", Card(page, "Attic").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal("true", Switch(page, "Attic").GetAttribute("aria-checked"));
        Assert.Empty(page.FindAll("[aria-label='All together']"));
    }

    [Theory]
    [InlineData("Pause Attic: 5 min", "off 300", "4:5")]
    [InlineData("Pause Attic: 30 min", "off 1800", "29:5")]
    [InlineData("Pause Attic: 1 h", "off 3600", "59:5")]
    [InlineData("Pause Attic: Until I switch it on", "off", null)]
    [InlineData("Blocking on Attic", "off", null)]
    public async Task It_is_paused_and_counts_down(string button, string told, string? left)
    {
        var page = await LoadedAsync("Attic");

        await PressAsync(page, button);

        Assert.Equal([told], holes["Attic"].Told);
        page.WaitForAssertion(() => Assert.Contains("Not blocking", Card(page, "Attic").TextContent, StringComparison.Ordinal), Patience);
        if (left is null)
        {
            Assert.Contains("Until somebody switches it on", Card(page, "Attic").TextContent, StringComparison.Ordinal);
        }
        else
        {
            page.WaitForAssertion(() => Assert.StartsWith(left, page.Find("[role=timer]").TextContent, StringComparison.Ordinal), Patience);
        }
    }

    [Fact]
    public async Task The_switch_ends_a_pause()
    {
        holes["Attic"].State = new(BlockingStatus.Disabled, DateTimeOffset.UtcNow.AddMinutes(5));
        var page = await LoadedAsync("Attic");
        Assert.Contains("Paused", Card(page, "Attic").TextContent, StringComparison.Ordinal);

        await PressAsync(page, "Blocking on Attic");

        Assert.Equal(["on"], holes["Attic"].Told);
        page.WaitForAssertion(() => Assert.Equal("true", Switch(page, "Attic").GetAttribute("aria-checked")), Patience);
    }

    [Fact]
    public async Task Several_are_paused_and_switched_on_together_and_each_tells_what_became_of_it()
    {
        holes["Cellar"].Stubborn = ProcedureErrors.ServiceFailed("Cellar took the order, but it still blocks.");
        var page = await LoadedAsync("Attic", "Cellar");

        await PressAsync(page, "Pause all: 5 min");

        Assert.Equal(["off 300"], holes["Attic"].Told);
        Assert.Equal(["off 300"], holes["Cellar"].Told);
        page.WaitForAssertion(() => Assert.Contains("it still blocks", Card(page, "Cellar").TextContent, StringComparison.Ordinal), Patience);
        page.WaitForAssertion(() => Assert.Contains("Not blocking", Card(page, "Attic").TextContent, StringComparison.Ordinal), Patience);

        await PressAsync(page, "Switch all on");
        Assert.Equal(["off 300", "on"], holes["Attic"].Told);
    }

    [Fact]
    public async Task A_change_made_elsewhere_is_shown()
    {
        var page = await LoadedAsync("Attic");

        holes["Attic"].State = new(BlockingStatus.Disabled);

        page.WaitForAssertion(() => Assert.Equal("false", Switch(page, "Attic").GetAttribute("aria-checked")), Patience);
    }

    [Fact]
    public async Task One_that_fails_says_why_beside_the_others()
    {
        holes["Cellar"].Failure = ProcedureErrors.Unreachable("Cellar: nobody listens at 10.0.0.2.");
        var page = await LoadedAsync("Attic", "Cellar");

        Assert.Contains("nobody listens at 10.0.0.2.", Card(page, "Cellar").QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("20,000", Card(page, "Attic").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_said_last_stays_with_its_age()
    {
        var page = await LoadedAsync("Attic");

        holes["Attic"].Failure = ProcedureErrors.Unreachable("Attic: nobody listens at 10.0.0.2.");

        page.WaitForAssertion(() => Assert.Contains("As it was less than a minute ago.", Card(page, "Attic").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains("20,000", Card(page, "Attic").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_of_the_service_is_shown()
    {
        holes["Attic"].State = new(BlockingStatus.Enabled, Note: "Its lists are not used.");

        Assert.Contains("Its lists are not used.", Card(await LoadedAsync("Attic"), "Attic").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_only_look_has_nothing_to_press()
    {
        await ConnectAsync("Attic", "Cellar");
        Allow(DnsHolePermissions.View);
        Visitor.Caller = Visitor.Caller with { Grants = new Dictionary<(string, string), Access> { [("integration", "Attic-id")] = Access.Use } };

        var page = Render<DnsPage>();

        page.WaitForElement("article.hole", Patience);
        Assert.Single(page.FindAll("article.hole"));
        Assert.Empty(page.FindAll("article.hole button"));
    }

    [Fact]
    public async Task Whoever_has_no_access_to_any_is_told_so()
    {
        await ConnectAsync("Attic");
        Allow(DnsHolePermissions.View);

        var page = Render<DnsPage>();

        page.WaitForAssertion(() => Assert.Contains("None that you may see", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Without_the_permission_it_says_so()
    {
        await ConnectAsync("Attic");
        Allow();

        var page = Render<DnsPage>();

        page.WaitForAssertion(() => Assert.Contains("You may not see this", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Without_a_blocker_it_says_how_to_connect_one_and_shows_it_once_it_is()
    {
        var page = Render<DnsPage>();
        page.WaitForAssertion(() => Assert.Contains("Add your Pi-hole", page.Find(".state").TextContent, StringComparison.Ordinal), Patience);

        await ConnectAsync("Attic");
        Feed.Publish(new("integration", "Attic-id"));

        page.WaitForElement("article.hole", Patience);
    }

    [Fact]
    public void Until_the_page_is_alive_it_waits_for_nothing()
    {
        SetRendererInfo(new("Static", isInteractive: false));

        Assert.Equal("Loading DNS blockers", Render<DnsPage>().Find(".loading").GetAttribute("aria-label"));
    }

    [Fact]
    public async Task The_navigation_leads_there_while_a_blocker_is_connected_and_may_be_seen()
    {
        var navigation = Render<Navigation>();
        Assert.Empty(navigation.FindAll("a[href=dns]"));

        await ConnectAsync("Attic");
        navigation.WaitForElement("a[href=dns]", Patience);

        Allow();
        Assert.Empty(Render<Navigation>().FindAll("a[href=dns]"));
    }

    private Task ConnectAsync(params string[] names) =>
        Services.GetRequiredService<Connections>().SetAsync([.. names.Select(name => new Integration($"{name}-id", name, "piHole", "toy://hole"))]);

    private async Task<IRenderedComponent<DnsPage>> LoadedAsync(params string[] names)
    {
        await ConnectAsync(names);
        var page = Render<DnsPage>();
        page.WaitForElement("article.hole", Patience);
        return page;
    }

    private static IElement Card(IRenderedComponent<DnsPage> page, string name) => page.Find($"article[aria-label='{name}']");

    private static IElement Switch(IRenderedComponent<DnsPage> page, string name) => page.Find($"[role=switch][aria-label='Blocking on {name}']");
}
