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
    public async Task Names_are_searched_and_states_chosen_among_all_downloads()
    {
        AddMany(105);
        client.Add("Zither").Add("Album", DownloadState.Paused).Add("Zoo", DownloadState.Paused);
        var page = Loaded();
        Assert.DoesNotContain("Zither", Names(page));

        page.Find("input[type=search]").Input("z");
        page.WaitForAssertion(() => Assert.Equal(["Zither", "Zoo"], Names(page)), Patience);
        Assert.Equal("2 downloads found", page.Find(".row > [role=status]").TextContent);

        page.Find("select[aria-label=State]").Change("Paused");
        page.WaitForAssertion(() => Assert.Equal(["Zoo"], Names(page)), Patience);
        Assert.Equal(["All states", "Downloading (1)", "Paused (1)"], page.FindAll("select[aria-label=State] option").Select(option => option.TextContent));

        page.Find("input[type=search]").Input("espresso");
        page.WaitForAssertion(() => Assert.Contains("Nothing like this", page.Markup), Patience);

        await PressAsync(page, "Show all downloads");
        page.WaitForAssertion(() => Assert.Equal(100, page.FindAll(".download").Count), Patience);
        Assert.Equal("", page.Find("input[type=search]").GetAttribute("value"));
    }

    [Fact]
    public async Task What_is_looked_for_stays_when_the_client_does_something()
    {
        client.Add("Film").Add("Album");
        var page = Loaded();
        page.Find("input[type=search]").Input("film");
        page.WaitForAssertion(() => Assert.Equal(["Film"], Names(page)), Patience);

        await PressAsync(page, "Pause Film");
        client.Add("Second film");

        page.WaitForAssertion(() => Assert.Equal(["Second film", "Film"], Names(page)), Patience);
    }

    [Fact]
    public async Task More_are_shown_on_request_and_beyond_the_most_the_page_says_how_to_see_others()
    {
        AddMany(502);
        var page = Loaded();
        Assert.Contains("These are the first 100 of 502 downloads.", page.Markup);

        foreach (var count in new[] { 200, 300, 400, 500 })
        {
            await PressAsync(page, "Show more");
            page.WaitForAssertion(() => Assert.Equal(count, page.FindAll(".download").Count), Patience);
        }

        Assert.Contains("These are the first 500 of 502 downloads. Search, or choose a state, to see others.", page.Markup);
        Assert.DoesNotContain("Show more", page.Markup);
    }

    [Fact]
    public async Task Several_are_selected_and_paused_with_what_became_of_each()
    {
        client.Add("Film").Add("Album").Add("Concert", DownloadState.Paused).Add("Opera");
        client.Stubborn.Add("Film");
        var page = Loaded();
        Tick(page, "Film", "Album", "Concert");
        Assert.Equal("3 downloads selected", page.Find(".bulk strong").TextContent);

        await PressAsync(page, "Pause");

        Assert.Equal(["pause Album-id, Film-id"], client.Asked);
        var outcome = page.WaitForElement(".outcomes", Patience);
        Assert.Equal("Paused 1 of 2", outcome.QuerySelector("strong")!.TextContent);
        Assert.Equal(
            ["Film: seedbox took the order, but Film is still downloading. downloads.get shows more.", "Album: done"],
            outcome.QuerySelectorAll("li").Select(line => line.TextContent));
        Assert.Equal(["Film", "Concert"], Ticked(page));

        await PressAsync(page, "Resume");
        Assert.Equal("resume Concert-id", client.Asked[^1]);
    }

    [Fact]
    public async Task All_that_are_shown_are_deleted_after_one_question_that_lists_them()
    {
        client.Add("Film").Add("Album").Add("Opera", DownloadState.Paused);
        var dialogs = Dialogs();
        var page = Loaded();
        page.Find(".all input").Change(true);
        page.Find("select[aria-label=State]").Change("Downloading");
        page.WaitForAssertion(() => Assert.Equal(["Album", "Film"], Names(page)), Patience);

        var deleting = PressAsync(page, "Delete");
        dialogs.WaitForElement(".rz-dialog input[type=checkbox]", Patience).Change(true);
        Assert.Contains("Delete 2 downloads?", dialogs.Markup);
        Assert.Equal(["Album", "Film"], dialogs.FindAll(".rz-dialog li").Select(item => item.TextContent));
        await PressAsync(dialogs, "Delete downloads");
        await deleting;

        Assert.Equal(["delete Album-id, Film-id with files"], client.Asked);
        Assert.Equal("Deleted 2 of 2", page.Find(".outcomes strong").TextContent);
        Assert.Equal(["Opera"], client.Items.Select(item => item.Name));
    }

    [Fact]
    public async Task More_than_can_be_changed_at_once_are_changed_in_turns()
    {
        AddMany(150);
        var page = Loaded();
        await PressAsync(page, "Show more");
        page.WaitForAssertion(() => Assert.Equal(150, page.FindAll(".download").Count), Patience);

        page.Find(".all input").Change(true);
        await PressAsync(page, "Pause");

        Assert.Equal([100, 50], client.Asked.Select(order => order.Split(',').Length));
        Assert.Equal("Paused 150 of 150", page.Find(".outcomes strong").TextContent);
        Assert.Empty(page.FindAll(".bulk"));
    }

    [Fact]
    public async Task A_speed_limit_is_shown_set_and_taken_away()
    {
        client.Add("Film");
        var dialogs = Dialogs();
        var page = Loaded();

        var limiting = PressAsync(page, "Limit the speed of seedbox");
        Assert.Equal("1", dialogs.WaitForElement("[aria-label='At most: What comes in']", Patience).GetAttribute("value"));
        Assert.Equal(["At most 1.0 MiB/s now.", "No limit now."], dialogs.FindAll("fieldset p").Select(text => text.TextContent));
        Assert.True(dialogs.Find("button[type=submit]").HasAttribute("disabled"));
        dialogs.Find("[aria-label='No limit: What comes in']").Change(true);
        dialogs.Find("[aria-label='No limit: What goes out']").Change(false);
        dialogs.Find("[aria-label='At most: What goes out']").Input("2,5");
        dialogs.Find("[aria-label='Unit: What goes out']").Change("1024");
        Assert.False(dialogs.Find("button[type=submit]").HasAttribute("disabled"));
        await dialogs.Find("form").SubmitAsync();
        await limiting;

        Assert.Equal(["limit DownBytesPerSecond to nothing", "limit UpBytesPerSecond to 2560"], client.Asked.Order());
        Assert.Equal("Speed limits of seedbox changed", page.Find(".outcomes strong").TextContent.Trim());
        Assert.Equal("no limit in, at most 2.5 KiB/s out", page.Find(".outcomes li").TextContent);
        page.WaitForAssertion(() => Assert.Contains("0 B/s out (at most 2.5 KiB/s)", page.Find(".clients").TextContent), Patience);
    }

    [Theory]
    [InlineData("fast", "Enter a number")]
    [InlineData("", "Enter a number")]
    [InlineData("0.0001", "at least 1 KiB/s")]
    [InlineData("99999999", "100000000000")]
    public async Task What_is_no_speed_is_said_at_its_field(string amount, string said)
    {
        client.Add("Film");
        var dialogs = Dialogs();
        var page = Loaded();

        _ = PressAsync(page, "Limit the speed of seedbox");
        dialogs.WaitForElement("[aria-label='At most: What comes in']", Patience).Input(amount);
        await dialogs.Find("form").SubmitAsync();

        Assert.Contains(said, dialogs.WaitForElement("fieldset .problem", Patience).TextContent);
        Assert.Empty(client.Asked);
    }

    [Fact]
    public void Whoever_may_only_look_has_nothing_to_select_and_nothing_to_press()
    {
        Allow(DownloadPermissions.View);
        Visitor.Caller = Visitor.Caller with { Grants = new Dictionary<(string, string), Access> { [("integration", "seedbox-id")] = Access.Use } };
        client.Add("Film");

        var page = Loaded();

        Assert.Empty(page.FindAll("input[type=checkbox], .download button, .clients button"));
    }

    [Fact]
    public void A_client_without_downloads_is_well()
    {
        var page = Render<DownloadsPage>();

        page.WaitForAssertion(() => Assert.Contains("Nothing to download", page.Markup), Patience);
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

    private void AddMany(int count)
    {
        for (var number = 0; number < count; number++)
        {
            client.Add($"Part {number:000}");
        }
    }

    private static void Tick(IRenderedComponent<DownloadsPage> page, params string[] names)
    {
        foreach (var name in names)
        {
            page.Find($"[aria-label='Select {name}']").Change(true);
        }
    }

    private static IEnumerable<string> Ticked(IRenderedComponent<DownloadsPage> page) =>
        page.FindAll(".download").Where(row => row.QuerySelector(".tick")!.HasAttribute("checked")).Select(row => row.QuerySelector(".name")!.TextContent);

    private static IEnumerable<string> Names(IRenderedComponent<DownloadsPage> page) => page.FindAll(".download .name").Select(name => name.TextContent);
}
