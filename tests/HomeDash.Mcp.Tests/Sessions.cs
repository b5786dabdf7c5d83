using System.Net;
using System.Text.RegularExpressions;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Mcp.Tests;

/// <summary>Sessions of clients of the handshake.</summary>
public sealed partial class Sessions
{
    [Fact]
    public async Task A_handshake_begins_a_session_whose_id_nobody_can_guess()
    {
        await using var host = await McpHost.StartAsync();

        var one = await RawSession.BeginAsync(host);
        var other = await RawSession.BeginAsync(host);

        Assert.NotEqual(one.Id, other.Id);
        Assert.Matches(VisibleAscii, one.Id);
        Assert.Equal(24, System.Buffers.Text.Base64Url.DecodeFromChars(one.Id).Length);
        Assert.Equal(HttpStatusCode.Accepted, (await one.NotifyAsync("notifications/initialized")).Status);
    }

    [Fact]
    public async Task A_request_of_a_session_needs_no_stream_when_it_has_nothing_to_say_before_its_answer()
    {
        await using var host = await McpHost.StartAsync();
        var session = await RawSession.BeginAsync(host);

        var answer = await session.CallAsync("tools/call", """{"name":"lamp_get"}""");

        Assert.Equal("application/json", answer.ContentType);
        Assert.Equal("hall", answer.Message.GetProperty("result").GetProperty("structuredContent").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_session_belongs_to_its_user_whichever_key_is_used()
    {
        await using var host = await McpHost.StartAsync();
        var session = await RawSession.BeginAsync(host);

        var stranger = session.At(host, KeyedCaller.Viewer);
        var otherKey = session.At(host, KeyedCaller.ReadOnlyAdministrator);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.CallAsync("ping")).Status);
        Assert.Equal(HttpStatusCode.NotFound, await stranger.DeleteAsync());
        using var listening = await stranger.ListenAsync();
        Assert.Equal(HttpStatusCode.NotFound, listening.Response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await otherKey.CallAsync("ping")).Status);
    }

    [Fact]
    public async Task An_unknown_session_is_not_found_and_the_answer_says_what_to_do()
    {
        await using var host = await McpHost.StartAsync();

        var answer = await host.PostAsync(RawPost.Ping, ("Mcp-Session-Id", "from-elsewhere"));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("initialize", answer.ErrorMessage);
        Assert.Equal(1, answer.Message.GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task A_deleted_session_is_over()
    {
        await using var host = await McpHost.StartAsync();
        var session = await RawSession.BeginAsync(host);
        using var listening = await session.ListenAsync();

        Assert.Equal(HttpStatusCode.NoContent, await session.DeleteAsync());

        Assert.Null(await listening.NextAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await session.CallAsync("ping")).Status);
        Assert.Equal(HttpStatusCode.NotFound, await session.DeleteAsync());
    }

    [Fact]
    public async Task A_session_that_nobody_uses_for_a_day_is_over()
    {
        var clock = new Clock();
        await using var host = await McpHost.StartAsync(services => services.AddSingleton<TimeProvider>(clock));
        var session = await RawSession.BeginAsync(host);

        clock.Advance(TimeSpan.FromHours(23));
        var late = await session.CallAsync("ping");
        clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal(HttpStatusCode.OK, late.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await session.CallAsync("ping")).Status);
    }

    [Fact]
    public async Task Where_there_are_no_sessions_the_handshake_gives_none()
    {
        await using var host = await McpHost.StartAsync(services => services.Configure<McpOptions>(options => options.Sessions = false));

        var answer = await host.PostAsync(RawSession.Initialize());

        Assert.False(answer.Headers.Contains("Mcp-Session-Id"));
        Assert.False(answer.Message.GetProperty("result").GetProperty("capabilities").GetProperty("tools").TryGetProperty("listChanged", out _));
        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(RawPost.Ping, ("Mcp-Session-Id", "whatever"))).Status);
    }

    [Fact]
    public async Task A_modern_request_takes_no_notice_of_a_session()
    {
        await using var host = await McpHost.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await host.ModernAsync("tools/list", "", ("Mcp-Session-Id", "from-elsewhere"))).Status);
    }

    [Theory, InlineData("GET"), InlineData("DELETE")]
    public async Task A_modern_client_has_no_use_for_get_and_delete(string method)
    {
        await using var host = await McpHost.StartAsync();
        var session = await RawSession.BeginAsync(host);

        var request = new HttpRequestMessage(new HttpMethod(method), host.Url);
        request.Headers.Add("MCP-Protocol-Version", McpHost.Modern);
        request.Headers.Add("Mcp-Session-Id", session.Id);
        using var response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task The_version_of_a_session_is_the_one_that_was_agreed_on()
    {
        await using var host = await McpHost.StartAsync();
        var session = await RawSession.BeginAsync(host, "2025-06-18");

        var answer = await host.PostAsync(RawPost.Ping, ("Mcp-Session-Id", session.Id), ("MCP-Protocol-Version", "2025-11-25"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task A_client_that_says_too_much_of_itself_gets_no_session()
    {
        await using var host = await McpHost.StartAsync();

        var answer = await host.PostAsync(RawSession.Initialize(capabilities: $$"""{"experimental":{"x":{"y":"{{new string('y', 10_000)}}"} } }"""));

        Assert.Equal((HttpStatusCode.BadRequest, -32602), (answer.Status, answer.ErrorCode));
        Assert.False(answer.Headers.Contains("Mcp-Session-Id"));
    }

    [Fact]
    public async Task A_handshake_for_the_version_without_one_is_refused()
    {
        await using var host = await McpHost.StartAsync();

        var answer = await host.PostAsync(RawSession.Initialize(McpHost.Modern));

        Assert.Equal(-32022, answer.ErrorCode);
        Assert.Contains("2025-11-25", answer.Message.GetProperty("error").GetProperty("data").GetProperty("supported").GetRawText());
        Assert.False(answer.Headers.Contains("Mcp-Session-Id"));
    }

    [Fact]
    public async Task Who_is_connected_can_be_seen_and_sent_away()
    {
        await using var host = await McpHost.StartAsync();
        var session = await RawSession.BeginAsync(host);
        using var stream = await session.ListenAsync();
        await stream.NextEventAsync();
        var sessions = host.Services.GetRequiredService<IClientSessions>();

        var seen = Assert.Single(sessions.List());

        Assert.Equal(("raw", "1.0", "2025-11-25", "u1", "ada", "k1", 1), (seen.Client, seen.ClientVersion, seen.ProtocolVersion, seen.UserId, seen.User, seen.KeyId, seen.OpenStreams));
        Assert.DoesNotContain(seen.Id, session.Id);
        Assert.False(sessions.End("000000000000"));
        Assert.True(sessions.End(seen.Id));
        Assert.Null(await stream.NextAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await session.CallAsync("ping")).Status);
    }

    [GeneratedRegex("^[\x21-\x7e]+$")]
    private static partial Regex VisibleAscii { get; }
}
