using System.Diagnostics;
using System.Text.Json;
using HomeDash.Integrations;
using HomeDash.Procedures;
using HomeDash.Simulators;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Tests;

/// <summary>A service that answers each request after three seconds: what needs several requests ends in time all the same, and takes nothing away from the others.</summary>
public sealed class SlowServiceTests : IAsyncLifetime
{
    private static readonly TimeSpan InTime = TimeSpan.FromSeconds(9);

    private AdGuardHomeSimulator guard = null!;
    private LoopbackServer slow = null!;
    private CapabilityHouse house = null!;
    private int asked;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        guard = await AdGuardHomeSimulator.StartAsync();
        slow = await LoopbackServer.StartAsync(AnswerAsync);
        var credentials = new Credentials("admin", new(guard.Password));
        house = await CapabilityHouse.StartAsync(
            services => services.AddHomeDashIntegrations().AddDnsHole().AddDownloads(),
            new Integration("well-id", "well", "adGuardHome", guard.Url.ToString()) { Credentials = credentials },
            new Integration("slow-id", "slow", "adGuardHome", slow.Url.ToString()) { Credentials = credentials },
            new Integration("queue-id", "queue", "nzbGet", slow.Url.ToString()) { Credentials = credentials });
    }

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
        await slow.DisposeAsync();
        await guard.DisposeAsync();
    }

    /// <summary>It signs in and reads the state, the counts and the lists: twelve seconds.</summary>
    [Fact]
    public async Task A_read_of_several_requests_answers_in_time_with_what_the_others_say()
    {
        var started = Stopwatch.GetTimestamp();

        var summary = await house.CallAsync("dnsHole.summary");

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.FromSeconds(6), InTime);
        Assert.True(asked > 1, "It was to ask more than once.");
        Assert.Equal("well", Assert.Single(summary.GetProperty("items").EnumerateArray()).GetProperty("integration").GetString());
        var report = Assert.Single(summary.GetProperty("integrations").EnumerateArray(), report => report.GetProperty("integration").GetString() == "slow");
        Assert.Equal("timeout", report.GetProperty("reason").GetString());
        Assert.StartsWith("slow: No answer within 7 s.", report.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    /// <summary>Each 503 is tried three times, three seconds apart: two requests of this kind would take eighteen.</summary>
    [Fact]
    public async Task Further_tries_count_too()
    {
        var started = Stopwatch.GetTimestamp();

        var list = await house.CallAsync("downloads.list");

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.FromSeconds(5), InTime);
        Assert.Equal("timeout", Assert.Single(list.GetProperty("integrations").EnumerateArray()).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task The_search_for_what_was_named_counts_too()
    {
        var started = Stopwatch.GetTimestamp();

        var error = await house.FailAsync("downloads.get", """{"download":"film"}""");

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.FromSeconds(5), InTime);
        Assert.Contains("queue", error.Message, StringComparison.Ordinal);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref asked);
        await Task.Delay(TimeSpan.FromSeconds(3), context.RequestAborted);
        if (context.Request.Path == "/jsonrpc")
        {
            context.Response.StatusCode = 503;
            return;
        }

        using var http = new HttpClient();
        using var request = new HttpRequestMessage(new(context.Request.Method), new Uri(guard.Url, context.Request.Path));
        request.Headers.TryAddWithoutValidation("Authorization", context.Request.Headers.Authorization.ToString());
        if (context.Request.ContentLength > 0)
        {
            request.Content = new StreamContent(context.Request.Body) { Headers = { ContentType = new("application/json") } };
        }

        using var answer = await http.SendAsync(request, Cancellation);
        context.Response.StatusCode = (int)answer.StatusCode;
        await answer.Content.CopyToAsync(context.Response.Body, Cancellation);
    }
}
