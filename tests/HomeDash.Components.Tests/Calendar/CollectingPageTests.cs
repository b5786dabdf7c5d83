using Bunit;
using HomeDash.Components.Calendar;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Components.Tests.Calendar;

/// <summary>The tabs beside the calendar: what is missing, and what is being fetched.</summary>
public sealed class CollectingPageTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly ToyCollector toy = new();

    private protected override IReadOnlyList<Integration> Integrations => [new("Den-id", "Den", "sonarr", "toy://here")];

    private protected override void Configure(IServiceCollection services) => services.AddSingleton<IIntegrationKind>(new ToyServiceKind<ToyCollector>("sonarr", toy));

    [Fact]
    public async Task What_is_missing_is_listed_page_by_page()
    {
        toy.Missing.AddRange(Enumerable.Range(1, 60).Select(number => new MissingMedia
        {
            Id = $"{number}",
            Kind = CollectedKind.Episode,
            Title = "Foundation",
            Season = 1,
            Episode = number,
            Day = new DateOnly(2026, 1, 1).AddDays(-number),
            Integration = "Den",
        }));
        var page = Render<MissingPage>();
        page.WaitForElement("li.media", Patience);

        Assert.Equal(50, page.FindAll("li.media").Count);
        Assert.Contains("60 things missing", page.Markup, StringComparison.Ordinal);
        Assert.Contains("S01E01", page.FindAll("li.media")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Episode · Den · out since 31 December 2025", page.FindAll("li.media")[0].TextContent, StringComparison.Ordinal);

        await PressAsync(page, "Show more");
        page.WaitForAssertion(() => Assert.Equal(60, page.FindAll("li.media").Count), Patience);
        Assert.DoesNotContain("Show more", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_missing_and_nothing_fetched_are_good_news()
    {
        var missing = Render<MissingPage>();
        missing.WaitForAssertion(() => Assert.Contains("Nothing is missing", missing.Markup, StringComparison.Ordinal), Patience);
        var queue = Render<QueuePage>();
        queue.WaitForAssertion(() => Assert.Contains("Nothing is being fetched", queue.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public void The_queue_is_shown_as_it_goes_on()
    {
        toy.Queue.Add(new() { Id = "1", Kind = CollectedKind.Episode, Title = "Foundation", Season = 4, Count = 3, State = QueuedState.Downloading, Progress = 0.25, SizeBytes = 1 << 30, EtaSeconds = 90, Client = "qBittorrent", Integration = "Den" });
        var page = Render<QueuePage>();
        page.WaitForElement("li.media", Patience);
        var row = page.Find("li.media").TextContent;
        Assert.Contains("Season 4, 3 episodes", row, StringComparison.Ordinal);
        Assert.Contains("25.0 % · 1.0 GiB · 1:30 left · Den · qBittorrent", row, StringComparison.Ordinal);

        toy.Queue[0] = toy.Queue[0] with { State = QueuedState.Blocked, Progress = 1, Error = "No files found are eligible for import" };

        page.WaitForAssertion(() => Assert.Contains("No files found are eligible for import", page.Find("li.media .problem").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal("Blocked", page.Find("li.media .badge").TextContent);
    }

    [Fact]
    public void One_that_fails_says_why()
    {
        toy.Failure = ProcedureErrors.Unreachable("Den: nobody listens.");
        var missing = Render<MissingPage>();
        var queue = Render<QueuePage>();

        missing.WaitForAssertion(() => Assert.Contains("nobody listens", missing.Find(".notice.warn").TextContent, StringComparison.OrdinalIgnoreCase), Patience);
        queue.WaitForAssertion(() => Assert.Contains("nobody listens", queue.Find(".notice.warn").TextContent, StringComparison.OrdinalIgnoreCase), Patience);
        Assert.DoesNotContain("Nothing is missing", missing.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_may_not_see_it_is_told_so()
    {
        Allow();

        var missing = Render<MissingPage>();
        missing.WaitForAssertion(() => Assert.Contains("You may not see this", missing.Markup, StringComparison.Ordinal), Patience);
        var queue = Render<QueuePage>();
        queue.WaitForAssertion(() => Assert.Contains("You may not see this", queue.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public void Whoever_may_use_none_is_told_what_to_connect()
    {
        Allow(CalendarPermissions.View);

        var page = Render<MissingPage>();

        page.WaitForAssertion(() => Assert.Contains("Nothing is collected here", page.Markup, StringComparison.Ordinal), Patience);
    }
}
