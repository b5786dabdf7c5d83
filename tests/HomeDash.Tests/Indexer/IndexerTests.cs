using System.Text.Json;
using HomeDash.Integrations;
using HomeDash.Procedures;
using HomeDash.Simulators;

namespace HomeDash.Tests.Indexer;

/// <summary>Indexers, through the pipeline.</summary>
public sealed class IndexerTests : IAsyncLifetime
{
    private ProwlarrSimulator prowlarr = null!;
    private CapabilityHouse house = null!;

    public async ValueTask InitializeAsync()
    {
        prowlarr = (await ProwlarrSimulator.StartAsync()).With("Zulu").With("Alpha").With("Broken", "usenet", "private", failedFor: TimeSpan.FromHours(1)).With("Off", enabled: false);
        house = await CapabilityHouse.StartAsync(
            services => services.AddHomeDashIntegrations().AddIndexer().AddHealthMonitoring(),
            new Integration("den-id", "Den", "prowlarr", prowlarr.Url.ToString()) { Credentials = new(ApiKey: new(prowlarr.Key)) });
    }

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
        await prowlarr.DisposeAsync();
    }

    [Fact]
    public async Task What_fails_is_listed_first_and_what_is_off_last()
    {
        var items = Items(await house.CallAsync("indexer.list"));

        Assert.Equal(["failing Broken", "working Alpha", "working Zulu", "disabled Off"], items.Select(item => $"{Text(item, "status")} {Text(item, "name")}"));
        Assert.Equal(("usenet", "private"), (Text(items[0], "protocol"), Text(items[0], "privacy")));
        Assert.True(items[0].TryGetProperty("disabledUntil", out _));
    }

    [Fact]
    public async Task All_are_tested_and_each_says_how_it_is_then()
    {
        prowlarr.Broken["Alpha"] = "Indexer responded with 503";

        var tests = await house.CallAsync("indexer.testAll", """{"integration":"den"}""");
        var after = Items(await house.CallAsync("indexer.list"));

        Assert.Equal(("Den", 2, 1), (Text(tests, "integration"), tests.GetProperty("working").GetInt32(), tests.GetProperty("failing").GetInt32()));
        Assert.Equal(["Alpha False failing", "Broken True working", "Zulu True working"], Items(tests).Select(test => $"{Text(test, "name")} {test.GetProperty("ok").GetBoolean()} {Text(test, "status")}"));
        Assert.Equal("Indexer responded with 503", Text(Items(tests)[0], "error"));
        Assert.Equal(("Alpha", "Indexer responded with 503"), (Text(after[0], "name"), Text(after[0], "lastError")));
    }

    [Fact]
    public async Task A_dry_run_tests_nothing()
    {
        Assert.Equal(["Have Den ask each of its 3 enabled indexers something."], await house.PlanAsync("indexer.testAll", """{"integration":"den"}"""));
        Assert.DoesNotContain(prowlarr.Asked, asked => asked.Contains("testall", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_look_may_not_test()
    {
        var guest = new Caller("u1", "guest")
        {
            Permissions = new HashSet<string> { IndexerPermissions.View },
            Grants = new Dictionary<(string, string), Access> { [("integration", "den-id")] = Access.Use },
        };

        Assert.Equal(4, Items(await house.CallAsync("indexer.list", caller: guest)).Length);
        Assert.Equal(ErrorReason.NotAllowed, (await house.FailAsync("indexer.testAll", """{"integration":"den"}""", guest)).Reason);
    }

    [Fact]
    public async Task Watching_shows_an_indexer_that_begins_to_work()
    {
        var streamed = await house.StreamAsync("indexer.watch", "{}", item =>
        {
            if (Items(item).Any(indexer => Text(indexer, "status") == "failing"))
            {
                _ = house.CallAsync("indexer.testAll", """{"integration":"den"}""");
                return false;
            }

            return true;
        });

        Assert.True(streamed.Count > 1);
    }

    [Fact]
    public async Task The_report_on_what_is_broken_names_what_fails_and_how_to_test_it()
    {
        var finding = Assert.Single((await house.CallAsync("healthMonitoring.report")).GetProperty("findings").EnumerateArray());

        Assert.Equal(("indexers", "The indexer Broken has failed, and Den leaves it alone for a while."), (Text(finding, "area"), Text(finding, "problem")));
        Assert.Equal("""{"procedure":"indexer.testAll","input":{"integration":"Den"},"why":"It tests all indexers."}""", finding.GetProperty("next")[0].GetRawText());
    }

    [Fact]
    public async Task A_service_that_fails_is_reported()
    {
        prowlarr.Key = "changed";

        var report = (await house.CallAsync("indexer.list")).GetProperty("integrations")[0];

        Assert.Equal("credentials_refused", Text(report, "reason"));
        Assert.Equal(ErrorReason.CredentialsRefused, (await house.FailAsync("indexer.testAll", """{"integration":"den"}""")).Reason);
    }

    private static JsonElement[] Items(JsonElement result) => [.. result.GetProperty("items").EnumerateArray()];

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
