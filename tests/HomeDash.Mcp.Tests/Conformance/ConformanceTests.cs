using HomeDash.Procedures;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Mcp.Tests;

/// <summary>Every check of the public conformance suite passes, and none warns.</summary>
public sealed class ConformanceTests
{
    public ConformanceTests() => ConformanceSuite.SkipUnlessInstalled();

    [Theory]
    [InlineData(ConformanceSuite.Newest, 60, "--requirements", "2025-11-25")]
    [InlineData(ConformanceSuite.Newest, 150, "--requirements", "2026-07-28")]
    [InlineData(ConformanceSuite.Before, 30, "--suite", "all")]
    public async Task The_suite_has_nothing_to_complain_of(string suite, int least, params string[] which)
    {
        await using var host = await FixtureAsync();

        var (passed, complaints) = await ConformanceSuite.RunAsync(suite, host.Url, which, TestContext.Current.CancellationToken);

        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
        Assert.True(passed >= least, $"Only {passed} checks were made.");
    }

    [Theory]
    [InlineData(ConformanceSuite.Newest, 40, "--requirements", "2025-11-25")]
    [InlineData(ConformanceSuite.Newest, 100, "--requirements", "2026-07-28")]
    [InlineData(ConformanceSuite.Before, 25, "--suite", "all")]
    public async Task What_the_suite_asks_is_answered_with_the_same_bytes_on_both_roads(string suite, int least, params string[] which)
    {
        var asked = new RecordedRequests();
        await using (var host = await FixtureAsync(services => services.AddSingleton<IStartupFilter>(asked)))
        {
            await ConformanceSuite.RunAsync(suite, host.Url, which, TestContext.Current.CancellationToken);
        }

        await using var either = await FixtureAsync();
        await using var longAlways = await FixtureAsync(services => services.AddSingleton(new Roads(AlwaysLong: true)));
        var compared = 0;
        foreach (var request in asked.All.Where(request => !ListensForEver(request)))
        {
            BothRoads.Compare(await request.SendAsync(either), await request.SendAsync(longAlways));
            compared++;
        }

        Assert.True(compared >= least, $"Only {compared} requests were compared.");
    }

    /// <summary>A subscription is a stream on both roads, and ends only when its client leaves.</summary>
    private static bool ListensForEver(RecordedRequest request) => request.Body.AsSpan().IndexOf("subscriptions/listen"u8) >= 0;

    /// <summary>The suite cannot send a key, so whoever calls is an administrator here.</summary>
    private static Task<McpHost> FixtureAsync(Action<IServiceCollection>? more = null) => McpHost.StartAsync(services =>
    {
        more?.Invoke(services);
        services.AddSingleton<IForeignTools, FixtureTools>();
        services.AddSingleton<IPromptSource, FixturePrompts>();
        services.AddSingleton<IResourceSource, FixtureResources>().AddSingleton<IResourceTopics, FixtureResources>();
        services.AddScoped<ICallerSource, Anybody>();
    });

    private sealed class Anybody : ICallerSource
    {
        private static readonly Caller Administrator = new("u1", "anybody") { Permissions = new HashSet<string> { Caller.AdministratorPermission } };

        public string Surface => "mcp";

        public ValueTask<Caller> GetAsync(CancellationToken cancellationToken) => new(Administrator);
    }
}
