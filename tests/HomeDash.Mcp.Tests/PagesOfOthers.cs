using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Mcp.Tests;

/// <summary>Pages of browsers: those of the configured hosts may call and read, no others (CORS).</summary>
public sealed class PagesOfOthers
{
    [Fact]
    public async Task A_page_of_a_configured_host_may_ask_and_read()
    {
        await using var host = await StartAsync();

        var preflight = await host.SendAsync(new(HttpMethod.Options, host.Url), ("Origin", "https://inspector.lan"), ("Access-Control-Request-Method", "POST"));
        var answer = await host.PostAsync(RawSession.Initialize(), ("Origin", "https://inspector.lan"));

        Assert.Equal(HttpStatusCode.NoContent, preflight.Status);
        Assert.Equal("https://inspector.lan", preflight.Headers.GetValues("Access-Control-Allow-Origin").Single());
        var allowed = preflight.Headers.GetValues("Access-Control-Allow-Headers").Single();
        Assert.All(
            ["Authorization", "ApiKey", "Content-Type", "MCP-Protocol-Version", "Mcp-Session-Id", "Mcp-Method", "Mcp-Name", "Last-Event-ID"],
            header => Assert.Contains(header, allowed.Split(", ")));
        Assert.Equal("https://inspector.lan", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("Mcp-Session-Id", answer.Headers.GetValues("Access-Control-Expose-Headers").Single());
        Assert.Contains("Origin", answer.Headers.Vary);
    }

    [Theory, InlineData("https://evil.example.com"), InlineData("http://localhost:6274"), InlineData("null"), InlineData("https://inspector.lan.evil.example.com")]
    public async Task A_page_of_any_other_may_not(string origin)
    {
        await using var host = await StartAsync();

        var preflight = await host.SendAsync(new(HttpMethod.Options, host.Url), ("Origin", origin), ("Access-Control-Request-Method", "POST"));
        var answer = await host.PostAsync(RawPost.Ping, ("Origin", origin));

        Assert.Equal(HttpStatusCode.Forbidden, preflight.Status);
        Assert.False(preflight.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    private static Task<McpHost> StartAsync() => McpHost.StartAsync(services => services.Configure<McpOptions>(options => options.Hosts.Add("inspector.lan")));
}
