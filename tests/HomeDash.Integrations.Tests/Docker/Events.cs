using HomeDash.Testing;
using static HomeDash.Integrations.Docker.Tests.Engines;

namespace HomeDash.Integrations.Docker.Tests;

public sealed class Events
{
    [Fact]
    public async Task Past_events_are_read_to_their_end()
    {
        await using var docker = new TestDocker();
        using var engine = Connect(docker);
        var before = DateTimeOffset.UtcNow.AddSeconds(-1);
        var id = await docker.RunAsync("app", "exit 7");
        await docker.WaitAsync(id);

        var events = (await engine.EventsAsync(before, DateTimeOffset.UtcNow.AddSeconds(1), Cancellation).ToListAsync())
            .Where(happened => happened.ContainerId == id).ToList();

        Assert.Equal(["create", "start", "die"], events.Select(happened => happened.Action).Where(action => action is "create" or "start" or "die"));
        Assert.Equal((docker.Name("app"), "nas", 7), (events[^1].ContainerName, events[^1].Engine, events[^1].ExitCode));
        Assert.All(events, happened => Assert.InRange(happened.Time, before, DateTimeOffset.UtcNow.AddSeconds(1)));
    }

    [Fact]
    public async Task Events_are_told_as_they_happen()
    {
        await using var docker = new TestDocker();
        using var engine = Connect(docker);
        var id = await docker.RunAsync("app");
        await using var events = engine.EventsAsync(DateTimeOffset.UtcNow, null, Cancellation).GetAsyncEnumerator(Cancellation);

        var next = events.MoveNextAsync();
        await docker.KillAsync(id);
        while (await next && !(events.Current.ContainerId == id && events.Current.Action == "die"))
        {
            next = events.MoveNextAsync();
        }

        Assert.Equal(137, events.Current.ExitCode);
    }

    [Fact]
    public async Task Following_ends_when_the_reader_leaves()
    {
        await using var docker = new TestDocker();
        using var engine = Connect(docker);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        leaving.CancelAfter(300);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.EventsAsync(DateTimeOffset.UtcNow, null, leaving.Token).ToListAsync());
    }
}
