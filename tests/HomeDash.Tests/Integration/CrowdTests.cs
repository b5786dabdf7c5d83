using System.Diagnostics;
using System.Text.Json;
using HomeDash.Integrations;
using HomeDash.Simulators;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Tests;

/// <summary>
/// A crowd of ten integrations of which three hang and two answer nonsense: every read answers in time, with what the others
/// said and a clear word on each of these five. A namespace adds its reads to <see cref="Reads"/>.
/// </summary>
public sealed class CrowdTests
{
    private static readonly TimeSpan InTime = TimeSpan.FromSeconds(9);

    /// <summary>The reads, and the service that they ask.</summary>
    public static TheoryData<string, string> Reads => new()
    {
        { "healthMonitoring.systems", "glances" },
        { "healthMonitoring.disks", "glances" },
        { "healthMonitoring.sensors", "dashDot" },
        { "healthMonitoring.cluster", "proxmox" },
        { "dnsHole.summary", "technitiumDns" },
        { "dnsHole.topBlocked", "technitiumDns" },
        { "downloads.list", "aria2" },
        { "calendar.events", "sonarr" },
        { "calendar.missing", "sonarr" },
        { "calendar.queued", "sonarr" },
        { "indexer.list", "prowlarr" },
        { "subtitles.badges", "bazarr" },
        { "subtitles.wanted", "bazarr" },
    };

