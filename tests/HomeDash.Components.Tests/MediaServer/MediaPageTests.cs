using AngleSharp.Dom;
using Bunit;
using HomeDash.Components.Layout;
using HomeDash.Components.MediaServer;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Components.Tests.MediaServer;

public sealed class MediaPageTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly ToyMediaServers servers = new();

    private protected override void Configure(IServiceCollection services) => services.AddSingleton<IIntegrationKind>(servers);

    [Fact]
    public async Task What_is_played_is_shown_with_who_where_and_how()
    {
        servers["Den"].Play("Ashes", session => session with { Kind = MediaKind.Episode, Series = "Nightfall", Season = 2, Episode = 5, Delivery = MediaDelivery.Transcode });

        var page = await LoadedAsync("Den");

        var card = Card(page, "Nightfall S02E05 Ashes");
        Assert.Equal("Nightfall", card.QuerySelector("h3")!.TextContent);
        foreach (var words in new[] { "S02E05 Ashes", "12:30 of 50:00", "Playing", "Transcoding", "tilda · Living room · Web · 8.0 Mbit/s" })
        {
            Assert.Contains(words, card.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal("0.25", card.QuerySelector("progress")!.GetAttribute("value"));
        Assert.Contains("1 stream, 8.0 Mbit/s", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Music_without_a_position_shows_its_length()
    {
        servers["Den"].Play("Song", session => session with { Kind = MediaKind.Track, Artist = "The Band", Album = "First", PositionSeconds = null, LengthSeconds = 254, Delivery = null });

        var card = Card(await LoadedAsync("Den"), "The Band – Song");

        Assert.Contains("The Band · First", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("4:14 long", card.TextContent, StringComparison.Ordinal);
        Assert.Null(card.QuerySelector("progress"));
    }

    [Fact]
    public async Task It_is_paused_and_resumed()
    {
        servers["Den"].Play("Film");
        var page = await LoadedAsync("Den");

        await PressAsync(page, "Pause Film");
        page.WaitForAssertion(() => Assert.Contains("Paused", Card(page, "Film").TextContent, StringComparison.Ordinal), Patience);
        await PressAsync(page, "Resume Film");
        page.WaitForAssertion(() => Assert.Contains("Playing", Card(page, "Film").TextContent, StringComparison.Ordinal), Patience);

        Assert.Equal(["Pause s1", "Resume s1"], servers["Den"].Told);
    }

    [Fact]
    public async Task It_is_stopped_after_a_question()
    {
        servers["Den"].Play("Film");
        var dialogs = Dialogs();
        var page = await LoadedAsync("Den");

        var pressing = PressAsync(page, "Stop Film");
        dialogs.WaitForAssertion(() => Assert.Contains("tilda is thrown out of it on Living room", dialogs.Markup, StringComparison.Ordinal), Patience);
        await PressAsync(dialogs, "Stop playback");
        await pressing;

        page.WaitForAssertion(() => Assert.Contains("Nothing is played", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task A_device_that_does_not_obey_is_reported()
    {
        servers["Den"].Play("Film").Obeys = false;
        var page = await LoadedAsync("Den");

        await PressAsync(page, "Pause Film");

        page.WaitForAssertion(() => Assert.Contains("Film is still playing", page.Find(".outcomes.bad").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Only_what_the_server_can_do_is_offered_and_only_to_whom_it_is_allowed()
    {
        servers["Den"].Play("Film", session => session with { Controls = [SessionControl.Stop] }).Play("Other", session => session with { Controls = [] });
        var page = await LoadedAsync("Den");
        Assert.Equal(["Stop Film"], page.FindAll("article button").Select(button => button.GetAttribute("aria-label")));

        Visitor.Caller = Visitor.Caller with { Grants = new Dictionary<(string, string), Access> { [("integration", "Den-id")] = Access.Use } };
        Allow(MediaServerPermissions.View);
        var watching = Render<MediaPage>();
        watching.WaitForElement("article.session", Patience);
        Assert.Empty(watching.FindAll("article button"));
    }

    [Fact]
    public async Task What_was_added_is_listed()
    {
        servers["Den"].Library =
        [
            servers["Den"].Added("Season 2", MediaKind.Season, 2.1) with { Series = "Nightfall", Season = 2 },
            servers["Den"].Added("First", MediaKind.Album, 3.1) with { Artist = "The Band" },
        ];

        var page = await LoadedAsync("Den");

        page.WaitForAssertion(() => Assert.Equal(["Nightfall S02", "The Band – First"], page.FindAll(".added .name").Select(name => name.TextContent)), Patience);
        Assert.Contains("2 hours ago", page.Find(".added").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_played_and_nothing_added_is_said_so()
    {
        var page = await LoadedAsync("Den");

        page.WaitForAssertion(() => Assert.Contains("Nothing was added yet", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Contains("Nothing is played", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_fails_says_why_beside_the_others_and_what_it_said_last_stays()
    {
        servers["Den"].Play("Film");
        servers["Attic"].Failure = ProcedureErrors.Unreachable("Attic: nobody listens at 10.0.0.2.");
        var page = await LoadedAsync("Den", "Attic");

        Assert.Contains("nobody listens at 10.0.0.2.", page.Find("[role=alert]").TextContent, StringComparison.OrdinalIgnoreCase);
        servers["Den"].Failure = ProcedureErrors.Unreachable("Den: nobody listens at 10.0.0.3.");

        page.WaitForAssertion(() => Assert.Contains("what it said less than a minute ago is shown", page.Markup, StringComparison.Ordinal), Patience);
        Assert.NotNull(Card(page, "Film"));
    }

    [Fact]
    public async Task What_begins_elsewhere_appears_by_itself()
    {
        var page = await LoadedAsync("Den");

        servers["Den"].Play("Film");

        page.WaitForElement("article.session", Patience);
    }

    [Fact]
    public async Task Without_the_permission_or_access_or_a_server_it_says_so()
    {
        var unconnected = Render<MediaPage>();
        unconnected.WaitForAssertion(() => Assert.Contains("Add your Jellyfin", unconnected.Markup, StringComparison.Ordinal), Patience);

        await ConnectAsync("Den");
        Allow(MediaServerPermissions.View);
        var stranger = Render<MediaPage>();
        stranger.WaitForAssertion(() => Assert.Contains("None that you may see", stranger.Markup, StringComparison.Ordinal), Patience);

        Allow();
        var forbidden = Render<MediaPage>();
        forbidden.WaitForAssertion(() => Assert.Contains("You may not see this", forbidden.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public void Until_the_page_is_alive_it_waits_for_nothing()
    {
        SetRendererInfo(new("Static", isInteractive: false));

        Assert.Equal("Loading what is played", Render<MediaPage>().Find(".loading").GetAttribute("aria-label"));
    }

    [Fact]
    public async Task The_navigation_leads_there_while_a_server_is_connected_and_may_be_seen()
    {
        var navigation = Render<Navigation>();
        Assert.Empty(navigation.FindAll("a[href=media]"));

        await ConnectAsync("Den");
        navigation.WaitForElement("a[href=media]", Patience);

        Allow();
        Assert.Empty(Render<Navigation>().FindAll("a[href=media]"));
    }

    private static IElement Card(IRenderedComponent<MediaPage> page, string label) => page.FindAll("article").Single(card => card.GetAttribute("aria-label") == label);

    private async Task<IRenderedComponent<MediaPage>> LoadedAsync(params string[] names)
    {
        await ConnectAsync(names);
        var page = Render<MediaPage>();
        page.WaitForElement("#playing-now", Patience);
        return page;
    }

    private Task ConnectAsync(params string[] names) =>
        Services.GetRequiredService<Connections>().SetAsync([.. names.Select(name => new Integration($"{name}-id", name, "jellyfin", "toy://media"))]);
}
