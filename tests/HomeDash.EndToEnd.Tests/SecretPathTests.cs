using System.Net;
using System.Text.Json;

namespace HomeDash.EndToEnd.Tests;

/// <summary>A client that takes an address and nothing else: each of its calls comes on a connection of its own, as Home Assistant's do.</summary>
[Collection(nameof(OneAtATime))]
public sealed class SecretPathTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Home_assistant_comes_in_by_a_secret_path_that_no_log_has()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        await CallAsync(house, "settings.update", "--secretPaths", "true");
        await CallAsync(house, "app.create", "--name", "Grafana");
        var address = (await CallAsync(house, "profile.createSecretPath", "--name", "Home Assistant", "--profile", "home-assistant", "--user", RunningHouse.Administrator))
            .GetProperty("address").GetString()!;
        // What another process has committed is seen within a second.
        await Task.Delay(TimeSpan.FromSeconds(1.5), Cancelled);

        var hello = await PostAsync(house, address, "initialize", """{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"Home Assistant","version":"1"}}""");
        var list = await PostAsync(house, address, "tools/list", "{}");
        var call = await PostAsync(house, address, "tools/call", """{"name":"app_status","arguments":{}}""");
        var other = await PostAsync(house, address, "tools/call", """{"name":"user_list","arguments":{}}""");

        Assert.Equal("homedash", hello.GetProperty("serverInfo").GetProperty("name").GetString());
        var tools = list.GetProperty("tools").EnumerateArray().ToArray();
        Assert.InRange(tools.Length, 2, 25);
        Assert.All(tools, tool => Assert.False(tool.TryGetProperty("outputSchema", out _)));
        Assert.All(tools, tool => Assert.True(tool.GetProperty("annotations").GetProperty("readOnlyHint").GetBoolean()));
        Assert.False(call.TryGetProperty("structuredContent", out _));
        Assert.Contains("Grafana", call.GetProperty("content")[0].GetProperty("text").GetString());
        Assert.True(other.GetProperty("isError").GetBoolean());
        Assert.DoesNotContain(address[^48..], house.Log);
    }

    [Fact]
    public async Task Whatever_is_wrong_with_a_secret_path_the_answer_is_the_same()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        await CallAsync(house, "settings.update", "--secretPaths", "true");
        var made = await CallAsync(house, "profile.createSecretPath", "--name", "a", "--profile", "mcp", "--user", RunningHouse.Administrator);
        var address = made.GetProperty("address").GetString()!;
        await Task.Delay(TimeSpan.FromSeconds(1.5), Cancelled);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(house, address)).Status);
        await CallAsync(house, "profile.deleteSecretPath", "--id", made.GetProperty("path").GetProperty("id").GetString()!);
        await Task.Delay(TimeSpan.FromSeconds(1.5), Cancelled);

        var deleted = await SendAsync(house, address);

        Assert.Equal(HttpStatusCode.NotFound, deleted.Status);
        foreach (var wrong in new[] { "/api/mcp/s/00000000.000000000000000000000000000000000000000000000000", "/api/mcp/s/x", "/api/mcp/s", $"{address[..^1]}x" })
        {
            Assert.Equal(deleted, await SendAsync(house, wrong));
        }
    }

    private static async Task<JsonElement> CallAsync(RunningHouse house, string path, params string[] arguments)
    {
        var done = await CommandLine.RunAsync(house.DataFolder, ["call", path, .. arguments]);
        Assert.True(done.Code == 0, done.Error);
        return JsonElement.Parse(done.Output);
    }

    private static async Task<JsonElement> PostAsync(RunningHouse house, string address, string method, string parameters)
    {
        var (status, text) = await SendAsync(house, address, $$$"""{"jsonrpc":"2.0","id":1,"method":"{{{method}}}","params":{{{parameters}}}}""");
        Assert.True(status == HttpStatusCode.OK, text);
        return JsonElement.Parse(text.StartsWith('{') ? text : text.Split('\n').Last(line => line.StartsWith("data: ", StringComparison.Ordinal))[6..]).GetProperty("result");
    }

    private static async Task<(HttpStatusCode Status, string Text)> SendAsync(RunningHouse house, string address, string body = """{"jsonrpc":"2.0","id":1,"method":"ping"}""")
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(house.Address, address)) { Content = new StringContent(body, null, "application/json") };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        using var answer = await client.SendAsync(request, Cancelled);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancelled));
    }
}
