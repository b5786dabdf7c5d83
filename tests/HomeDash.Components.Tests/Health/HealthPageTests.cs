using Bunit;
using HomeDash.Components.Health;
using HomeDash.Components.Layout;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Components.Tests.Health;

public sealed class HealthPageTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly ToyHouse attic = new();

    private protected override void Configure(IServiceCollection services) => services.AddSingleton<IIntegrationKind>(attic);

    [Fact]
    public async Task All_is_well_is_said_in_large_letters_with_what_was_looked_at()
    {
        await ConnectAsync();
        Engine.Add("plex");

        var page = Loaded();

        Assert.Equal("All is well", page.Find(".report h2").TextContent);
        Assert.Equal("Looked at 1 container, 2 integrations, 1 disk, 2 sensors, 1 cluster.", page.Find(".report header p").TextContent);
        Assert.Empty(page.FindAll(".findings"));
    }

    [Fact]
    public async Task The_machines_disks_sensors_and_clusters_are_shown()
    {
        await ConnectAsync();

        var page = Loaded();

        page.WaitForAssertion(() => Assert.Equal(["pihole 101"], page.FindAll(".guests tbody tr td:first-child").Select(Cell)), Patience);
        var card = page.Find("article.system").TextContent;
        Assert.Contains("12.5 % of 4 cores", card);
        Assert.Contains("4.0 GiB of 16 GiB", card);
        Assert.Contains("2 hours", card);
        Assert.Contains("↓ 2.0 KiB/s · ↑ 1.0 KiB/s", card);
        Assert.Equal("25", page.Find("[aria-label='Memory of nas']").GetAttribute("aria-valuenow"));
        Assert.Contains("30.0 %", page.Find(".disks tbody tr").TextContent);
        Assert.Contains("48 °C", page.Find(".sensors tbody").TextContent);
        Assert.Contains("900 rpm", page.Find(".sensors tbody").TextContent);
        Assert.Contains("Online", page.Find(".nodes tbody").TextContent);
        Assert.Contains("50.0 %", page.Find(".storage tbody").TextContent);
    }

    [Fact]
    public async Task The_machines_live()
    {
        await ConnectAsync();
        var page = Loaded();
        Assert.Contains("12.5 %", page.Find("article.system").TextContent);

        attic.Cpu = 77;

        page.WaitForAssertion(() => Assert.Contains("77.0 %", page.Find("article.system").TextContent), Patience);
    }

    [Fact]
    public async Task A_container_that_is_unwell_is_restarted_from_the_report()
    {
        await ConnectAsync();
        Engine.Add("plex", health: ContainerHealth.Unhealthy);
        var page = Loaded();
        Assert.Equal("1 problem found", page.Find(".report h2").TextContent);
        Assert.Contains("plex on nas is unhealthy", page.Find(".finding").TextContent);

        await PressAsync(page, "Restart plex");

        Assert.Equal(["restart plex"], Engine.Asked);
    }

    [Fact]
    public async Task What_did_not_work_is_said()
    {
        await ConnectAsync();
        Engine.Add("plex", health: ContainerHealth.Unhealthy);
        Engine.Stubborn.Add("plex");
        var page = Loaded();

        await PressAsync(page, "Restart plex");

        page.WaitForAssertion(() => Assert.Contains("port 32400 is taken", page.Find("[role=alert]").TextContent), Patience);
    }

    [Fact]
    public async Task Who_may_not_act_is_offered_nothing_but_to_look()
    {
        await ConnectAsync();
        Engine.Add("plex", health: ContainerHealth.Unhealthy);
        Visitor.Caller = Visitor.Caller with
        {
            Permissions = new HashSet<string> { HealthMonitoringPermissions.View, DockerPermissions.View, IntegrationPermissions.View },
            Grants = new Dictionary<(string, string), Access> { [("integration", "engine1")] = Access.Use, [("integration", "attic1")] = Access.Use },
        };

        var page = Loaded();

        Assert.Empty(page.FindAll(".finding button"));
        Assert.Equal("docker", page.Find(".finding a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_monitor_that_fails_is_named_with_the_age_of_what_it_said()
    {
        await ConnectAsync();
        var page = Loaded();

        attic.Failure = ProcedureErrors.Unreachable("Attic: nobody listens at attic:61208. Start Toy house, or correct the address.");

        page.WaitForAssertion(() => Assert.Contains("Attic does not answer; what it said less than a minute ago is shown.", Words(page.Find("section[aria-labelledby=systems] [role=alert]").TextContent)), Patience);
        Assert.Contains("12.5 %", page.Find("article.system").TextContent);
        await PressAsync(page, "Look again");
        page.WaitForAssertion(() => Assert.Contains("nobody listens at attic:61208", page.Find(".finding").TextContent), Patience);
        Assert.Contains("disks of Attic", page.Find(".unseen").TextContent);
    }

    [Fact]
    public void Without_a_monitor_it_says_which_there_are()
    {
        Engine.Add("plex");

        var page = Loaded();

        page.WaitForAssertion(() => Assert.Contains("No machine is watched yet", page.Markup), Patience);
        Assert.Equal("All is well", page.Find(".report h2").TextContent);
    }

    [Fact]
    public async Task Without_any_integration_it_says_what_to_connect()
    {
        await DisconnectEngineAsync();

        var page = Render<HealthPage>();

        page.WaitForAssertion(() => Assert.Contains("Not connected yet", page.Markup), Patience);
        Assert.Empty(page.FindAll("section"));
    }

    [Fact]
    public void Without_the_permission_it_says_so_and_the_page_is_not_offered()
    {
        Allow();

        var page = Render<HealthPage>();

        page.WaitForAssertion(() => Assert.Contains("You may not see this", page.Markup), Patience);
        Assert.DoesNotContain("health", Render<Navigation>().FindAll("nav a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Until_the_page_is_alive_it_waits_for_nothing()
    {
        SetRendererInfo(new("Static", isInteractive: false));

        Assert.Equal("Looking at everything", Render<HealthPage>().Find(".loading").GetAttribute("aria-label"));
    }

    private Task ConnectAsync() => Services.GetRequiredService<Connections>().SetAsync([new("engine1", "nas", "docker", "unix:///toy.sock"), new("attic1", "Attic", "toyHouse", "toy://house")]);

    private IRenderedComponent<HealthPage> Loaded()
    {
        var page = Render<HealthPage>();
        page.WaitForElement(".report", Patience);
        page.WaitForState(() => page.FindAll("article.system").Count > 0 || page.Markup.Contains("No machine is watched yet"), Patience);
        return page;
    }

    private static string Cell(AngleSharp.Dom.IElement cell) => Words(cell.QuerySelector(".rz-cell-data")!.TextContent);

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
