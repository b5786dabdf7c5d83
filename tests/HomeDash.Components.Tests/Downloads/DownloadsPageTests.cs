using Bunit;
using HomeDash.Components.Downloads;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Components.Tests.Downloads;

public sealed class DownloadsPageTests : HouseContext
{
    private const string Link = "magnet:?xt=urn:btih:c12fe1c06bba254a9dc9f519b335aa7c1367a88a&dn=Fedora";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ToyDownloads client = new();

    [Fact]
    public void A_download_is_shown_with_state_progress_speed_and_time_left()
    {
        client.Add("Film");

        var page = Loaded();

        var row = page.Find(".download").TextContent;
        Assert.Contains("Downloading", row);
        Assert.Contains("50.0 % · 1.0 MiB of 2.0 MiB · 512 KiB/s in · 2 minutes left", row);
        Assert.Equal("0.5", page.Find("progress").GetAttribute("value"));
        Assert.Contains("512 KiB/s in (at most 1.0 MiB/s)", page.Find(".clients").TextContent);
        Assert.Contains("1 of 1 download active, 512 KiB/s in", page.Find("[role=status]").TextContent);
    }

    [Fact]
    public void The_page_follows_what_the_client_does()
    {
        client.Add("Film");
        var page = Loaded();

        client.Add("Album");

        page.WaitForAssertion(() => Assert.Equal(["Album", "Film"], Names(page)), Patience);
    }

    [Theory]
    [InlineData(DownloadState.Downloading, "Pause Film", "pause Film-id", "Paused")]
    [InlineData(DownloadState.Paused, "Resume Film", "resume Film-id", "Resumed")]
    [InlineData(DownloadState.Downloading, "Pause all of seedbox", "pause all: Film-id", "Paused")]
    [InlineData(DownloadState.Paused, "Resume all of seedbox", "resume all: Film-id", "Resumed")]
    public async Task An_action_is_done_and_its_outcome_shown(DownloadState state, string button, string asked, string said)
    {
        client.Add("Film", state);
        var page = Loaded();

        await PressAsync(page, button);

        Assert.Equal([asked], client.Asked);
        Assert.Contains(said, page.WaitForElement(".outcomes", Patience).TextContent);
    }

    [Theory]
    [InlineData("Delete download", false, "delete Film-id")]
    [InlineData("Delete download", true, "delete Film-id with files")]
    [InlineData("Cancel", true, null)]
    public async Task Deleting_asks_and_takes_the_files_only_when_told(string answer, bool files, string? asked)
    {
        client.Add("Film");
        var dialogs = Dialogs();
        var page = Loaded();

        var deleting = PressAsync(page, "Delete Film");
        dialogs.WaitForElement(".rz-dialog input[type=checkbox]", Patience).Change(files);
        Assert.Contains("Delete Film?", dialogs.Markup);
        await PressAsync(dialogs, answer);
        await deleting;

        Assert.Equal(asked is null ? [] : [asked], client.Asked);
    }

    [Fact]
    public async Task A_link_is_added_and_one_that_makes_no_sense_is_not()
    {
        client.Add("Film");
        var dialogs = Dialogs();
        var page = Loaded();

        var adding = PressAsync(page, "Add download");
        var link = "input[placeholder^='magnet']";
        dialogs.WaitForElement(link, Patience).Input("nonsense");
        await dialogs.Find("form").SubmitAsync();
        Assert.Contains("neither a magnet link", dialogs.WaitForElement(".problem", Patience).TextContent);
        dialogs.Find(link).Input(Link);
        await dialogs.Find("form").SubmitAsync();
        await adding;

        Assert.Equal([$"add {Link}"], client.Asked);
        page.WaitForAssertion(() => Assert.Equal(["Fedora", "Film"], Names(page)), Patience);
    }

    [Fact]
    public void Typing_filters_names_and_states()
    {
        client.Add("Film").Add("Album", DownloadState.Paused);
        var page = Loaded();

        page.Find("input[type=search]").Input("paus");
        page.WaitForAssertion(() => Assert.Equal(["Album"], Names(page)), Patience);

        page.Find("input[type=search]").Input("espresso");
        page.WaitForAssertion(() => Assert.Contains("No download matches", page.Markup), Patience);
    }

    [Fact]
    public void A_client_without_downloads_is_well()
    {
        var page = Render<DownloadsPage>();

        page.WaitForAssertion(() => Assert.Contains("Nothing to download", page.Markup), Patience);
    }

    [Fact]
    public void A_client_that_fails_is_named_with_the_age_of_what_is_shown()
    {
        var notices = Render<ClientNotices>(parameters => parameters.Add(component => component.Reports,
        [
            new("seedbox", true), new("attic", false, "unreachable", "Nobody listens."), new("cellar", false, "timeout", "No answer.", 12),
        ]));

        Assert.Equal(
            ["attic does not answer, so its downloads are missing here. Nobody listens.", "cellar does not answer, so its downloads are as they were 12 seconds ago. No answer."],
            notices.FindAll("[role=alert] span").Select(notice => notice.TextContent));
    }

    [Fact]
    public void While_no_client_answers_the_page_says_why_and_goes_on_once_one_does()
    {
        client.Failure = ProcedureErrors.Unreachable("Nobody listens at seedbox.");
        var page = Render<DownloadsPage>();
        Assert.Contains("Nobody listens at seedbox.", page.WaitForElement("[role=alert]", Patience).TextContent);

        client.Failure = null;
        client.Add("Film");

        page.WaitForAssertion(() => Assert.Equal(["Film"], Names(page)), Patience);
    }

    [Fact]
    public async Task Without_a_client_it_says_how_to_connect_one()
    {
        await DisconnectEngineAsync();

        var page = Render<DownloadsPage>();

        page.WaitForAssertion(() => Assert.Contains("No download client is connected", page.Find(".state").TextContent), Patience);
    }

    [Fact]
    public void Without_the_permission_it_says_so_and_offers_nothing()
    {
        Allow();

        var page = Render<DownloadsPage>();

        page.WaitForAssertion(() => Assert.Contains("You may not see this", page.Markup), Patience);
        Assert.DoesNotContain("Add download", page.Markup);
    }

    private protected override void Configure(IServiceCollection services) => services.AddSingleton<IIntegrationKind>(client);

    private protected override IReadOnlyList<Integration> Integrations => [ToyDownloads.Connected];

    private IRenderedComponent<DownloadsPage> Loaded()
    {
        var page = Render<DownloadsPage>();
        page.WaitForElement(".download", Patience);
        return page;
    }

    private static IEnumerable<string> Names(IRenderedComponent<DownloadsPage> page) => page.FindAll(".download .name").Select(name => name.TextContent);
}
