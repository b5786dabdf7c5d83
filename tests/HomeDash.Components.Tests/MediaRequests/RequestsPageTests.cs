using AngleSharp.Dom;
using Bunit;
using HomeDash.Components.Layout;
using HomeDash.Components.MediaRequests;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Components.Tests.MediaRequests;

public sealed class RequestsPageTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly ToyRequestKind services = new();

    private protected override void Configure(IServiceCollection collection) => collection.AddSingleton<IIntegrationKind>(services);

    [Fact]
    public async Task Requests_are_listed_with_title_status_and_who_made_them()
    {
        services["Films"].Ask("Sintel").Ask("Pioneer One", RequestStatus.Approved, request => request with
        {
            Type = RequestedType.Series, Seasons = [1, 2], Availability = MediaAvailability.Processing, ChangedBy = "ada", Profile = "Ultra-HD",
        });

        var page = await LoadedAsync("Films");

        var rows = page.FindAll("ul.list > li").Select(row => row.TextContent).ToArray();
        foreach (var words in new[] { "Sintel", "Waiting", "Film · 2008 · requested by tilda", "2 hours ago" })
        {
            Assert.Contains(words, rows[0], StringComparison.Ordinal);
        }

        foreach (var words in new[] { "Approved", "Processing", "Series · 2008 · Seasons 1, 2 · Ultra-HD · requested by tilda", "answered by ada" })
        {
            Assert.Contains(words, rows[1], StringComparison.Ordinal);
        }

        page.WaitForAssertion(() => Assert.Contains("2 requests, 1 waiting, 1 being fetched, 2 available", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Single(page.FindAll("button[aria-label^='Approve']"));
    }

    [Fact]
    public async Task One_that_waits_is_approved()
    {
        services["Films"].Ask("Sintel");
        var page = await LoadedAsync("Films");

        await PressAsync(page, "Approve Sintel");

        page.WaitForAssertion(() => Assert.Contains("Approved", page.Find("ul.list > li").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(["approve 1"], services["Films"].Told);
        Assert.Contains("Approved Sintel", page.Find(".outcomes.good").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_is_declined_after_a_question()
    {
        services["Films"].Ask("Sintel");
        var dialogs = Dialogs();
        var page = await LoadedAsync("Films");

        var pressing = PressAsync(page, "Decline Sintel");
        dialogs.WaitForAssertion(() => Assert.Contains("tilda does not get it", dialogs.Markup, StringComparison.Ordinal), Patience);
        await PressAsync(dialogs, "Decline request");
        await pressing;

        page.WaitForAssertion(() => Assert.Contains("Declined", page.Find("ul.list > li").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task An_answer_that_fails_says_why()
    {
        services["Films"].Ask("Sintel").Stubborn = ProcedureErrors.ServiceFailed("Films took the order, but forgot it.");
        var page = await LoadedAsync("Films");

        await PressAsync(page, "Approve Sintel");

        page.WaitForAssertion(() => Assert.Contains("but forgot it", page.Find(".outcomes.bad").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task The_list_is_filtered_by_status()
    {
        services["Films"].Ask("Sintel").Ask("Spring", RequestStatus.Declined);
        var page = await LoadedAsync("Films");

        page.Find("select").Change("Declined");
        page.WaitForAssertion(() => Assert.Equal(["Spring"], page.FindAll("ul.list strong").Select(title => title.TextContent)), Patience);

        page.Find("select").Change("Failed");
        page.WaitForAssertion(() => Assert.Contains("No request with this status", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task A_film_is_found_and_requested_with_a_quality()
    {
        var dialogs = Dialogs();
        var page = await LoadedAsync("Films");
        await SearchAsync(page, "bunny");
        Assert.Contains("Missing", Found(page, "Big Buck Bunny").TextContent, StringComparison.Ordinal);

        var pressing = PressAsync(page, "Request Big Buck Bunny");
        dialogs.WaitForElement("#request-profile", Patience).Change("Ultra-HD");
        await dialogs.InvokeAsync(() => dialogs.Find("form").Submit());
        await pressing;

        Assert.Equal(["request 1 [] Ultra-HD"], services["Films"].Told);
        page.WaitForAssertion(() => Assert.Contains("Requested", Found(page, "Big Buck Bunny").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains("it waits for an answer", page.Find(".outcomes.good").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), button => button.GetAttribute("aria-label") == "Request Big Buck Bunny");
    }

    [Fact]
    public async Task Of_a_series_seasons_are_chosen_and_those_that_are_there_cannot_be()
    {
        var dialogs = Dialogs();
        var page = await LoadedAsync("Films");
        await SearchAsync(page, "pioneer");

        var pressing = PressAsync(page, "Request Pioneer One");
        dialogs.WaitForElement(".seasons", Patience);
        var ticks = dialogs.FindAll(".seasons input");
        Assert.Equal([false, false, true, true], ticks.Select(tick => tick.HasAttribute("checked")));
        Assert.Equal([false, true, false, false], ticks.Select(tick => tick.HasAttribute("disabled")));
        ticks[3].Change(false);
        await dialogs.InvokeAsync(() => dialogs.Find("form").Submit());
        await pressing;

        Assert.Equal(["request 2 [2]"], services["Films"].Told);
    }

    [Fact]
    public async Task A_request_that_is_refused_keeps_the_dialog_open_and_says_why()
    {
        services["Films"].Stubborn = ProcedureErrors.AlreadyExists("Films says: Request for this media already exists.");
        var dialogs = Dialogs();
        var page = await LoadedAsync("Films");
        await SearchAsync(page, "bunny");

        var pressing = PressAsync(page, "Request Big Buck Bunny");
        dialogs.WaitForElement("#request-profile", Patience);
        await dialogs.InvokeAsync(() => dialogs.Find("form").Submit());

        dialogs.WaitForAssertion(() => Assert.Contains("already exists", dialogs.Find("[role=alert]").TextContent, StringComparison.Ordinal), Patience);
        await PressAsync(dialogs, "Cancel");
        await pressing;
        Assert.Empty(page.FindAll(".outcomes"));
    }

    [Fact]
    public async Task Nothing_found_and_a_search_that_fails_are_told_apart()
    {
        var page = await LoadedAsync("Films");

        await SearchAsync(page, "nothing", "Nothing is called “nothing”.");
        services["Films"].Failure = ProcedureErrors.ServiceFailed("Films says: Unable to retrieve trending items.");
        await SearchAsync(page, "anything", "Unable to retrieve trending items.");
    }

    [Fact]
    public async Task Whoever_may_only_look_has_nothing_to_press()
    {
        services["Films"].Ask("Sintel");
        await ConnectAsync("Films");
        Allow(MediaRequestPermissions.View);
        Visitor.Caller = Visitor.Caller with { Grants = new Dictionary<(string, string), Access> { [("integration", "Films-id")] = Access.Use } };

        var page = Render<RequestsPage>();
        page.WaitForElement("ul.list", Patience);
        await SearchAsync(page, "bunny");

        Assert.Equal(["Search"], page.FindAll("button").Select(button => button.TextContent.Trim()));
    }

    [Fact]
    public async Task One_that_fails_says_why_beside_the_others_and_without_requests_it_says_so()
    {
        services["Old"].Failure = ProcedureErrors.Unreachable("Old: nobody listens at 10.0.0.2.");

        var page = await LoadedAsync("Films", "Old");

        Assert.Contains("nobody listens at 10.0.0.2.", page.Find("[role=alert]").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Nothing was requested yet", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_permission_or_access_or_a_service_it_says_so()
    {
        var unconnected = Render<RequestsPage>();
        unconnected.WaitForAssertion(() => Assert.Contains("Add your Seerr", unconnected.Markup, StringComparison.Ordinal), Patience);

        await ConnectAsync("Films");
        Allow(MediaRequestPermissions.View);
        var stranger = Render<RequestsPage>();
        stranger.WaitForAssertion(() => Assert.Contains("None that you may see", stranger.Markup, StringComparison.Ordinal), Patience);

        Allow();
        var forbidden = Render<RequestsPage>();
        forbidden.WaitForAssertion(() => Assert.Contains("You may not see this", forbidden.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public void Until_the_page_is_alive_it_waits_for_nothing()
    {
        SetRendererInfo(new("Static", isInteractive: false));

        Assert.Equal("Loading requests", Render<RequestsPage>().Find(".loading").GetAttribute("aria-label"));
    }

    [Fact]
    public async Task The_navigation_leads_there_while_a_service_is_connected_and_may_be_seen()
    {
        var navigation = Render<Navigation>();
        Assert.Empty(navigation.FindAll("a[href=requests]"));

        await ConnectAsync("Films");
        navigation.WaitForElement("a[href=requests]", Patience);

        Allow();
        Assert.Empty(Render<Navigation>().FindAll("a[href=requests]"));
    }

    private static IElement Found(IRenderedComponent<RequestsPage> page, string title) => page.FindAll(".found > li").Single(item => item.QuerySelector("strong")!.TextContent == title);

    private static async Task SearchAsync(IRenderedComponent<RequestsPage> page, string query, string expected = "Big Buck Bunny")
    {
        await page.InvokeAsync(() => page.Find("input[type=search]").Input(query));
        await page.InvokeAsync(() => page.Find("form").Submit());
        page.WaitForAssertion(() => Assert.Contains(expected, page.Find("section[aria-labelledby=find-media]").TextContent, StringComparison.Ordinal), Patience);
    }

    private async Task<IRenderedComponent<RequestsPage>> LoadedAsync(params string[] names)
    {
        await ConnectAsync(names);
        var page = Render<RequestsPage>();
        page.WaitForElement("#all-requests", Patience);
        return page;
    }

    private Task ConnectAsync(params string[] names) =>
        Services.GetRequiredService<Connections>().SetAsync([.. names.Select(name => new Integration($"{name}-id", name, "seerr", "toy://requests"))]);
}
