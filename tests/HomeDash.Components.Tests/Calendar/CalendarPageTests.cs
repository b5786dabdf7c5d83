using AngleSharp.Dom;
using Bunit;
using HomeDash.Components.Calendar;
using HomeDash.Components.Layout;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Components.Tests.Calendar;

public sealed class CalendarPageTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.Local).DateTime);

    private readonly ToyCollector toy = new();

    private protected override void Configure(IServiceCollection services) => services.AddSingleton<IIntegrationKind>(new ToyServiceKind<ToyCollector>("sonarr", toy));

    [Fact]
    public async Task A_month_is_shown_as_a_grid_and_as_a_list()
    {
        toy.Entries.Add(new("1", CalendarKind.Air, "Foundation") { Day = Today, Season = 4, Episode = 1, Detail = "A Beginning", HasFile = true, Monitored = true, Link = "http://sonarr.home/series/foundation" });
        var page = await LoadedAsync();

        var today = page.Find("td.today");
        Assert.Equal(Today.Day.ToString(System.Globalization.CultureInfo.InvariantCulture), today.QuerySelector(".number")!.TextContent);
        var chip = today.QuerySelector("a.chip.air")!;
        Assert.Equal("http://sonarr.home/series/foundation", chip.GetAttribute("href"));
        Assert.Contains("Foundation S04E01", chip.TextContent, StringComparison.Ordinal);
        Assert.Contains("is there", chip.TextContent, StringComparison.Ordinal);
        var day = page.Find(".agenda section.today");
        Assert.StartsWith("Today, ", day.QuerySelector("h3")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("S04E01 · A Beginning · Den", day.TextContent, StringComparison.Ordinal);
        Assert.Equal("There", day.QuerySelector(".badge")!.TextContent);
    }

    [Fact]
    public async Task The_grid_has_whole_weeks_that_begin_as_the_visitor_likes()
    {
        var page = await LoadedAsync();
        Assert.Equal("Mon", page.FindAll("th")[0].TextContent);
        Assert.Equal(0, page.FindAll("td").Count % 7);

        await page.InvokeAsync(() => page.Find("select").Change("Sunday"));

        page.WaitForAssertion(() => Assert.Equal("Sun", page.FindAll("th")[0].TextContent), Patience);
        Assert.Equal(DayOfWeek.Sunday, toy.Asked[^1].From.DayOfWeek);
        Assert.Equal(DayOfWeek.Saturday, toy.Asked[^1].To.DayOfWeek);
    }

    [Fact]
    public async Task Another_month_is_asked_for_and_today_leads_back()
    {
        var page = await LoadedAsync();
        var first = new DateOnly(Today.Year, Today.Month, 1);
        toy.Entries.Add(new("1", CalendarKind.Cinema, "Dune") { Day = first.AddMonths(1).AddDays(14), HasFile = false, Monitored = true });

        await PressAsync(page, "Month after");

        page.WaitForAssertion(() => Assert.Contains("Dune", page.Find("table.grid").TextContent, StringComparison.Ordinal), Patience);
        Assert.True(toy.Asked[^1].From <= first.AddMonths(1) && toy.Asked[^1].To >= first.AddMonths(2).AddDays(-1));
        Assert.Empty(page.FindAll("td.today:not(.outside)"));

        await PressAsync(page, "Today");
        page.WaitForElement("td.today", Patience);
        await PressAsync(page, "Month before");
        page.WaitForAssertion(() => Assert.Equal($"{first.AddMonths(-1):MMMM yyyy}", page.Find("h2").TextContent), Patience);
    }

    [Fact]
    public async Task A_kind_is_hidden_and_shown_again()
    {
        toy.Entries.Add(new("1", CalendarKind.Air, "Foundation") { Day = Today, HasFile = false, Monitored = true });
        toy.Entries.Add(new("2", CalendarKind.Album, "Björk") { Day = Today, HasFile = false, Monitored = true });
        var page = await LoadedAsync();

        await PressAsync(page, "Episodes");
        Assert.Equal(["Björk"], page.FindAll(".chip .words").Select(words => words.TextContent.Trim()));
        Assert.Equal("false", page.FindAll(".filters button")[0].GetAttribute("aria-pressed"));

        await PressAsync(page, "Episodes");
        Assert.Equal(2, page.FindAll(".chip").Count);
        Assert.DoesNotContain("Books", page.Find(".filters").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_looks_for_is_shown_on_request()
    {
        toy.Entries.Add(new("1", CalendarKind.Air, "Forgotten") { Day = Today, HasFile = false, Monitored = false });
        var page = await LoadedAsync();
        Assert.Empty(page.FindAll(".chip"));

        await page.InvokeAsync(() => page.Find("input[type=checkbox]").Change(true));

        page.WaitForElement(".chip", Patience);
        Assert.Equal("Not monitored", page.Find(".agenda .badge").TextContent);
    }

    [Fact]
    public async Task A_full_day_is_folded_and_unfolds()
    {
        toy.Entries.AddRange(Enumerable.Range(1, 9).Select(number => new CalendarEntry($"{number}", CalendarKind.Air, "Long") { Day = Today, Season = 1, Episode = number, HasFile = false, Monitored = true }));
        var page = await LoadedAsync();
        Assert.Equal(3, page.FindAll("td.today .chip").Count);

        await PressAsync(page, $"6 more on {Today:dddd, d MMMM}");

        Assert.Equal(9, page.FindAll("td.today .chip").Count);
    }

    [Fact]
    public async Task What_lasts_several_days_is_on_each_of_them()
    {
        var first = new DateOnly(Today.Year, Today.Month, 10);
        toy.Entries.Add(new("1", CalendarKind.Event, "Holiday") { Day = first, LastDay = first.AddDays(2) });
        var page = await LoadedAsync();

        Assert.Equal(3, page.FindAll("td .chip.event").Count);
    }

    [Fact]
    public async Task Earlier_days_of_this_month_are_folded_away()
    {
        var first = new DateOnly(Today.Year, Today.Month, 1);
        toy.Entries.AddRange([new("1", CalendarKind.Event, "First") { Day = first }, new("2", CalendarKind.Event, "Now") { Day = Today }]);
        var page = await LoadedAsync();
        if (Today == first)
        {
            Assert.Empty(page.FindAll(".earlier"));
            return;
        }

        Assert.DoesNotContain("First", page.Find(".agenda").TextContent, StringComparison.Ordinal);
        await PressAsync(page, "Show 1 earlier day");
        Assert.Contains("First", page.Find(".agenda").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_month_says_so()
    {
        var page = await LoadedAsync();

        Assert.Contains("Nothing happens", page.Find(".agenda").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_fails_says_why_above_the_calendar()
    {
        toy.Failure = ProcedureErrors.Unreachable("Den: nobody listens at 10.0.0.2.");

        var page = await LoadedAsync();

        Assert.Contains("nobody listens at 10.0.0.2.", page.Find(".notice.warn").TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_it_said_last_stays_with_its_age()
    {
        toy.Entries.Add(new("1", CalendarKind.Event, "Bins") { Day = Today });
        var page = await LoadedAsync();
        toy.Failure = ProcedureErrors.Unreachable("Den: nobody listens.");
        await Task.Delay(2100, Cancellation);

        Feed.Publish(new("integration", "Den-id"));

        page.WaitForAssertion(() => Assert.Contains("ago is shown", page.Find(".notice.warn").TextContent, StringComparison.Ordinal), Patience);
        Assert.NotEmpty(page.FindAll(".chip"));
    }

    [Fact]
    public async Task Whoever_has_no_access_or_no_permission_is_told_so()
    {
        await ConnectAsync();
        Allow(CalendarPermissions.View);
        var page = Render<CalendarPage>();
        page.WaitForAssertion(() => Assert.Contains("None that you may see", page.Markup, StringComparison.Ordinal), Patience);

        Allow();
        var forbidden = Render<CalendarPage>();
        forbidden.WaitForAssertion(() => Assert.Contains("You may not see this", forbidden.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public void Without_a_calendar_it_says_how_to_connect_one()
    {
        var page = Render<CalendarPage>();

        page.WaitForAssertion(() => Assert.Contains("Add your Sonarr, Radarr", page.Find(".state").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public void Until_the_page_is_alive_it_waits_for_nothing()
    {
        SetRendererInfo(new("Static", isInteractive: false));

        Assert.Equal("Loading the calendar", Render<CalendarPage>().Find(".loading").GetAttribute("aria-label"));
    }

    [Fact]
    public async Task The_navigation_leads_there_while_it_is_connected_and_may_be_seen()
    {
        var navigation = Render<Navigation>();
        Assert.Empty(navigation.FindAll("a[href=calendar]"));

        await ConnectAsync();
        navigation.WaitForElement("a[href=calendar]", Patience);
    }

    private Task ConnectAsync() => Services.GetRequiredService<Connections>().SetAsync([new("Den-id", "Den", "sonarr", "toy://here")]);

    private async Task<IRenderedComponent<CalendarPage>> LoadedAsync()
    {
        await ConnectAsync();
        var page = Render<CalendarPage>();
        page.WaitForElement("table.grid", Patience);
        return page;
    }
}
