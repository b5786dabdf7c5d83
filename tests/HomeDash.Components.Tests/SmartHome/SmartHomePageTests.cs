using AngleSharp.Dom;
using Bunit;
using HomeDash.Components.Layout;
using HomeDash.Components.SmartHome;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Components.Tests.SmartHome;

public sealed class SmartHomePageTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly ToyHomes homes = new();

    private ToyHome Hub => homes["Home"];

    private protected override void Configure(IServiceCollection services) => services.AddSingleton<IIntegrationKind>(homes);

    [Fact]
    public async Task The_house_is_shown_by_rooms()
    {
        var page = await LoadedAsync();

        Assert.Equal(["Hall", "Kitchen", "Elsewhere"], page.FindAll("section.room").Select(room => room.GetAttribute("aria-label")));
        var kitchen = Room(page, "Kitchen").TextContent;
        Assert.Contains("1 light on · 20.5 °C", kitchen, StringComparison.Ordinal);
        Assert.Contains("On, 80 %", kitchen, StringComparison.Ordinal);
        Assert.Contains("1,234.5 W", Room(page, "Elsewhere").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 light on, 1 unavailable", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", Switch(page, "Ceiling").GetAttribute("aria-checked"));
        Assert.Empty(page.FindAll("[role=switch][aria-label=Wallbox]"));
    }

    [Theory]
    [InlineData("Ceiling", "TurnOff light.ceiling")]
    [InlineData("Lights off in Kitchen", "TurnOff light.ceiling")]
    [InlineData("Heating: colder", "SetTemperature climate.kitchen 20.5")]
    [InlineData("Open Blind", "Open cover.blind")]
    [InlineData("Movie night", "Run scene.movie")]
    public async Task What_is_pressed_is_done(string button, string told)
    {
        var page = await LoadedAsync();

        await PressAsync(page, button);

        Assert.Equal([told], Hub.Told);
    }

    [Fact]
    public async Task The_switch_shows_what_the_hub_shows_afterwards()
    {
        var page = await LoadedAsync();

        await PressAsync(page, "Ceiling");

        page.WaitForAssertion(() => Assert.Equal("false", Switch(page, "Ceiling").GetAttribute("aria-checked")), Patience);
        Assert.Empty(page.FindAll("input[type=range][aria-label='Brightness of Ceiling']"));
    }

    [Fact]
    public async Task A_yes_that_does_nothing_is_told_where_it_happened()
    {
        Hub.Deaf = true;
        var page = await LoadedAsync();

        await PressAsync(page, "Ceiling");

        page.WaitForAssertion(() => Assert.Contains("Home took the order, but Ceiling is on at 80 %.", Room(page, "Kitchen").QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal("true", Switch(page, "Ceiling").GetAttribute("aria-checked"));
    }

    [Fact]
    public async Task Sliders_and_colours_are_set()
    {
        var page = await LoadedAsync();

        await ChangeAsync(page, "Brightness of Ceiling", "30");
        await ChangeAsync(page, "Position of Blind", "40");
        await ChangeAsync(page, "Colour of Ceiling", "#0000ff");

        Assert.Equal(["SetLevel light.ceiling 30", "SetLevel cover.blind 40", "SetColor light.ceiling #0000ff"], Hub.Told);
        page.WaitForAssertion(() => Assert.Contains("On, 30 %", Room(page, "Kitchen").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task A_thermostat_goes_no_further_than_it_can()
    {
        var page = await LoadedAsync();

        Assert.True(page.Find("button[aria-label='Heating: warmer']").HasAttribute("disabled"));
        Assert.False(page.Find("button[aria-label='Heating: colder']").HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_door_is_unlocked_after_a_question()
    {
        var dialogs = Dialogs();
        var page = await LoadedAsync();

        var pressing = PressAsync(page, "Unlock Front door");
        dialogs.WaitForAssertion(() => Assert.Contains("Whoever stands outside can come in then.", dialogs.Markup, StringComparison.Ordinal), Patience);
        Assert.Empty(Hub.Told);
        await PressAsync(dialogs, "Unlock");
        await pressing;

        Assert.Equal(["Unlock lock.door"], Hub.Told);
        page.WaitForElement("button[aria-label='Lock Front door']", Patience);
    }

    [Fact]
    public async Task A_no_leaves_the_door_locked()
    {
        var dialogs = Dialogs();
        var page = await LoadedAsync();

        var pressing = PressAsync(page, "Unlock Front door");
        await PressAsync(dialogs, "Cancel");
        await pressing;

        Assert.Empty(Hub.Told);
    }

    [Fact]
    public async Task The_filter_narrows_what_is_shown()
    {
        var page = await LoadedAsync();

        await page.InvokeAsync(() => page.Find("input[type=search]").InputAsync(new ChangeEventArgs { Value = "blind" }));
        Assert.Equal(["Kitchen"], page.FindAll("section.room").Select(room => room.GetAttribute("aria-label")));

        await page.InvokeAsync(() => page.Find("input[type=search]").InputAsync(new ChangeEventArgs { Value = "cellar" }));
        Assert.Contains("Nothing matches “cellar”", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_made_elsewhere_is_shown()
    {
        var page = await LoadedAsync();

        Hub.Entities[0] = Hub.Entities[0] with { State = EntityState.Off };

        page.WaitForAssertion(() => Assert.Equal("false", Switch(page, "Ceiling").GetAttribute("aria-checked")), Patience);
    }

    [Fact]
    public async Task What_was_there_last_stays_with_its_age()
    {
        var page = await LoadedAsync();

        Hub.Failure = ProcedureErrors.Unreachable("Home: nobody listens at 10.0.0.2.");

        page.WaitForAssertion(() => Assert.Contains("Home does not answer, so its part of the house is as it was", page.Find(".notice.warn").TextContent, StringComparison.Ordinal), Patience);
        Assert.NotNull(Room(page, "Kitchen"));
    }

    [Fact]
    public async Task A_hub_that_never_answered_says_why()
    {
        Hub.Failure = ProcedureErrors.Unreachable("Home: nobody listens at 10.0.0.2.");
        await ConnectAsync();

        var page = Render<SmartHomePage>();

        page.WaitForAssertion(() => Assert.Contains("nobody listens at 10.0.0.2.", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task An_empty_house_says_so()
    {
        Hub.Entities.Clear();
        await ConnectAsync();

        var page = Render<SmartHomePage>();

        page.WaitForAssertion(() => Assert.Contains("An empty house", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Whoever_may_only_look_has_nothing_to_press()
    {
        await ConnectAsync();
        Allow(SmartHomePermissions.View);
        Visitor.Caller = Visitor.Caller with { Grants = new Dictionary<(string, string), Access> { [("integration", "Home-id")] = Access.Use } };

        var page = Render<SmartHomePage>();

        page.WaitForElement("section.room", Patience);
        Assert.Empty(page.FindAll("section.room button, section.room input"));
        Assert.True(page.FindAll("button").Single(button => button.TextContent.Trim() == "Movie night").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Whoever_may_switch_and_not_unlock_sees_no_way_to()
    {
        await ConnectAsync();
        Allow(SmartHomePermissions.View, SmartHomePermissions.Control);
        Visitor.Caller = Visitor.Caller with { Grants = new Dictionary<(string, string), Access> { [("integration", "Home-id")] = Access.Interact } };

        var page = Render<SmartHomePage>();

        page.WaitForElement("section.room", Patience);
        Assert.Empty(page.FindAll("button[aria-label='Unlock Front door']"));
        Assert.NotEmpty(page.FindAll("[role=switch][aria-label=Ceiling]"));
    }

    [Fact]
    public async Task Whoever_has_no_access_to_any_is_told_so()
    {
        await ConnectAsync();
        Allow(SmartHomePermissions.View);

        var page = Render<SmartHomePage>();

        page.WaitForAssertion(() => Assert.Contains("None that you may see", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Without_the_permission_it_says_so()
    {
        await ConnectAsync();
        Allow();

        var page = Render<SmartHomePage>();

        page.WaitForAssertion(() => Assert.Contains("You may not see this", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public void Until_the_page_is_alive_it_waits_for_nothing()
    {
        SetRendererInfo(new("Static", isInteractive: false));

        Assert.Equal("Loading the house", Render<SmartHomePage>().Find(".loading").GetAttribute("aria-label"));
    }

    [Fact]
    public async Task The_navigation_leads_there_while_a_hub_is_connected_and_may_be_seen()
    {
        var navigation = Render<Navigation>();
        Assert.Empty(navigation.FindAll("a[href=smart-home]"));

        await ConnectAsync();
        navigation.WaitForElement("a[href=smart-home]", Patience);

        Allow();
        Assert.Empty(Render<Navigation>().FindAll("a[href=smart-home]"));
    }

    private Task ConnectAsync() => Services.GetRequiredService<Connections>().SetAsync([new("Home-id", "Home", "homeAssistant", "toy://home")]);

    private async Task<IRenderedComponent<SmartHomePage>> LoadedAsync()
    {
        await ConnectAsync();
        var page = Render<SmartHomePage>();
        page.WaitForElement("section.room", Patience);
        return page;
    }

    private static IElement Room(IRenderedComponent<SmartHomePage> page, string name) => page.Find($"section[aria-label='{name}']");

    private static IElement Switch(IRenderedComponent<SmartHomePage> page, string name) => page.Find($"[role=switch][aria-label='{name}']");

    private static async Task ChangeAsync(IRenderedComponent<SmartHomePage> page, string label, string value)
    {
        page.WaitForElement($"input[aria-label='{label}']:not([disabled])", Patience);
        await page.InvokeAsync(() => page.Find($"input[aria-label='{label}']").ChangeAsync(new ChangeEventArgs { Value = value }));
    }
}
