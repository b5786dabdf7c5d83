using System.Net;
using System.Text.Json;

namespace HomeDash.EndToEnd.Tests;

/// <summary>The demo house as a server of Home Assistant's.</summary>
[Collection(nameof(OneAtATime))]
public sealed class HomeAssistantTests
{
    /// <summary>The endpoint that Home Assistant is told.</summary>
    private const string Endpoint = "api/mcp/mcp";

    [Fact]
    public async Task It_is_set_up_and_its_tools_are_called()
    {
        await using var house = await RunningHouse.StartAsync(verb: "demo");
        var assistant = new HomeAssistantClient(new(house.Address, Endpoint), await DemoTenant.KeyAsync(house));

        var (name, tools) = await assistant.SetUpAsync();
        var apps = await assistant.CallAsync("app_list", """{"limit":2}""");
        var restarted = await assistant.CallAsync("docker_restart", """{"containers":["plex"],"grace":"1"}""");

        Assert.Equal("homedash", name);
        Assert.Contains(tools, tool => tool.GetProperty("name").GetString() == "docker_restart");
        Assert.All(tools, tool => Assert.Equal("object", tool.GetProperty("inputSchema").GetProperty("type").GetString()));
        Assert.False(HomeAssistantClient.IsError(apps));
        Assert.Contains("\"items\"", Text(apps));
        Assert.False(HomeAssistantClient.IsError(restarted), Text(restarted));
        Assert.Contains("plex", Text(restarted));
    }

    [Fact]
    public async Task Every_failure_is_a_result_that_its_agent_can_read()
    {
        await using var house = await RunningHouse.StartAsync(verb: "demo");
        var assistant = new HomeAssistantClient(new(house.Address, Endpoint), await DemoTenant.KeyAsync(house));
        (string Tool, string Arguments, string Expected)[] failures =
        [
            ("docker_restart", """{"containers":["plx"]}""", "'plex'"),
            ("docker_restart", "{}", "containers"),
            ("app_list", """{"limit":"many"}""", "limit"),
            ("app_list", """{"lmit":5}""", "limit"),
            ("apiKeys_create", """{"name":"another"}""", "secret"),
        ];

        foreach (var (tool, arguments, expected) in failures)
        {
            var failed = await assistant.CallAsync(tool, arguments);

            Assert.True(HomeAssistantClient.IsError(failed), failed.GetRawText());
            Assert.Contains(expected, Text(failed));
        }
    }

    [Fact]
    public async Task What_its_key_may_not_do_is_such_a_result_too()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        var assistant = new HomeAssistantClient(new(house.Address, Endpoint), await house.CreateKeyAsync("home assistant", "--read-only"));

        var (_, tools) = await assistant.SetUpAsync();
        var refused = await assistant.CallAsync("app_create", """{"name":"Grafana"}""");

        Assert.DoesNotContain(tools, tool => tool.GetProperty("name").GetString() == "app_create");
        Assert.True(HomeAssistantClient.IsError(refused), refused.GetRawText());
    }

    [Fact]
    public async Task Without_a_key_the_first_message_is_refused_with_a_challenge()
    {
        await using var house = await RunningHouse.StartAsync();

        using var refused = await new HomeAssistantClient(new(house.Address, Endpoint), null).KnockAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        var challenge = Assert.Single(refused.Headers.WwwAuthenticate);
        Assert.Equal("Bearer", challenge.Scheme);
        // Home Assistant would go and look for an authorization server, and there is none.
        Assert.DoesNotContain("resource_metadata", challenge.Parameter ?? "");
        var error = JsonElement.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("error");
        Assert.Contains("API key", error.GetProperty("message").GetString());
    }

    private static string Text(JsonElement result) =>
        string.Join('\n', result.GetProperty("content").EnumerateArray().Select(content => content.GetProperty("text").GetString()));
}
