using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp.Tests;

/// <summary>What a client gets for each way in which a call can end.</summary>
public sealed class CallResults
{
    [Fact]
    public async Task An_error_says_in_words_and_as_json_what_was_wrong_and_what_to_call_next()
    {
        await using var host = await McpHost.StartAsync();

        var result = await CallAsync(host, "lamp_fail");

        Assert.True(result.IsError);
        Assert.Null(result.StructuredContent);
        Assert.Equal("There is no lamp 'hal'. Did you mean 'hall'?", Text(result));
        var error = Error(result);
        Assert.Equal(("NOT_FOUND", "target_not_found"), (error.GetProperty("code").GetString(), error.GetProperty("reason").GetString()));
        var next = error.GetProperty("next");
        Assert.Equal("lamp_list", next.GetProperty("tool").GetString());
        Assert.Equal("hal", next.GetProperty("arguments").GetProperty("near").GetString());
        Assert.Equal("lamp_list shows the names.", next.GetProperty("why").GetString());
    }

    [Fact]
    public async Task Bad_arguments_are_named_one_by_one()
    {
        await using var host = await McpHost.StartAsync();

        var result = await CallAsync(host, "lamp_badInput");

        Assert.True(result.IsError);
        Assert.Equal(["brightness", "rooms[1]"], Error(result).GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("path").GetString()));
        Assert.Contains("must be a whole number from 0 to 100.", Text(result));
    }

    [Theory, InlineData("lamp_fault"), InlineData("lamp_garbage")]
    public async Task A_fault_says_nothing_of_itself_but_how_to_find_it(string tool)
    {
        await using var host = await McpHost.StartAsync();

        var result = await CallAsync(host, tool);

        Assert.True(result.IsError);
        var error = Error(result);
        Assert.DoesNotContain("secret detail", error.GetRawText());
        Assert.Contains(error.TryGetProperty("requestId", out var id) ? id.GetString()! : "lamp.", host.Log.Text);
    }

    [Theory, InlineData("all", false), InlineData("some", false), InlineData("none", true)]
    public async Task Several_targets_fail_as_a_whole_only_when_all_do(string mode, bool isError)
    {
        await using var host = await McpHost.StartAsync();

        var result = await CallAsync(host, "lamp_restart", mode);

        Assert.Equal(isError, result.IsError == true);
        Assert.Equal(2, result.StructuredContent!.Value.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task What_goes_on_in_the_background_says_how_to_follow_it()
    {
        var clock = new Impatient();
        await using var host = await McpHost.StartAsync(services => services.AddSingleton<TimeProvider>(clock));

        var result = await CallAsync(host, "lamp_warmUp");

        Assert.NotEqual(true, result.IsError);
        var running = result.StructuredContent!.Value.GetProperty("running");
        Assert.Equal("lamp_list", running.GetProperty("procedure").GetString());
        Assert.Contains("lamp_warmUp is still at work", running.GetProperty("why").GetString());
    }

    [Theory]
    [InlineData("lamp_switch", KeyedCaller.Viewer, "not_allowed", "'lamp.drive'")]
    [InlineData("lamp_switch", KeyedCaller.ReadOnlyAdministrator, "read_only", "may only read")]
    [InlineData("garden_water", KeyedCaller.Administrator, "not_configured", "add one on the page Garden")]
    [InlineData("lamp_newKey", KeyedCaller.Administrator, "not_allowed", "/tools/api")]
    public async Task A_tool_that_is_not_offered_says_why(string tool, string key, string reason, string words)
    {
        await using var host = await McpHost.StartAsync();

        var result = await CallAsync(host, tool, key: key);

        Assert.True(result.IsError);
        Assert.Equal(reason, Error(result).GetProperty("reason").GetString());
        Assert.Contains(words, Text(result));
    }

    [Fact]
    public async Task A_page_is_named_with_its_full_address()
    {
        await using var host = await McpHost.StartAsync();

        Assert.Contains($"{host.Url.GetLeftPart(UriPartial.Authority)}/tools/api", Text(await CallAsync(host, "lamp_newKey")));
    }

    [Fact]
    public async Task Arguments_reach_the_procedure_as_they_came()
    {
        await using var host = await McpHost.StartAsync();
        const string Arguments = """{"text":"Zeile\n\u00e4 \ud83d\ude00","number":12345678901234567890.5,"nothing":null,"list":[1,{"a":true}]}""";

        var answer = await host.PostAsync($$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"lamp_echo","arguments":{{Arguments}} } }""");

        var result = answer.Message.GetProperty("result");
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(Arguments), result.GetProperty("structuredContent")));
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(Arguments), JsonElement.Parse(result.GetProperty("content")[0].GetProperty("text").GetString()!)));
    }

    [Fact]
    public async Task Neither_arguments_nor_keys_are_logged()
    {
        await using var host = await McpHost.StartAsync();

        await host.PostAsync("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"lamp_switch","arguments":{"lamp":"very private"}}}""");
        await host.PostAsync("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"lamp_fault","arguments":{"lamp":"very private"}}}""");

        Assert.Contains("lamp.switch called by ada", host.Log.Text);
        Assert.DoesNotContain("very private", host.Log.Text);
        Assert.DoesNotContain("ApiKey", host.Log.Text);
    }

    internal static async Task<CallToolResult> CallAsync(McpHost host, string tool, string? mode = null, string key = KeyedCaller.Administrator)
    {
        await using var client = await host.ConnectAsync(key: key);
        var arguments = mode is null ? null : new Dictionary<string, object?> { ["mode"] = mode };
        return await client.CallToolAsync(tool, arguments, cancellationToken: TestContext.Current.CancellationToken);
    }

    internal static string Text(CallToolResult result) => Assert.IsType<TextContentBlock>(result.Content[0]).Text;

    internal static JsonElement Error(CallToolResult result) =>
        JsonElement.Parse(Assert.IsType<TextContentBlock>(result.Content[1]).Text).GetProperty("error");

    /// <summary>The patience of a caller (7 s) is over at once; deadlines are not.</summary>
    private sealed class Impatient : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime == TimeSpan.FromSeconds(7) ? TimeSpan.FromMilliseconds(50) : dueTime, period);
    }
}
