using HomeDash.Simulators;

namespace HomeDash.Integrations.Docker.Tests;

/// <summary>A Docker engine with everything that can be wrong with it.</summary>
/// <param name="read">What is read of it.</param>
public abstract class EngineFaults(Func<IContainerEngine, CancellationToken, Task> read) : HomeDash.Integrations.Tests.FaultTests, IAsyncLifetime
{
    private DockerSimulator? engine;

    private protected override IIntegrationKind Kind => new DockerKind();

    private protected override Credentials Credentials => Credentials.None;

    public async ValueTask InitializeAsync() => engine = await DockerSimulator.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await engine!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(engine!.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => read((IContainerEngine)client, cancellationToken);
}

/// <summary>While containers are listed.</summary>
public sealed class ListFaults() : EngineFaults((engine, cancellation) => engine.ListAsync(cancellation));

/// <summary>While past events are read, line by line.</summary>
public sealed class EventFaults() : EngineFaults(async (engine, cancellation) =>
    Assert.NotEmpty(await engine.EventsAsync(DateTimeOffset.UnixEpoch, DateTimeOffset.UtcNow, cancellation).ToListAsync()));
