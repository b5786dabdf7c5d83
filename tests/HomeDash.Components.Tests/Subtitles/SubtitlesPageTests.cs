using Bunit;
using HomeDash.Components.Subtitles;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Components.Tests.Subtitles;

public sealed class SubtitlesPageTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly ToySubtitles toy = new();

    private protected override IReadOnlyList<Integration> Integrations => [new("Den-id", "Den", "bazarr", "toy://here")];

    private protected override void Configure(IServiceCollection services) => services.AddSingleton<IIntegrationKind>(new ToyServiceKind<ToySubtitles>("bazarr", toy));

    [Fact]
    public void It_shows_what_is_wanted_and_what_is_wrong()
    {
        toy.Wanted.Add(new("1", CollectedKind.Episode, "Foundation", "A Beginning", "4x1", ["German", "English HI"], "Den"));
        toy.Badges = toy.Badges with { Episodes = 1, Throttled = [new("podnapisi", "TooManyRequests", "in 3 hours")], Issues = [new("Sonarr", "Root folder is missing")] };
        var page = Render<SubtitlesPage>();
        page.WaitForElement("li.media", Patience);

        Assert.Contains("podnapisi is left alone: TooManyRequests, asked again in 3 hours.", page.Find(".notice.warn").TextContent, StringComparison.Ordinal);
        Assert.Contains("Sonarr: Root folder is missing", page.Find(".notice.bad").TextContent, StringComparison.Ordinal);
        Assert.Equal(["1", "0", "1", "Sonarr"], page.FindAll(".counts dd").Select(count => count.TextContent));
        Assert.Contains("Foundation", page.Find("li.media").TextContent, StringComparison.Ordinal);
        Assert.Equal(["German", "English HI"], page.FindAll("li.media .badge").Select(badge => badge.TextContent));
    }

    [Fact]
    public void Nothing_wanted_is_good_news()
    {
        var page = Render<SubtitlesPage>();

        page.WaitForAssertion(() => Assert.Contains("Nothing lacks subtitles", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public void What_changes_is_shown()
    {
        var page = Render<SubtitlesPage>();
        page.WaitForElement(".counts", Patience);

        toy.Badges = toy.Badges with { Movies = 7 };

        page.WaitForAssertion(() => Assert.Equal("7", page.FindAll(".counts dd")[1].TextContent), Patience);
    }

    [Fact]
    public void One_that_fails_says_why()
    {
        toy.Failure = ProcedureErrors.Unreachable("Den: nobody listens.");

        var page = Render<SubtitlesPage>();

        page.WaitForAssertion(() => Assert.Contains("nobody listens", page.Find(".notice.warn").TextContent, StringComparison.OrdinalIgnoreCase), Patience);
    }

    [Fact]
    public async Task Whoever_may_not_see_it_or_has_none_is_told_so()
    {
        Allow();
        var page = Render<SubtitlesPage>();
        page.WaitForAssertion(() => Assert.Contains("You may not see this", page.Markup, StringComparison.Ordinal), Patience);

        Allow(SubtitlesPermissions.View);
        await DisconnectEngineAsync();
        var without = Render<SubtitlesPage>();
        without.WaitForAssertion(() => Assert.Contains("Add your Bazarr", without.Find(".state").TextContent, StringComparison.Ordinal), Patience);
    }

    private sealed class ToySubtitles : ISubtitleFinder, IIntegrationClient
    {
        public SubtitleBadges Badges { get; set; } = new() { Integration = "Den", Episodes = 0, Movies = 0, SonarrLive = true, RadarrLive = false, Throttled = [], Issues = [] };

        public List<WantedSubtitles> Wanted { get; } = [];

        public ProcedureException? Failure { get; set; }

        public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => Task.FromResult(new ServiceVersion("Bazarr", "1"));

        public Task<SubtitleBadges> BadgesAsync(CancellationToken cancellationToken) => Failure is null ? Task.FromResult(Badges) : throw Failure;

        public Task<WantedReading> WantedAsync(int most, CancellationToken cancellationToken) => Failure is null ? Task.FromResult(new WantedReading([.. Wanted], Wanted.Count)) : throw Failure;
    }
}
