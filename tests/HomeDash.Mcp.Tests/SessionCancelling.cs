using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Mcp.Tests;

/// <summary>Calls of a session that are cancelled, or whose client goes away.</summary>
public sealed class SessionCancelling
{
    private const string Wait = """{"name":"lamp_wait"}""";
    private const string WaitAndTell = """{"name":"lamp_wait","_meta":{"progressToken":"p"}}""";

    [Theory, InlineData(Wait), InlineData(WaitAndTell)]
    public async Task A_cancelled_call_ends_and_so_does_its_request(string parameters)
    {
        await using var host = await McpHost.StartAsync();
        var session = await RawSession.BeginAsync(host);

        var call = session.CallAsync("tools/call", parameters, "\"a\"");
        await host.Lamps.Started.Task.WaitAsync(TestContext.Current.CancellationToken);
        await session.NotifyAsync("notifications/cancelled", """{"requestId":"b"}""");
        await session.NotifyAsync("notifications/cancelled", """{"requestId":"a"}""");

        var answer = await call.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("\"jsonrpc\"", answer.Text);
        await host.Lamps.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Another_session_cannot_cancel_it()
    {
        await using var host = await McpHost.StartAsync();
        var session = await RawSession.BeginAsync(host);
        var other = await RawSession.BeginAsync(host);

        var call = session.CallAsync("tools/call", """{"name":"lamp_wait","arguments":{"mode":"briefly"}}""", "5");
        await host.Lamps.Started.Task.WaitAsync(TestContext.Current.CancellationToken);
        await other.NotifyAsync("notifications/cancelled", """{"requestId":5}""");

        Assert.Equal("done", (await call).Message.GetProperty("result").GetProperty("structuredContent").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_client_that_lost_its_answer_comes_back_for_it()
    {
        await using var host = await McpHost.StartAsync();
        var session = await RawSession.BeginAsync(host);

        string? last;
        using (var lost = await session.OpenCallAsync("tools/call", """{"name":"lamp_wait","arguments":{"mode":"briefly"},"_meta":{"progressToken":"p"}}""", "8"))
        {
            last = (await lost.NextEventAsync())!.Id;
        }

        using var rest = await session.ListenAsync(last);

        var answer = await rest.NextAsync();
        Assert.Equal(8, answer!.Message.GetProperty("id").GetInt32());
        Assert.Equal("done", answer.Message.GetProperty("result").GetProperty("structuredContent").GetProperty("name").GetString());
        Assert.Null(await rest.NextAsync());
    }

    [Fact]
    public async Task Only_what_was_missed_comes_again()
    {
        await using var host = await McpHost.StartAsync();
        var session = await RawSession.BeginAsync(host);
        var events = new List<RawEvent>();
        using (var stream = await session.OpenCallAsync("tools/call", """{"name":"lamp_progress","_meta":{"progressToken":"p"}}"""))
        {
            while (await stream.NextAsync() is { } next)
            {
                events.Add(next);
            }
        }

        using var again = await session.ListenAsync(events[1].Id);

        Assert.Equal(4, events.Count);
        Assert.Equal(events[2], await again.NextAsync());
        Assert.Equal(events[3], await again.NextAsync());
        Assert.Null(await again.NextAsync());
    }

    [Fact]
    public async Task An_event_of_another_session_is_refused()
    {
        await using var host = await McpHost.StartAsync();
        var session = await RawSession.BeginAsync(host);
        var other = await RawSession.BeginAsync(host);
        using var stream = await session.OpenCallAsync("tools/call", """{"name":"lamp_progress","_meta":{"progressToken":"p"}}""");
        var id = (await stream.NextAsync())!.Id;

        using var stolen = await other.ListenAsync(id);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, stolen.Response.StatusCode);
    }

    [Fact]
    public async Task A_question_that_is_answered_after_the_connection_was_lost_is_answered_all_the_same()
    {
        await using var host = await McpHost.StartAsync();
        var session = await RawSession.BeginAsync(host, capabilities: """{"elicitation":{}}""");
        string? last;
        using (var lost = await session.OpenCallAsync("tools/call", """{"name":"lamp_remove","arguments":{"lamp":"hall"}}"""))
        {
            last = (await lost.NextEventAsync())!.Id;
        }

        using var rest = await session.ListenAsync(last);
        var question = (await rest.NextAsync())!.Message;
        await session.PostAsync($$"""{"jsonrpc":"2.0","id":{{question.GetProperty("id").GetRawText()}},"result":{"action":"accept","content":{"answer":true} } }""");

        Assert.Equal("elicitation/create", question.GetProperty("method").GetString());
        Assert.Equal("true", (await rest.NextAsync())!.Message.GetProperty("result").GetProperty("structuredContent").GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_roads_of_a_session_answer_with_the_same_bytes()
    {
        await using var one = await McpHost.StartAsync();
        await using var other = await McpHost.StartAsync(services => services.AddSingleton(new Roads(AlwaysLong: true)));
        var brief = await RawSession.BeginAsync(one);
        var lengthy = await RawSession.BeginAsync(other);

        foreach (var (method, parameters) in new[] { ("tools/list", "{}"), ("tools/call", """{"name":"lamp_get"}"""), ("tools/call", """{"name":"lamp_nowhere"}"""), ("ping", "{}"), ("no/such", "{}") })
        {
            var (direct, streamed) = (await brief.CallAsync(method, parameters), await lengthy.CallAsync(method, parameters));
            Assert.Equal(direct.Message.GetRawText(), streamed.Message.GetRawText());
        }
    }
}
