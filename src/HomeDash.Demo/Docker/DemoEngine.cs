using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using HomeDash.Procedures;

namespace HomeDash.Demo;

/// <summary>A container engine in memory, which does what it is told as a real one would.</summary>
internal sealed partial class DemoEngine(string name, TimeProvider clock) : IContainerEngine, IIntegrationClient
{
    private static readonly TimeSpan Effort = TimeSpan.FromMilliseconds(700);

    private readonly List<DemoContainer> containers = Furnish(clock.GetUtcNow().AddDays(-9));
    private readonly ConcurrentDictionary<Channel<ContainerEvent>, bool> followers = [];
    private readonly List<ContainerEvent> past = [];
    private readonly Lock gate = new();

    public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => Task.FromResult(new ServiceVersion("Demo engine", "1.0"));

    public Task<EngineVersion> VersionAsync(CancellationToken cancellationToken) => Task.FromResult(new EngineVersion("1.0", null));

    public Task<IReadOnlyList<Container>> ListAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<Container>>([.. containers.Select(container => container.ToContainer(name, clock.GetUtcNow()))]);
        }
    }

    public Task<ContainerDetails> GetAsync(string id, CancellationToken cancellationToken) => Task.FromResult(Find(id).ToDetails(name));

    public Task<ContainerUsage?> UsageAsync(string id, CancellationToken cancellationToken) => Task.FromResult(Find(id).UsageAt(clock.GetUtcNow()));

    public async IAsyncEnumerable<LogLine> LogsAsync(string id, LogRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var container = Find(id);
        var until = clock.GetUtcNow();
        foreach (var line in container.LinesBetween(range.Since ?? until.AddHours(-2), until).TakeLast(range.Tail))
        {
            yield return line;
        }

        while (range.Follow && container.Runs)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), clock, cancellationToken).ConfigureAwait(false);
            var from = until.AddTicks(1);
            until = clock.GetUtcNow();
            foreach (var line in container.LinesBetween(from, until))
            {
                yield return line;
            }
        }
    }

    public async IAsyncEnumerable<ContainerEvent> EventsAsync(DateTimeOffset from, DateTimeOffset? until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateUnbounded<ContainerEvent>();
        ContainerEvent[] before;
        lock (gate)
        {
            before = [.. past.Where(happened => happened.Time >= from && (until is null || happened.Time <= until))];
            followers[channel] = true;
        }

        try
        {
            foreach (var happened in before)
            {
                yield return happened;
            }

            while (until is null)
            {
                yield return await channel.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            followers.TryRemove(channel, out _);
        }
    }

    public async Task<bool> StartAsync(string id, CancellationToken cancellationToken)
    {
        var container = Find(id);
        if (container.Runs)
        {
            return false;
        }

        await Task.Delay(Effort, clock, cancellationToken).ConfigureAwait(false);
        Change(container, "start", container.Start);
        return true;
    }

    public async Task<bool> StopAsync(string id, TimeSpan grace, CancellationToken cancellationToken)
    {
        var container = Find(id);
        if (!container.Runs)
        {
            return false;
        }

        await Task.Delay(Effort, clock, cancellationToken).ConfigureAwait(false);
        Change(container, "die", container.Stop);
        return true;
    }

    public async Task RestartAsync(string id, TimeSpan grace, CancellationToken cancellationToken)
    {
        await StopAsync(id, grace, cancellationToken).ConfigureAwait(false);
        await StartAsync(id, cancellationToken).ConfigureAwait(false);
    }

    public Task PauseAsync(string id, CancellationToken cancellationToken)
    {
        var container = Find(id);
        Change(container, "pause", _ => container.Pause());
        return Task.CompletedTask;
    }

    public Task UnpauseAsync(string id, CancellationToken cancellationToken)
    {
        var container = Find(id);
        Change(container, "unpause", _ => container.Unpause());
        return Task.CompletedTask;
    }

    public Task RenameAsync(string id, string newName, CancellationToken cancellationToken)
    {
        var container = Find(id);
        Change(container, "rename", _ => container.Name = newName);
        return Task.CompletedTask;
    }

    public Task<string> CreateLikeAsync(string id, string newName, string? networkOf, CancellationToken cancellationToken)
    {
        var made = Find(id).MakeLike(newName, ImageIdOf(Find(id).Image), clock.GetUtcNow());
        Change(made, "create", _ => containers.Add(made));
        return Task.FromResult(made.Id);
    }

    public Task RemoveAsync(string id, bool force, CancellationToken cancellationToken)
    {
        var container = Find(id);
        Change(container, "destroy", _ => containers.Remove(container));
        return Task.CompletedTask;
    }

    private DemoContainer Find(string id)
    {
        lock (gate)
        {
            return containers.Find(container => container.Id == id)
                ?? throw new ProcedureException(new(ProcedureErrorCode.NotFound, ErrorReason.TargetNotFound, $"{name} says: there is no such container."));
        }
    }

    private void Change(DemoContainer container, string action, Action<DateTimeOffset> change)
    {
        lock (gate)
        {
            change(clock.GetUtcNow());
            var happened = new ContainerEvent(clock.GetUtcNow(), action, container.Id, container.Name, name, container.ExitCode);
            past.Add(happened);
            foreach (var follower in followers.Keys)
            {
                follower.Writer.TryWrite(happened);
            }
        }
    }

    private static List<DemoContainer> Furnish(DateTimeOffset bornAt) =>
    [
        new("plex", "plexinc/pms-docker:latest", 32400, RunState.Running, bornAt),
        new("sonarr", "linuxserver/sonarr:latest", 8989, RunState.Running, bornAt) { Labels = Media("sonarr") },
        new("radarr", "linuxserver/radarr:latest", 7878, RunState.Running, bornAt) { Labels = Media("radarr") },
        new("qbittorrent", "linuxserver/qbittorrent:latest", 8080, RunState.Running, bornAt) { Labels = Media("qbittorrent") },
        new("pihole", "pihole/pihole:latest", 80, RunState.Running, bornAt),
        new("home-assistant", "homeassistant/home-assistant:stable", 8123, RunState.Running, bornAt),
        new("nextcloud", "nextcloud:apache", 8088, RunState.Running, bornAt) { Health = ContainerHealth.Unhealthy },
        new("grafana", "grafana/grafana:latest", 3000, RunState.Running, bornAt),
        new("backup", "restic/restic:latest", null, RunState.Exited, bornAt),
    ];

    private static Dictionary<string, string> Media(string service) => new() { ["com.docker.compose.project"] = "media", ["com.docker.compose.service"] = service };
}
