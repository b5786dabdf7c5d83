using Bunit;
using HomeDash.Components.Indexers;
using HomeDash.Components.Layout;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Components.Tests.Indexers;

public sealed class IndexersPageTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly ToyIndexers toy = new();

    private protected override IReadOnlyList<Integration> Integrations => [new("Den-id", "Den", "prowlarr", "toy://here")];

    private protected override void Configure(IServiceCollection services) => services.AddSingleton<IIntegrationKind>(new ToyServiceKind<ToyIndexers>("prowlarr", toy));

    [Fact]
    public void Indexers_are_shown_with_what_is_wrong_with_them()
    {
        var page = Loaded();

        Assert.Equal(["BetaFailing", "AlphaWorking"], page.FindAll(".list > li").Select(row => row.QuerySelector(".row")!.TextContent.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)));
        Assert.Contains("Torrent · Semi-private · priority 25", page.FindAll(".list > li")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Failing since 2 hours ago. Left alone for another 29 minutes.", page.Find(".problem").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_are_tested_and_each_that_fails_says_why()
    {
        var page = Loaded();

        await PressAsync(page, "Test all");

        page.WaitForAssertion(() => Assert.Contains("1 indexer of 2 failed: Beta: No answer.", page.Find(".notice.warn").TextContent, StringComparison.Ordinal), Patience);
        toy.Broken = false;
        await PressAsync(page, "Test all");
        page.WaitForAssertion(() => Assert.Contains("All 2 indexers work.", page.Find(".notice.good").TextContent, StringComparison.Ordinal), Patience);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".problem")), Patience);
    }

    [Fact]
    public async Task A_test_that_does_not_come_about_says_why()
    {
        var page = Loaded();
        toy.Failure = ProcedureErrors.Unreachable("Den: nobody listens.");

        await PressAsync(page, "Test all");

        page.WaitForAssertion(() => Assert.Contains("nobody listens", page.Find("[role=alert]").TextContent, StringComparison.OrdinalIgnoreCase), Patience);
    }

    [Fact]
    public void Who_may_only_look_has_nothing_to_press()
    {
        Visitor.Caller = Visitor.Caller with { Permissions = new HashSet<string> { IndexerPermissions.View }, Grants = new Dictionary<(string, string), Access> { [("integration", "Den-id")] = Access.Use } };

        Assert.Empty(Loaded().FindAll("button"));
    }

    [Fact]
    public void Whoever_may_not_see_it_is_told_so_and_is_not_led_there()
    {
        Assert.NotEmpty(Render<Navigation>().FindAll("a[href=indexers]"));
        Allow();

        var page = Render<IndexersPage>();

        page.WaitForAssertion(() => Assert.Contains("You may not see this", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Empty(Render<Navigation>().FindAll("a[href=indexers]"));
    }

    [Fact]
    public async Task Without_one_it_says_how_to_connect_one()
    {
        await DisconnectEngineAsync();

        var page = Render<IndexersPage>();

        page.WaitForAssertion(() => Assert.Contains("Add your Prowlarr", page.Find(".state").TextContent, StringComparison.Ordinal), Patience);
    }

    private IRenderedComponent<IndexersPage> Loaded()
    {
        var page = Render<IndexersPage>();
        page.WaitForElement(".list > li", Patience);
        return page;
    }

    /// <summary>Two indexers, of which one is broken until it is mended.</summary>
    private sealed class ToyIndexers : IIndexerKeeper, IIntegrationClient
    {
        public bool Broken { get; set; } = true;

        public ProcedureException? Failure { get; set; }

        public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => Task.FromResult(new ServiceVersion("Prowlarr", "1"));

        public Task<IReadOnlyList<Indexer>> ListAsync(CancellationToken cancellationToken) => Failure is not null ? throw Failure : Task.FromResult<IReadOnlyList<Indexer>>(
        [
            new() { Id = "1", Name = "Alpha", Status = IndexerStatus.Working, Enabled = true, Protocol = DownloadType.Torrent, Privacy = IndexerPrivacy.SemiPrivate, Priority = 25, Integration = "Den" },
            new()
            {
                Id = "2",
                Name = "Beta",
                Status = Broken ? IndexerStatus.Failing : IndexerStatus.Working,
                Enabled = true,
                FailingSince = Broken ? DateTimeOffset.UtcNow.AddMinutes(-130) : null,
                DisabledUntil = Broken ? DateTimeOffset.UtcNow.AddMinutes(29.9) : null,
                Integration = "Den",
            },
        ]);

        public async Task<IReadOnlyList<IndexerTest>> TestAllAsync(CancellationToken cancellationToken) =>
            [.. (await ListAsync(cancellationToken)).Select(indexer => new IndexerTest(indexer.Name, indexer.Status == IndexerStatus.Working, indexer.Status == IndexerStatus.Working ? null : "No answer.", indexer.Status))];
    }
}
