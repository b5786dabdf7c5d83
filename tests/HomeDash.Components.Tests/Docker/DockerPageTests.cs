using Bunit;
using HomeDash.Components.Docker;
using HomeDash.Procedures;

namespace HomeDash.Components.Tests.Docker;

public sealed class DockerPageTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void A_container_is_shown_with_state_ports_and_use()
    {
        Engine.Add("plex", image: "linuxserver/plex:1.41", health: ContainerHealth.Healthy, ports: new ContainerPort(32400, "tcp", 32400, "0.0.0.0"));

        var page = Loaded();

        Assert.Contains("linuxserver/plex:1.41", Row(page, "plex"));
        Assert.Contains("Healthy", Row(page, "plex"));
        Assert.Equal("http://localhost:32400", page.Find(".ports a").GetAttribute("href"));
        Assert.Contains("512 MiB", Row(page, "plex"));
        Assert.Contains("12.5 %", Row(page, "plex"));
    }

    [Fact]
    public void The_table_follows_the_change_feed()
    {
        var plex = Engine.Add("plex");
        var page = Loaded();
        Assert.Contains("Running", Row(page, "plex"));

        Engine.Set("plex", RunState.Exited);
        Feed.Publish(new("docker.container", plex.Id));

        page.WaitForAssertion(() => Assert.Contains("Exited", Row(page, "plex")), Patience);
    }

    [Fact]
    public void Typing_filters_names_images_and_states()
    {
        Engine.Add("plex");
        Engine.Add("backup", RunState.Exited, "restic:1");
        var page = Loaded();

        page.Find("input[type=search]").Input("exit");
        page.WaitForAssertion(() => Assert.Equal(["backup"], Names(page)), Patience);

        page.Find("input[type=search]").Input("espresso");
        page.WaitForAssertion(() => Assert.Contains("No container matches", page.Markup), Patience);
    }

    [Theory]
    [InlineData("Restart", "restart plex", "Restarted")]
    [InlineData("Stop", "stop plex", "Stopped")]
    public async Task An_action_is_done_and_its_outcome_shown(string action, string asked, string said)
    {
        Engine.Add("plex");
        var page = Loaded();

        await PressAsync(page, $"{action} plex");

        Assert.Equal([asked], Engine.Asked);
        Assert.Contains(said, page.WaitForElement(".outcomes", Patience).TextContent);
    }

    [Fact]
    public async Task Each_of_several_containers_has_its_own_outcome()
    {
        Engine.Add("plex");
        Engine.Add("sonarr");
        Engine.Stubborn.Add("plex");
        var page = Loaded();

        page.Find("[aria-label='Select all shown']").Change(true);
        Assert.Contains("2 containers selected", page.WaitForElement(".bulk", Patience).TextContent);
        await PressAsync(page, "Restart");

        var outcome = page.WaitForElement(".outcomes", Patience).TextContent;
        Assert.Contains("Restarted 1 of 2", outcome);
        Assert.Contains("plex: plex will not restart: port 32400 is taken.", outcome);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".bulk")), Patience);
    }

    [Theory]
    [InlineData("Remove container", "remove backup")]
    [InlineData("Cancel", null)]
    public async Task Removing_asks_and_names_what_goes(string answer, string? asked)
    {
        Engine.Add("backup", RunState.Exited);
        var dialogs = Dialogs();
        var page = Loaded();

        var removing = PressAsync(page, "Remove backup");
        dialogs.WaitForElement(".rz-dialog button.danger", Patience);
        Assert.Contains("Remove backup?", dialogs.Markup);
        Assert.Empty(dialogs.FindAll("input[type=checkbox]"));
        await PressAsync(dialogs, answer);
        await removing;

        Assert.Equal(asked is null ? [] : [asked], Engine.Asked);
    }

    [Fact]
    public async Task What_runs_is_only_removed_by_force()
    {
        Engine.Add("plex");
        var dialogs = Dialogs();
        var page = Loaded();

        var removing = PressAsync(page, "Remove plex");
        dialogs.WaitForElement(".rz-dialog input[type=checkbox]", Patience).Change(true);
        await PressAsync(dialogs, "Remove container");
        await removing;

        Assert.Equal(["force remove plex"], Engine.Asked);
    }

    [Fact]
    public async Task Without_an_engine_it_says_how_to_connect_one()
    {
        await DisconnectEngineAsync();

        var page = Render<DockerPage>();

        page.WaitForAssertion(() => Assert.Contains("DOCKER_HOST", page.Find(".state").TextContent), Patience);
    }

    [Fact]
    public async Task When_no_engine_answers_the_page_says_why_and_tries_again()
    {
        Engine.Add("plex");
        Engine.Failure = ProcedureErrors.Unreachable("Nothing answers at unix:///toy.sock.");
        var page = Render<DockerPage>();
        Assert.Contains("Nothing answers at unix:///toy.sock.", page.WaitForElement("[role=alert]", Patience).TextContent);

        Engine.Failure = null;
        await PressAsync(page, "Try again");

        page.WaitForAssertion(() => Assert.Equal(["plex"], Names(page)), Patience);
    }

    [Fact]
    public void An_engine_that_fails_among_others_is_named()
    {
        var notices = Render<EngineNotices>(parameters => parameters.Add(
            component => component.Engines, [new("nas", true), new("attic", false, "unreachable", "Nothing answers at tcp://attic:2375.")]));

        Assert.Equal("attic does not answer, so its containers are missing here. Nothing answers at tcp://attic:2375.", notices.Find("[role=alert] span").TextContent);
    }

    [Fact]
    public void An_engine_without_containers_is_well()
    {
        var page = Render<DockerPage>();

        page.WaitForAssertion(() => Assert.Contains("No containers yet", page.Markup), Patience);
    }

    [Fact]
    public void Without_the_permission_it_says_so()
    {
        Allow();

        var page = Render<DockerPage>();

        page.WaitForAssertion(() => Assert.Contains("You may not see this", page.Markup), Patience);
    }

    [Fact]
    public void Until_the_page_is_alive_it_waits_for_nothing()
    {
        SetRendererInfo(new("Static", isInteractive: false));
        Engine.Add("plex");

        var page = Render<DockerPage>();

        Assert.Equal("Loading containers", page.Find(".loading").GetAttribute("aria-label"));
    }

    private IRenderedComponent<DockerPage> Loaded()
    {
        var page = Render<DockerPage>();
        page.WaitForElement("tbody tr", Patience);
        // Until use is measured, the table may be drawn anew between finding a button and pressing it.
        page.WaitForState(() => !Engine.AnyRuns || page.Markup.Contains("512 MiB"), Patience);
        return page;
    }

    private static IEnumerable<string> Names(IRenderedComponent<DockerPage> page) => page.FindAll("tbody a.name").Select(name => name.TextContent);

    private static string Row(IRenderedComponent<DockerPage> page, string name) =>
        page.FindAll("tbody tr").Single(row => row.QuerySelector("a.name")!.TextContent == name).TextContent;
}
