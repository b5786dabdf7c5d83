using HomeDash.Procedures;
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

    /// <summary>The suite cannot send a key, so whoever calls is an administrator here.</summary>
    private static Task<McpHost> FixtureAsync() => McpHost.StartAsync(services =>
    {
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
