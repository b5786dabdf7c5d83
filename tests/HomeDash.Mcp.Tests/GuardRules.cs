using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace HomeDash.Mcp.Tests;

/// <summary>Which pages and names may reach the endpoint.</summary>
public sealed class GuardRules
{
    [Theory]
    [InlineData("localhost:7575", null)]
    [InlineData("LOCALHOST", null)]
    [InlineData("127.0.0.1:7575", "http://localhost:3000")]
    [InlineData("[::1]:7575", "http://[::1]:7575")]
    [InlineData("192.168.1.20:7575", null)]
    [InlineData("192.168.1.20:7575", "http://192.168.1.20:7575")]
    [InlineData("nas.lan:7575", "https://NAS.lan")]
    public void These_may(string host, string? origin) => Assert.Null(Check(host, origin));

    [Theory]
    [InlineData("", null)]
    [InlineData("evil.example.com", null)]
    [InlineData("localhost.evil.example.com", null)]
    [InlineData("nas.lan.evil.example.com", null)]
    [InlineData("localhost", "http://evil.example.com")]
    [InlineData("localhost", "http://localhost.evil.example.com")]
    [InlineData("localhost", "http://localhost@evil.example.com")]
    [InlineData("localhost", "null")]
    [InlineData("localhost", "file://localhost/x")]
    [InlineData("192.168.1.20:7575", "http://192.168.1.66:7575")]
    [InlineData("192.168.1.20:7575", "http://192.168.1.20:9999")]
    public void These_may_not(string host, string? origin) => Assert.Equal(StatusCodes.Status403Forbidden, Check(host, origin)?.Status);

    private static Refusal? Check(string host, string? origin)
    {
        var http = new DefaultHttpContext();
        http.Request.Host = new(host);
        http.Request.Headers.Origin = origin;
        return new LocalGuard(new Fixed()).Check(http.Request);
    }

    private sealed class Fixed : IOptionsMonitor<McpOptions>
    {
        public McpOptions CurrentValue { get; } = new() { Hosts = { "nas.lan" } };

        public McpOptions Get(string? name) => CurrentValue;

        public IDisposable? OnChange(Action<McpOptions, string?> listener) => null;
    }
}
