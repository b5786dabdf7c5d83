using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HomeDash.Testing;
using ModelContextProtocol.Client;

namespace HomeDash.EndToEnd.Tests;

/// <summary>AI clients as people use them, against the running program and a real Docker engine.</summary>
[Collection(nameof(OneAtATime))]
public sealed class AiClientTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_inspector_restarts_plex(bool modern)
    {
        NodeClients.SkipUnlessInstalled();
        await using var plex = await PlexHouse.StartAsync();
        var inspector = new InspectorCli(plex.House.McpEndpoint, plex.Key, modern);

        var tools = (await inspector.ListToolsAsync(Cancelled)).GetProperty("tools").EnumerateArray().Select(tool => tool.GetProperty("name").GetString()).ToArray();
        Assert.Contains("docker_restart", tools);
        Assert.Equal(tools.Distinct(), tools);

        var before = await plex.StartedAtAsync("plex");
        var (code, restarted) = await inspector.CallToolAsync("docker_restart", [("containers", "[\"plex\"]")], Cancelled);
        Assert.Equal(0, code);
        Assert.True(restarted.GetProperty("structuredContent").GetProperty("items")[0].GetProperty("ok").GetBoolean());

        var after = await plex.StartedAtAsync("plex");
        Assert.NotEqual(before, after);
        var (_, listed) = await inspector.CallToolAsync("docker_list", [], Cancelled);
        Assert.Equal(Time(after), ContainerOf(listed.GetProperty("structuredContent"), "plex").GetProperty("startedAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task Mcp_remote_restarts_plex_over_stdio()
    {
        NodeClients.SkipUnlessInstalled();
        await using var plex = await PlexHouse.StartAsync();
        using var remote = new McpRemote(plex.House.McpEndpoint, plex.Key);
        await using var client = await McpClient.CreateAsync(
            new StdioClientTransport(new() { Command = McpRemote.Command, Arguments = [.. remote.Arguments], EnvironmentVariables = remote.Environment }),
            cancellationToken: Cancelled);
        var before = await plex.StartedAtAsync("plex");

        Assert.Contains(await client.ListToolsAsync(cancellationToken: Cancelled), tool => tool.Name == "docker_restart");
        var restarted = await client.CallToolAsync("docker_restart", new Dictionary<string, object?> { ["containers"] = new[] { "plex" } }, cancellationToken: Cancelled);
        var listed = await client.CallToolAsync("docker_list", cancellationToken: Cancelled);

        Assert.NotEqual(true, restarted.IsError);
        var after = await plex.StartedAtAsync("plex");
        Assert.NotEqual(before, after);
        Assert.Equal(Time(after), ContainerOf(listed.StructuredContent!.Value, "plex").GetProperty("startedAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task An_administrator_is_offered_every_procedure_without_a_secret_once()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        await using var client = await ConnectAsync(house, await house.CreateKeyAsync());

        var tools = (await client.ListToolsAsync(cancellationToken: Cancelled)).Select(tool => tool.Name).ToArray();
        var table = await client.CallToolAsync(
            "tools_list", new Dictionary<string, object?> { ["fields"] = new[] { "items.tool", "items.onMcp" } }, cancellationToken: Cancelled);
        var expected = table.StructuredContent!.Value.GetProperty("items").EnumerateArray()
            .Where(row => row.GetProperty("onMcp").GetBoolean()).Select(row => row.GetProperty("tool").GetString()!).ToArray();

        Assert.Equal(expected.Order(StringComparer.Ordinal), tools.Order(StringComparer.Ordinal));
        Assert.Equal(tools.Distinct(), tools);
        Assert.All(["app_list", "app_search", "app_get", "app_create", "app_update", "app_delete", "apiKeys_list", "apiKeys_revoke", "info_get", "info_health", "docker_list", "docker_restart", "docker_remove"], name => Assert.Contains(name, tools));
        Assert.DoesNotContain("apiKeys_create", tools);
    }

    [Fact]
    public async Task A_revoked_key_is_refused_at_the_next_call()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        var key = await house.CreateKeyAsync();

        Assert.Equal(HttpStatusCode.OK, (await ListToolsAsync(house, key)).StatusCode);
        var revoked = await CommandLine.RunAsync(house.DataFolder, ["keys", "revoke", key[..8]]);
        Assert.Equal(0, revoked.Code);

        var refused = await ListToolsAsync(house, key);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.DoesNotContain("resource_metadata", refused.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task Wrong_keys_are_refused_and_so_is_having_none()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        var key = await house.CreateKeyAsync();
        var otherToken = key[..9] + new string('0', 48);

        foreach (var wrong in new[] { null, "", "nonsense", "a.b.c", otherToken, $"00000000.{key[9..]}", new string('x', 5000) })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await ListToolsAsync(house, wrong)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await ListToolsAsync(house, key, bearer: true)).StatusCode);
    }

    [Fact]
    public async Task A_read_only_key_reads_and_changes_nothing()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        await using var client = await ConnectAsync(house, await house.CreateKeyAsync("reader", "--read-only"));

        var tools = (await client.ListToolsAsync(cancellationToken: Cancelled)).Select(tool => tool.Name).ToArray();
        var refused = await client.CallToolAsync("app_create", new Dictionary<string, object?> { ["name"] = "Grafana" }, cancellationToken: Cancelled);
        var apps = await client.CallToolAsync("app_list", cancellationToken: Cancelled);

        Assert.Contains("app_list", tools);
        Assert.DoesNotContain("app_create", tools);
        Assert.True(refused.IsError);
        Assert.Equal(0, apps.StructuredContent!.Value.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"docker_explode","arguments":{}}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"app_list","arguments":{"limit":"many"}}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"app_list","arguments":[]}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"no/such","params":{}}""")]
    public async Task What_makes_no_sense_is_answered_clearly_and_never_with_a_500(string body)
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();

        using var answer = await PostAsync(house, await house.CreateKeyAsync(), new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.InRange((int)answer.StatusCode, 200, 499);
        var text = await answer.Content.ReadAsStringAsync(Cancelled);
        Assert.True(text.Contains("\"error\"", StringComparison.Ordinal) || text.Contains("\"isError\":true", StringComparison.Ordinal), text);
    }

    [Fact]
    public async Task A_body_of_ten_megabytes_is_refused_clearly()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();

        using var answer = await PostAsync(house, await house.CreateKeyAsync(), new StringContent(new string(' ', 10_000_000), Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("at most", await answer.Content.ReadAsStringAsync(Cancelled));
    }

    private static Task<McpClient> ConnectAsync(RunningHouse house, string key) => McpClient.CreateAsync(
        new HttpClientTransport(new() { Endpoint = house.McpEndpoint, TransportMode = HttpTransportMode.StreamableHttp, AdditionalHeaders = new Dictionary<string, string> { ["ApiKey"] = key } }),
        cancellationToken: Cancelled);

    private static Task<HttpResponseMessage> ListToolsAsync(RunningHouse house, string? key, bool bearer = false) =>
        PostAsync(house, key, JsonContent.Create(new { jsonrpc = "2.0", id = 1, method = "tools/list" }), bearer);

    private static async Task<HttpResponseMessage> PostAsync(RunningHouse house, string? key, HttpContent body, bool bearer = false)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        using var request = new HttpRequestMessage(HttpMethod.Post, house.McpEndpoint) { Content = body };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation(bearer ? "Authorization" : "ApiKey", bearer ? $"Bearer {key}" : key);
        }

        return await client.SendAsync(request, Cancelled);
    }

    private static JsonElement ContainerOf(JsonElement list, string name) =>
        list.GetProperty("items").EnumerateArray().Single(container => container.GetProperty("name").GetString() == name);

    private static DateTimeOffset Time(string engineTime) => JsonElement.Parse($"\"{engineTime[..Math.Min(27, engineTime.Length - 1)]}Z\"").GetDateTimeOffset();
}
