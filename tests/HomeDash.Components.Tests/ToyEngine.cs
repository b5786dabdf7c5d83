using System.Runtime.CompilerServices;
using System.Threading.Channels;
using HomeDash.Procedures;

namespace HomeDash.Components.Tests;

/// <summary>A container engine in memory: does what it is told, and fails when it is told to.</summary>
internal sealed partial class ToyEngine(TimeProvider clock) : IContainerEngine, IIntegrationKind, IIntegrationClient
{
    private readonly List<Container> containers = [];
    private readonly Channel<LogLine> log = Channel.CreateUnbounded<LogLine>();

    public string Kind => "docker";

    public string Title => "Docker";

    public string ExampleUrl => "unix:///var/run/docker.sock";

    public IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [[]];

    public string? CredentialsHint => null;

    public Type Client => typeof(ToyEngine);

    /// <summary>What every call fails with; null to work.</summary>
    public ProcedureException? Failure { get; set; }

    /// <summary>Names of containers that cannot be restarted.</summary>
    public HashSet<string> Stubborn { get; } = [];

    /// <summary>What was asked of it, in order: <c>restart plex</c>.</summary>
    public List<string> Asked { get; } = [];

    public List<ContainerEvent> Events { get; } = [];

    public bool AnyRuns => containers.Exists(container => container.State == RunState.Running);

    public IIntegrationClient Connect(Integration integration) => this;

    public Container Add(string name, RunState state = RunState.Running, string image = "busybox:latest", ContainerHealth health = ContainerHealth.None, params ContainerPort[] ports)
    {
        var now = clock.GetUtcNow();
        var container = new Container
        {
            Id = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name))),
            Name = name,
            Engine = "nas",
            Image = image,
            State = state,
            Status = state == RunState.Running ? "Up 3 hours" : "Exited (0) 2 days ago",
            Health = health,
            CreatedAt = now.AddDays(-9),
            StartedAt = state == RunState.Created ? null : now.AddHours(-3),
            Ports = ports,
        };
        containers.Add(container);
        return container;
    }

    public void Label(Container container, params (string Key, string Value)[] labels) =>
        Change(container.Id, known => known with { Labels = labels.ToDictionary(label => label.Key, label => label.Value) });

    public void Set(string name, RunState state) => Change(Find(name).Id, container => container with { State = state });

    public void Write(string text, LogStream stream = LogStream.Stdout) => log.Writer.TryWrite(new(clock.GetUtcNow(), stream, text));

    /// <summary>The log ends, as when the container stops.</summary>
    public void EndLog() => log.Writer.TryComplete();

    public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => Working(() => new ServiceVersion("Toy", "1.0"));

    public Task<EngineVersion> VersionAsync(CancellationToken cancellationToken) => Working(() => new EngineVersion("Toy", "1.47"));

    public Task<IReadOnlyList<Container>> ListAsync(CancellationToken cancellationToken) => Working<IReadOnlyList<Container>>(() => [.. containers]);

    public Task<ContainerDetails> GetAsync(string id, CancellationToken cancellationToken) => Working(() =>
    {
        var container = containers.Find(known => known.Id == id) ?? throw ProcedureErrors.NotFound("container", id, containers.Select(known => known.Name));
        return new ContainerDetails
        {
            Id = container.Id,
            Name = container.Name,
            Engine = container.Engine,
            Image = container.Image,
            ImageId = "sha256:own",
            State = container.State,
            Health = container.Health,
            CreatedAt = container.CreatedAt,
            StartedAt = container.StartedAt,
        };
    });

    public Task<ContainerUsage?> UsageAsync(string id, CancellationToken cancellationToken) => Working<ContainerUsage?>(() => new(12.5, 536_870_912, 8_589_934_592));

    public async IAsyncEnumerable<LogLine> LogsAsync(string id, LogRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in log.Reader.ReadAllAsync(cancellationToken))
        {
            yield return line;
        }
    }

    public IAsyncEnumerable<ContainerEvent> EventsAsync(DateTimeOffset from, DateTimeOffset? until, CancellationToken cancellationToken) =>
        Events.Where(happened => happened.Time >= from && (until is null || happened.Time <= until)).ToAsyncEnumerable();

    public Task<bool> StartAsync(string id, CancellationToken cancellationToken) => Do("start", id, RunState.Running);

    public Task<bool> StopAsync(string id, TimeSpan grace, CancellationToken cancellationToken) => Do("stop", id, RunState.Exited);

    public Task RestartAsync(string id, TimeSpan grace, CancellationToken cancellationToken) => Do("restart", id, RunState.Running);

    public Task PauseAsync(string id, CancellationToken cancellationToken) => Do("pause", id, RunState.Paused);

    public Task UnpauseAsync(string id, CancellationToken cancellationToken) => Do("unpause", id, RunState.Running);

    public async Task RemoveAsync(string id, bool force, CancellationToken cancellationToken)
    {
        await Do(force ? "force remove" : "remove", id, RunState.Removed);
        containers.RemoveAll(container => container.Id == id);
    }

    private Task<bool> Do(string verb, string id, RunState after) => Working(() =>
    {
        var container = containers.Find(known => known.Id == id)!;
        Asked.Add($"{verb} {container.Name}");
        if (Stubborn.Contains(container.Name))
        {
            throw ProcedureErrors.ServiceFailed($"{container.Name} will not {verb}: port 32400 is taken.");
        }

        Change(id, known => known with { State = after, StartedAt = clock.GetUtcNow() });
        return true;
    });

    private Container Find(string name) => containers.Find(container => container.Name == name)!;

    private void Change(string id, Func<Container, Container> change)
    {
        var index = containers.FindIndex(container => container.Id == id);
        containers[index] = change(containers[index]);
    }

    private Task<T> Working<T>(Func<T> work) => Failure is null ? Task.Run(work) : Task.FromException<T>(Failure);
}