    /// <summary>The reads of Docker, which calls an integration an engine.</summary>
    public static TheoryData<string> EngineReads => ["docker.list", "docker.images", "docker.networks", "docker.volumes"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Reads))]
    public Task A_read_answers_in_time_with_what_the_healthy_ones_say(string path, string kind) => ReadAsync(path, kind, "integration", "integrations", "integration");

    [Theory]
    [MemberData(nameof(EngineReads))]
    public Task A_read_of_engines_answers_in_time_with_what_the_healthy_ones_say(string path) => ReadAsync(path, "docker", "engine", "engines", "name");

    [Fact]
    public async Task The_report_answers_in_time_and_names_all_that_fail()
    {
        await using var crowd = await Crowd.StartAsync("glances");
        var started = Stopwatch.GetTimestamp();

        var report = await crowd.House.CallAsync("healthMonitoring.report");

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, InTime);
        Assert.Equal("problems", Text(report, "verdict"));
        Assert.Equal([.. Crowd.Hanging, .. Crowd.Talking], report.GetProperty("findings").EnumerateArray().Select(finding => Text(finding, "subject")).Order(StringComparer.Ordinal));
        Assert.Equal(Crowd.Healthy, report.GetProperty("lookedAt").EnumerateArray().Where(seen => Text(seen, "area") == "disks").Select(seen => Text(seen, "integration")).Order(StringComparer.Ordinal));
        Assert.Equal(
            [.. Crowd.Hanging, .. Crowd.Talking],
            report.GetProperty("notLookedAt").EnumerateArray().Where(gap => Text(gap, "area") == "disks" && gap.TryGetProperty("integration", out _)).Select(gap => Text(gap, "integration")).Order(StringComparer.Ordinal));
    }

    /// <param name="path">The procedure.</param>
    /// <param name="kind">The service that it asks.</param>
    /// <param name="itemName">Where an item says which of them it comes from.</param>
    /// <param name="reportsName">Where the answer says how they fared.</param>
    /// <param name="reportName">Where that says which one it is about.</param>
    private static async Task ReadAsync(string path, string kind, string itemName, string reportsName, string reportName)
    {
        await using var crowd = await Crowd.StartAsync(kind);
        var started = Stopwatch.GetTimestamp();

        var answer = await crowd.House.CallAsync(path);

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, InTime);
        Assert.Equal(Crowd.Healthy, answer.GetProperty("items").EnumerateArray().Select(item => Text(item, itemName)).Distinct().Order(StringComparer.Ordinal));
        var reports = answer.GetProperty(reportsName).EnumerateArray().ToDictionary(report => Text(report, reportName)!);
        Assert.Equal(10, reports.Count);
        Assert.All(Crowd.Healthy, name => Assert.True(reports[name].GetProperty("ok").GetBoolean()));
        Assert.All(Crowd.Hanging, name => AssertSaid(reports[name], name, "timeout", "did not answer within"));
        Assert.All(Crowd.Talking, name => AssertSaid(reports[name], name, "service_failed", "answered with"));
    }

    private static void AssertSaid(JsonElement report, string name, string reason, string words)
    {
        Assert.False(report.GetProperty("ok").GetBoolean());
        Assert.Equal(reason, Text(report, "reason"));
        Assert.StartsWith(name, Text(report, "message"), StringComparison.Ordinal);
        Assert.Contains(words, Text(report, "message"), StringComparison.Ordinal);
    }

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();

    /// <summary>Ten services of one kind, each behind an address of its own.</summary>
    private sealed class Crowd : IAsyncDisposable
    {
        public static readonly string[] Healthy = ["a1", "a2", "a3", "a4", "a5"];
        public static readonly string[] Hanging = ["h1", "h2", "h3"];
        public static readonly string[] Talking = ["n1", "n2"];

        /// <summary>What aria2 answers to the one call that reads its queue, as its manual says of system.multicall.</summary>
        private const string OneDownload = """
            {"jsonrpc":"2.0","id":"homedash","result":[
              [[{"gid":"2089b05ecca3d829","status":"active","totalLength":"1000","completedLength":"500","downloadSpeed":"100","uploadSpeed":"0","uploadLength":"0","connections":"1","dir":"/data",
                "files":[{"index":"1","path":"/data/film.iso","length":"1000","completedLength":"500","selected":"true","uris":[]}]}]],
              [[]], [[]], [{"downloadSpeed":"100","uploadSpeed":"0","numActive":"1","numWaiting":"0","numStopped":"0"}], [{"max-overall-download-limit":"0","max-overall-upload-limit":"0"}]]}
            """;

        private readonly List<IAsyncDisposable> parts = [];

        public CapabilityHouse House { get; private set; } = null!;

        public static async Task<Crowd> StartAsync(string kind)
        {
            var crowd = new Crowd();
            var (well, credentials) = await crowd.StartServiceAsync(kind);
            var silent = await crowd.StartAsync(app => app.Run(context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default)));
            var page = await crowd.StartAsync(app => app.Run(context => context.Response.WriteAsync("<!doctype html><title>Router</title><p>Please sign in.")));
            var other = await crowd.StartAsync(app => app.Run(context => context.Response.WriteAsJsonAsync(new[] { 1 }, Cancellation)));
            (string Name, Uri Url)[] all = [.. Healthy.Select(name => (name, well)), .. Hanging.Select(name => (name, silent)), ("n1", page), ("n2", other)];
            crowd.House = await CapabilityHouse.StartAsync(
                services => services.AddHomeDashIntegrations().AddDocker().AddHealthMonitoring().AddDnsHole().AddDownloads().AddCalendar().AddIndexer().AddSubtitles(),
                [.. all.Select(one => new Integration($"{one.Name}-id", one.Name, kind, one.Url.ToString()) { Credentials = credentials })]);
            crowd.parts.Add(crowd.House);
            return crowd;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var part in Enumerable.Reverse(parts))
            {
                await part.DisposeAsync();
            }
        }

        /// <summary>A service of this kind that is well, and what signs in there.</summary>
        private async Task<(Uri Url, Credentials Credentials)> StartServiceAsync(string kind)
        {
            switch (kind)
            {
                case "docker":
                    return (Keep(await DockerSimulator.StartAsync()).Url, Credentials.None);
                case "glances":
                    return (Keep(await GlancesSimulator.StartAsync()).Url, Credentials.None);
                case "dashDot":
                    return (Keep(await DashDotSimulator.StartAsync()).Url, Credentials.None);
                case "proxmox":
                    return (Keep(await ProxmoxSimulator.StartAsync()).Url, new("homedash@pve", ApiKey: new("secret-of-proxmox"), TokenId: "dashboard"));
                case "sonarr":
                    var sonarr = Keep(await SonarrSimulator.StartAsync());
                    sonarr.With("Foundation", 4, 1, "A Beginning", DateTimeOffset.UtcNow.AddDays(-1)).With("Foundation", 4, 2, "A Middle", DateTimeOffset.UtcNow.AddDays(1)).Fetching("Foundation", 4, [1], 1000, 500);
                    return (sonarr.Url, new(ApiKey: new(sonarr.Key)));
                case "prowlarr":
                    var prowlarr = Keep(await ProwlarrSimulator.StartAsync()).With("Alpha");
                    return (prowlarr.Url, new(ApiKey: new(prowlarr.Key)));
                case "bazarr":
                    var bazarr = Keep(await BazarrSimulator.StartAsync());
                    bazarr.Films.Add(("Dune", []));
                    return (bazarr.Url, new(ApiKey: new(bazarr.Key)));
                case "technitiumDns":
                    var office = Keep(await TechnitiumDnsSimulator.StartAsync());
                    return (office.Url, new(ApiKey: new(office.ApiToken)));
                case "aria2":
                    return (await StartAsync(app => app.MapPost("/jsonrpc", () => Results.Text(OneDownload, "application/json"))), Credentials.None);
                default:
                    throw new ArgumentOutOfRangeException(nameof(kind), kind, "Say how to start such a service.");
            }
        }

        private async Task<Uri> StartAsync(Action<WebApplication> map) => Keep(await LoopbackServer.StartAsync(map)).Url;

        private T Keep<T>(T part)
            where T : IAsyncDisposable
        {
            parts.Add(part);
            return part;
        }
    }
}
