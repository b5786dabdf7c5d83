using HomeDash.Integrations.Lidarr;
using HomeDash.Integrations.Radarr;
using HomeDash.Integrations.Readarr;
using HomeDash.Integrations.Sonarr;
using HomeDash.Integrations.Tests;
using HomeDash.Simulators;

namespace HomeDash.Integrations.Arr.Tests;

public sealed class SonarrFaults : ArrFaults
{
    private protected override IIntegrationKind Kind => new SonarrKind(Clock);

    private protected override async Task<ArrSimulator> StartAsync() => await SonarrSimulator.StartAsync();
}

public sealed class RadarrFaults : ArrFaults
{
    private protected override IIntegrationKind Kind => new RadarrKind(Clock);

    private protected override async Task<ArrSimulator> StartAsync() => await RadarrSimulator.StartAsync();

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((IMediaOrganizer)client).MissingAsync(20, cancellationToken);
}

public sealed class LidarrFaults : ArrFaults
{
    private protected override IIntegrationKind Kind => new LidarrKind(Clock);

    private protected override async Task<ArrSimulator> StartAsync() => await LidarrSimulator.StartAsync();

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((IMediaOrganizer)client).QueueAsync(cancellationToken);
}

public sealed class ReadarrFaults : ArrFaults
{
    private protected override IIntegrationKind Kind => new ReadarrKind(Clock);

    private protected override async Task<ArrSimulator> StartAsync() => await ReadarrSimulator.StartAsync();
}

/// <summary>A program of the family with everything that can be wrong with it.</summary>
public abstract class ArrFaults : FaultTests, IAsyncLifetime
{
    private ArrSimulator? service;

    private protected override Credentials Credentials => new(ApiKey: new(service!.Key));

    public async ValueTask InitializeAsync() => service = await StartAsync();

    public async ValueTask DisposeAsync()
    {
        await service!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts one that works.</summary>
    private protected abstract Task<ArrSimulator> StartAsync();

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(service!.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) =>
        ((ICalendar)client).EventsAsync(new(new(2026, 11, 16), new(2026, 11, 22), TimeZoneInfo.Utc), false, cancellationToken);
}
