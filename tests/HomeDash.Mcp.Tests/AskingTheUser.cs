using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp.Tests;

/// <summary>Questions that only the user can answer.</summary>
public sealed class AskingTheUser
{
    private const string Yes = """{"sure":{"action":"accept","content":{"answer":true}}}""";

    [Theory, InlineData(McpHost.Modern, true, "true"), InlineData(McpHost.Modern, false, "false"), InlineData("2025-11-25", true, "true"), InlineData("2025-06-18", false, "false")]
    public async Task A_client_that_can_ask_gets_the_question_and_brings_the_answer(string version, bool yes, string answer)
    {
        await using var host = await McpHost.StartAsync();
        await using var client = await host.ConnectAsync(version, options: Answering(question =>
        {
            Assert.Equal("Remove the lamp?", question.Message);
            return Accept(yes ? "true" : "false");
        }));

        var result = await client.CallToolAsync("lamp_remove", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(answer, result.StructuredContent!.Value.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Answers_of_all_rounds_are_kept()
    {
        await using var host = await McpHost.StartAsync();
        var asked = new List<string>();
        await using var client = await host.ConnectAsync(McpHost.Modern, options: Answering(question =>
        {
            asked.Add(question.Message);
            return question.Message == "Which colour?" ? Accept("\"blue\"") : Accept("\"old one\"");
        }));

        var result = await client.CallToolAsync("lamp_paint", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["Which colour?", "Which label?"], asked);
        Assert.Equal("blue old one", result.StructuredContent!.Value.GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_declined_question_leaves_everything_undone()
    {
        await using var host = await McpHost.StartAsync();
        await using var client = await host.ConnectAsync(McpHost.Modern, options: Answering(_ => new() { Action = "decline" }));

        var result = await client.CallToolAsync("lamp_paint", cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.IsError);
        Assert.Equal("denied", CallResults.Error(result).GetProperty("reason").GetString());
    }

    [Theory, InlineData(McpHost.Modern), InlineData("2025-11-25")]
    public async Task A_client_that_cannot_ask_is_told_what_to_ask(string version)
    {
        await using var host = await McpHost.StartAsync(services => services.Configure<McpOptions>(options => options.Sessions = false));
        // A client of the handshake cannot be asked without a session, whatever it supports.
        var options = version == McpHost.Modern ? new() : Answering(_ => Accept("true"));
        await using var client = await host.ConnectAsync(version, options: options);

        var result = await client.CallToolAsync("lamp_paint", cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.IsError);
        Assert.Equal("answer_needed", CallResults.Error(result).GetProperty("reason").GetString());
        Assert.Contains("Which colour? (red, blue)", CallResults.Text(result));
    }

    [Fact]
    public async Task An_answer_to_what_was_never_asked_does_not_count()
    {
        await using var host = await McpHost.StartAsync();

        var result = (await CallAsync(host, "{}", $",\"inputResponses\":{Yes}")).Message.GetProperty("result");

        Assert.Equal("input_required", result.GetProperty("resultType").GetString());
        var request = result.GetProperty("inputRequests").GetProperty("sure");
        Assert.Equal("elicitation/create", request.GetProperty("method").GetString());
        Assert.Equal("boolean", request.GetProperty("params").GetProperty("requestedSchema").GetProperty("properties").GetProperty("answer").GetProperty("type").GetString());
    }

    [Theory]
    [InlineData(KeyedCaller.Administrator, """{"lamp":"hall"}""", 200)]
    [InlineData(KeyedCaller.Administrator, """{"lamp":"attic"}""", -32602)]
    [InlineData(KeyedCaller.ReadOnlyAdministrator, """{"lamp":"hall"}""", -32602)]
    public async Task A_state_is_good_for_its_own_call_alone(string key, string arguments, int expected)
    {
        await using var host = await McpHost.StartAsync();
        var state = (await CallAsync(host, """{"lamp":"hall"}""")).Message.GetProperty("result").GetProperty("requestState").GetString();

        var answer = await CallAsync(host, arguments, $",\"inputResponses\":{Yes},\"requestState\":\"{state}\"", key);

        var found = answer.Message.TryGetProperty("error", out var error) ? error.GetProperty("code").GetInt32() : (int)answer.Status;
        Assert.Equal(expected, found);
    }

    private static Task<RawAnswer> CallAsync(McpHost host, string arguments, string more = "", string key = KeyedCaller.Administrator)
    {
        const string Meta = """{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{"elicitation":{"form":{}}}}""";
        var parameters = $$"""{"name":"lamp_remove","arguments":{{arguments}},"_meta":{{Meta}}{{more}} }""";
        return host.PostAsync(
            $$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{{parameters}} }""",
            ("MCP-Protocol-Version", McpHost.Modern), ("Mcp-Method", "tools/call"), ("Mcp-Name", "lamp_remove"), ("ApiKey", key));
    }

    private static McpClientOptions Answering(Func<ElicitRequestParams, ElicitResult> answer) => new()
    {
        Capabilities = new() { Elicitation = new() { Form = new() } },
        Handlers = new() { ElicitationHandler = (question, _) => new(answer(question!)) },
    };

    private static ElicitResult Accept(string json) => new() { Action = "accept", Content = new Dictionary<string, JsonElement> { ["answer"] = JsonElement.Parse(json) } };
}
