using HomeDash.Simulators;
using HomeDash.Testing;
using Microsoft.Playwright;
using ModelContextProtocol.Client;
using static Microsoft.Playwright.Assertions;

namespace HomeDash.EndToEnd.Tests;

/// <summary>"Toggle Pi-hole blocking for 5 minutes", said to an AI client and pressed in a browser, with the running program between them and a Pi-hole.</summary>
[Collection(nameof(OneAtATime))]
public sealed class DnsHoleTests(Browser browser) : IAsyncLifetime
{
    private readonly SteppedClock clock = new();
    private PiHoleSixSimulator pi = null!;
    private RunningHouse house = null!;
    private string key = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        pi = await PiHoleSixSimulator.StartAsync(clock);
        house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        key = await house.CreateKeyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
        await pi.DisposeAsync();
    }

    [Fact]
    public async Task An_AI_client_pauses_it_by_one_call_that_the_tool_itself_suggests()
    {
        await using var client = await McpClient.CreateAsync(
            new HttpClientTransport(new() { Endpoint = house.McpEndpoint, TransportMode = HttpTransportMode.StreamableHttp, AdditionalHeaders = new Dictionary<string, string> { ["ApiKey"] = key } }),
            cancellationToken: Cancelled);
        Assert.DoesNotContain(await client.ListToolsAsync(cancellationToken: Cancelled), tool => tool.Name.StartsWith("dnsHole_", StringComparison.Ordinal));
        await house.ConnectAsync(key, "piHole", "Attic", pi.Url, pi.AppPassword);

        var tool = Assert.Single(
            await client.ListToolsAsync(cancellationToken: Cancelled),
            tool => tool.Description.Contains("Toggle", StringComparison.OrdinalIgnoreCase) && tool.Description.Contains("Pi-hole", StringComparison.Ordinal));
        Assert.Equal("dnsHole_disable", tool.Name);
        var called = await tool.CallAsync(new Dictionary<string, object?> { ["integrations"] = new[] { "Pi-hole" }, ["seconds"] = 300 }, cancellationToken: Cancelled);

        Assert.NotEqual(true, called.IsError);
        var outcome = called.StructuredContent!.Value.GetProperty("items")[0];
        Assert.Equal(("Attic", "disabled"), (outcome.GetProperty("target").GetString(), outcome.GetProperty("value").GetProperty("status").GetString()));
        Assert.InRange(outcome.GetProperty("value").GetProperty("secondsLeft").GetInt32(), 290, 300);
        Assert.False(pi.Switch.On);

        clock.Step(301);
        var summary = await client.CallToolAsync("dnsHole_summary", cancellationToken: Cancelled);
        Assert.Equal("enabled", summary.StructuredContent!.Value.GetProperty("items")[0].GetProperty("state").GetProperty("status").GetString());
        Assert.DoesNotContain(pi.AppPassword, house.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_inspector_pauses_it()
    {
        NodeClients.SkipUnlessInstalled();
        await house.ConnectAsync(key, "piHole", "Attic", pi.Url, pi.AppPassword);
        var inspector = new InspectorCli(house.McpEndpoint, key, modern: true);

        var (code, paused) = await inspector.CallToolAsync("dnsHole_disable", [("integrations", "[\"Pi-hole\"]"), ("seconds", "300")], Cancelled);

        Assert.Equal(0, code);
        Assert.True(paused.GetProperty("structuredContent").GetProperty("items")[0].GetProperty("ok").GetBoolean());
        Assert.InRange(pi.Switch.SecondsLeft!.Value, 299, 300);
    }

    [Fact]
    public async Task A_person_pauses_it_and_sees_it_come_back()
    {
        await house.ConnectAsync(key, "piHole", "Attic", pi.Url, pi.AppPassword);
        var page = await browser.OpenAsync(house);
        await page.SignInAsync("/");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "DNS blocking" })).ToBeVisibleAsync();
        await page.GotoAsync("/dns");
        var blocking = page.GetByRole(AriaRole.Switch, new() { Name = "Blocking on Attic" });
        await Expect(blocking).ToBeCheckedAsync();

        await page.Button("Pause Attic: 5 min").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Timer)).ToContainTextAsync("4:");
        await Expect(blocking).Not.ToBeCheckedAsync();
        Assert.False(pi.Switch.On);

        clock.Step(301);
        await Expect(blocking).ToBeCheckedAsync();

        await blocking.ClickAsync();
        await Expect(page.GetByText("Until somebody switches it on")).ToBeVisibleAsync();
        await blocking.ClickAsync();
        await Expect(blocking).ToBeCheckedAsync();
        Assert.True(pi.Switch.On);
    }
}
