using System.Diagnostics;

namespace HomeDash.Mcp.Tests;

/// <summary>What becomes of clients when HomeDash ends.</summary>
public sealed class EndingHomeDash
{
    [Fact]
    public async Task Streams_end_in_order_and_calls_get_a_moment()
    {
        await using var host = await LampHost.StartAsync();
        var session = await RawSession.BeginAsync(host);
        using var listening = await session.ListenAsync();
        using var modern = await host.ListenAsync("""{"toolsListChanged":true}""");
        await modern.NextAsync();
        var endless = session.CallAsync("tools/call", """{"name":"lamp_wait"}""");
        await host.Lamps.Started.Task.WaitAsync(TestContext.Current.CancellationToken);

        var watch = Stopwatch.StartNew();
        var stopping = host.StopAsync();

        Assert.Null(await listening.NextAsync());
        var last = (await modern.NextAsync())!.Message;
        Assert.Equal(("s1", "complete"), (last.GetProperty("id").GetString(), last.GetProperty("result").GetProperty("resultType").GetString()));
        Assert.Null(await modern.NextAsync());
        await Record.ExceptionAsync(() => endless);
        await stopping;
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(12));
    }
}
