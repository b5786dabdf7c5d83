using System.Runtime.CompilerServices;
using System.Threading.Channels;
using HomeDash.Procedures;

namespace HomeDash.Tests.Docker;

/// <summary>An engine in memory, for what a real one does not do on demand: fail, lie, be silent.</summary>
internal sealed partial class ScriptedEngine(string name) : IContainerEngine, IIntegrationClient
{
    private readonly Dictionary<string, ContainerDetails> containers = [];

    public string Name => name;

    /// <summary>When set, every call ends with it.</summary>
    public ProcedureException? Fault { get; set; }

    /// <summary>When set, the engine says that it did what it was told, and does nothing.</summary>
    public bool Lies { get; set; }

    /// <summary>What it was told to do.</summary>
    public List<string> Done { get; } = [];

    /// <summary>Events to come.</summary>
    public Channel<ContainerEvent> Coming { get; } = Channel.CreateUnbounded<ContainerEvent>();

    /// <summary>How often its events were asked for.</summary>
    public int Followers;

    public ScriptedEngine With(string container, string? id = null, RunState state = RunState.Running, string image = "image:1")
    {
        id ??= Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{name}/{container}")));
        containers[id] = new()
        {
            Id = id, Name = container, Engine = name, Image = image, State = state, Health = ContainerHealth.None,
            CreatedAt = DateTimeOffset.UnixEpoch, StartedAt = DateTimeOffset.UnixEpoch,
        };
        return this;
    }

    /// <summary>Makes a container otherwise than it is.</summary>
    public ScriptedEngine Change(string container, Func<ContainerDetails, ContainerDetails> change)
    {
        containers[IdOf(container)] = change(containers[IdOf(container)]);
        return this;
    }

    public string IdOf(string container) => containers.Values.Single(known => known.Name == container).Id;

    public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => Task.FromResult(new ServiceVersion("Scripted", "1.0"));

    public Task<EngineVersion> VersionAsync(CancellationToken cancellationToken) => Task.FromResult(new EngineVersion("1.0", "1.41"));

    public Task<IReadOnlyList<Container>> ListAsync(CancellationToken cancellationToken) => Answer<IReadOnlyList<Container>>(() =>
        [.. containers.Values.Select(known => new Container
        {
            Id = known.Id, Name = known.Name, Engine = name, Image = known.Image, ImageId = known.ImageId, State = known.State, Status = "", Health = known.Health, CreatedAt = known.CreatedAt, Labels = known.Labels,
        })]);

    public Task<ContainerDetails> GetAsync(string id, CancellationToken cancellationToken) =>
        Answer(() => containers.GetValueOrDefault(id) ?? throw ProcedureErrors.NotFound("container", id, []));

    public Task<ContainerUsage?> UsageAsync(string id, CancellationToken cancellationToken) => Answer<ContainerUsage?>(() => new(12.5, 1000, 2000));

    public async IAsyncEnumerable<LogLine> LogsAsync(string id, LogRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await GetAsync(id, cancellationToken);
        yield return new(DateTimeOffset.UnixEpoch.AddSeconds(2), LogStream.Stdout, "second");
        yield return new(DateTimeOffset.UnixEpoch.AddSeconds(1), LogStream.Stderr, "first");
    }

    public async IAsyncEnumerable<ContainerEvent> EventsAsync(DateTimeOffset from, DateTimeOffset? until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref Followers);
        await Answer(() => name);
        await foreach (var happened in Coming.Reader.ReadAllAsync(cancellationToken))
        {
            yield return happened;
        }
    }

    public Task<bool> StartAsync(string id, CancellationToken cancellationToken) => Act("start", id, RunState.Running);

    public Task<bool> StopAsync(string id, TimeSpan grace, CancellationToken cancellationToken) => Act("stop", id, RunState.Exited);

    public Task RestartAsync(string id, TimeSpan grace, CancellationToken cancellationToken) => Act("restart", id, RunState.Running);

    public Task PauseAsync(string id, CancellationToken cancellationToken) => Act("pause", id, RunState.Paused);

    public Task UnpauseAsync(string id, CancellationToken cancellationToken) => Act("unpause", id, RunState.Running);

    public Task RemoveAsync(string id, bool force, CancellationToken cancellationToken) => Act("remove", id, null);

    private Task<bool> Act(string verb, string id, RunState? after) => Answer(() =>
    {
        Refuse(verb);
        Refuse($"{verb} {containers[id].Name}");
        Done.Add($"{verb} {containers[id].Name}");
        if (!Lies && after is null)
        {
            containers.Remove(id);
        }
        else if (!Lies)
        {
            var reached = verb == "start" && containers[id].State == RunState.Created ? NewOnes : after!.Value;
            containers[id] = containers[id] with { State = reached, ExitCode = reached == RunState.Exited ? 1 : null, StartedAt = containers[id].StartedAt!.Value.AddMinutes(1) };
        }

        return true;
    });

    private Task<T> Answer<T>(Func<T> answer)
    {
        try
        {
            return Fault is null ? Task.FromResult(answer()) : Task.FromException<T>(Fault);
        }
        catch (ProcedureException exception)
        {
            return Task.FromException<T>(exception);
        }
    }
}
