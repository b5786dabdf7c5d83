using ModelContextProtocol.Client;

namespace HomeDash.Mcp.Tests;

/// <summary>What a client of 2026-07-28 hears of while it listens.</summary>
public sealed class ModernListening
{
    [Fact]
    public async Task It_is_told_first_what_it_will_hear_of()
    {
        await using var host = await LampHost.StartAsync();

        using var stream = await host.ListenAsync("""{"toolsListChanged":true,"promptsListChanged":true,"resourceSubscriptions":["lamp://hall","ghost://x"]}""");

        var first = (await stream.NextAsync())!;
        Assert.Equal("notifications/subscriptions/acknowledged", first.Method);
        var granted = first.Message.GetProperty("params").GetProperty("notifications");
        Assert.True(granted.GetProperty("toolsListChanged").GetBoolean());
        // Only what there is can be heard of.
        var capabilities = (await host.ModernAsync("server/discover")).Message.GetProperty("result").GetProperty("capabilities");
        Assert.Equal(capabilities.TryGetProperty("prompts", out _), granted.TryGetProperty("promptsListChanged", out _));
        Assert.Equal(["lamp://hall"], granted.GetProperty("resourceSubscriptions").EnumerateArray().Select(uri => uri.GetString()));
        Assert.Equal("s1", SubscriptionOf(first));
    }

    [Fact]
    public async Task It_hears_of_what_it_asked_for_and_of_nothing_else()
    {
        await using var host = await LampHost.StartAsync();
        using var stream = await host.ListenAsync("""{"resourceSubscriptions":["lamp://hall"]}""");
        await stream.NextAsync();

        host.Lamps.Add("lamp.blink");
        host.Change("attic");
        await Task.Delay(Coalescer.Moment * 2, TestContext.Current.CancellationToken);
        host.Change("hall");

        var told = (await stream.NextAsync())!;
        Assert.Equal("notifications/resources/updated", told.Method);
        Assert.Equal("lamp://hall", told.Message.GetProperty("params").GetProperty("uri").GetString());
        Assert.Equal("s1", SubscriptionOf(told));
    }

    [Fact]
    public async Task Leaving_ends_it()
    {
        await using var host = await LampHost.StartAsync();
        var stream = await host.ListenAsync("""{"toolsListChanged":true}""");
        await stream.NextAsync();

        stream.Dispose();

        // A host that still had somebody listening would wait for them.
        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(8), TestContext.Current.CancellationToken);
    }

    [Theory, InlineData(""), InlineData(""","notifications":5""")]
    public async Task It_has_to_say_what_it_wants_to_hear(string more)
    {
        await using var host = await LampHost.StartAsync();

        Assert.Equal(-32602, (await host.ModernAsync("subscriptions/listen", more)).ErrorCode);
    }

    [Fact]
    public async Task A_client_of_the_handshake_cannot_listen_so()
    {
        await using var host = await LampHost.StartAsync();
        var session = await RawSession.BeginAsync(host);

        Assert.Equal(-32601, (await session.CallAsync("subscriptions/listen", """{"notifications":{}}""")).ErrorCode);
    }

    [Fact]
    public async Task The_server_says_that_it_tells_of_changes()
    {
        await using var host = await LampHost.StartAsync();

        var result = (await host.ModernAsync("server/discover")).Message.GetProperty("result");

        Assert.Equal([McpHost.Modern], result.GetProperty("supportedVersions").EnumerateArray().Select(version => version.GetString()));
        Assert.True(result.GetProperty("capabilities").GetProperty("tools").GetProperty("listChanged").GetBoolean());
        Assert.Equal("private", result.GetProperty("cacheScope").GetString());
        Assert.Equal("homedash", result.GetProperty("_meta").GetProperty("io.modelcontextprotocol/serverInfo").GetProperty("name").GetString());
    }

    [Theory, InlineData("2025-03-26"), InlineData("2025-06-18"), InlineData("2025-11-25")]
    public async Task The_official_client_hears_of_changes_in_its_session(string version)
    {
        await using var host = await LampHost.StartAsync();
        var heard = new TaskCompletionSource();
        await using var client = await host.ConnectAsync(version, options: new()
        {
            Handlers = new()
            {
                NotificationHandlers =
                [
                    new("notifications/tools/list_changed", (_, _) =>
                    {
                        heard.TrySetResult();
                        return default;
                    }),
                ],
            },
        });
        await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);

        host.Lamps.Add("lamp.blink");

        await heard.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Contains(await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken), tool => tool.Name == "lamp_blink");
    }

    private static string? SubscriptionOf(RawEvent told) =>
        told.Message.GetProperty("params").GetProperty("_meta").GetProperty("io.modelcontextprotocol/subscriptionId").GetString();
}
