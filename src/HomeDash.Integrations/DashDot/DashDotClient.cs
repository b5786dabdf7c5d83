using System.Text.Json.Serialization.Metadata;

namespace HomeDash.Integrations.DashDot;

/// <summary>Dash. (dashdot): what the machine is comes from /info, what it is busy with from /load. A widget that is off answers 200 with nothing.</summary>
internal sealed class DashDotClient(ServiceHttp http, string integration) : ISystemMonitor, IIntegrationClient, IDisposable
{
    /// <inheritdoc/>
    public async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => new("Dash.", (await InfoAsync(cancellationToken).ConfigureAwait(false)).Os.DashVersion);

    /// <inheritdoc/>
    public async Task<SystemState> SystemAsync(CancellationToken cancellationToken)
    {
        var (info, cores, memory, network) = (
            InfoAsync(cancellationToken),
            LoadAsync("cpu", DashDotJson.Default.DashDotCoreArray, cancellationToken),
            LoadAsync("ram", DashDotJson.Default.DashDotMemoryLoad, cancellationToken),
            LoadAsync("network", DashDotJson.Default.DashDotNetworkLoad, cancellationToken));
        await Task.WhenAll(info, cores, memory, network).ConfigureAwait(false);
        return DashDotMapping.System(integration, await info, await cores, await memory, await network);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Disk>> DisksAsync(CancellationToken cancellationToken)
    {
        var info = InfoAsync(cancellationToken);
        var used = LoadAsync("storage", DashDotJson.Default.DoubleArray, cancellationToken);
        await Task.WhenAll(info, used).ConfigureAwait(false);
        return DashDotMapping.Disks(integration, (await info).Storage ?? [], await used ?? []);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Sensor>> SensorsAsync(CancellationToken cancellationToken) =>
        DashDotMapping.Sensors(integration, await LoadAsync("cpu", DashDotJson.Default.DashDotCoreArray, cancellationToken).ConfigureAwait(false) ?? []);

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<DashDotInfo> InfoAsync(CancellationToken cancellationToken) =>
        (await http.ReadAsync("/info", cancellationToken).ConfigureAwait(false)).Json(DashDotJson.Default.DashDotInfo);

    private async Task<T?> LoadAsync<T>(string what, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var answer = (await http.ReadAsync($"/load/{what}", cancellationToken).ConfigureAwait(false)).Succeeded();
        return answer.Body.IsEmpty ? null : answer.Json(type);
    }
}
