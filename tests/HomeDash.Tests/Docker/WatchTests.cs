using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HomeDash.Tests.Docker;

public sealed class WatchTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_of_all_engines_come_as_one_stream_even_when_one_fails()
    {
        var (nas, pi) = (new ScriptedEngine("nas").With("web"), new ScriptedEngine("pi") { Fault = ProcedureErrors.Unreachable("pi: nobody listens.") });
        await using var house = await DockerHouse.StartAsync(nas, pi);
        nas.Coming.Writer.TryWrite(Happened(nas, "web"));

        var events = await house.StreamAsync("docker.watchEvents", "{}", _ => true);

        Assert.Equal("web", Assert.Single(events).GetProperty("containerName").GetString());
    }

    [Fact]
    public async Task A_lost_engine_is_followed_again()
    {
        var nas = new ScriptedEngine("nas").With("web");
        await using var house = await DockerHouse.StartAsync(nas);
        var feed = house.Services.GetRequiredService<IChangeFeed>();
        var (lost, changed) = (feed.ReadAsync("docker.engine", Cancellation), feed.ReadAsync("docker.container", Cancellation));
        nas.Fault = ProcedureErrors.Unreachable("nas: nobody listens.");
        var watcher = house.Services.GetServices<IHostedService>().OfType<EngineWatcher>().Single();
        await watcher.StartAsync(Cancellation);

        Assert.Equal("nas-id", (await FirstAsync(lost)).Id);
        nas.Fault = null;
        nas.Coming.Writer.TryWrite(Happened(nas, "web"));
        Assert.Equal(nas.IdOf("web"), (await FirstAsync(changed)).Id);

        await watcher.StopAsync(Cancellation);
        Assert.True(nas.Followers >= 2);
    }

    [Fact]
    public async Task An_engine_that_is_connected_later_is_followed_too()
    {
        var nas = new ScriptedEngine("nas").With("web");
        await using var house = await DockerHouse.StartAsync(nas);
        var connections = house.Services.GetRequiredService<Connections>();
        var integration = connections.With<IContainerEngine>()[0].Integration;
        await connections.SetAsync([]);
        var changed = house.Services.GetRequiredService<IChangeFeed>().ReadAsync("docker.container", Cancellation);
        var watcher = house.Services.GetServices<IHostedService>().OfType<EngineWatcher>().Single();
        await watcher.StartAsync(Cancellation);

        await connections.SetAsync([integration]);
        nas.Coming.Writer.TryWrite(Happened(nas, "web"));

        Assert.Equal(nas.IdOf("web"), (await FirstAsync(changed)).Id);
        await watcher.StopAsync(Cancellation);
    }

    private static ContainerEvent Happened(ScriptedEngine engine, string container) =>
        new(DateTimeOffset.UtcNow, "start", engine.IdOf(container), container, engine.Name);

    private static async Task<Change> FirstAsync(IAsyncEnumerable<Change> changes)
    {
        await using var reading = changes.GetAsyncEnumerator(Cancellation);
        Assert.True(await reading.MoveNextAsync());
        return reading.Current;
    }
}
