namespace HomeDash.Integrations.Netdata;

/// <summary>A Netdata agent. All last values come in one call, /api/v1/allmetrics, of which a filter takes what is needed.</summary>
internal sealed class NetdataClient(ServiceHttp http, string integration) : ISystemMonitor, IIntegrationClient, IDisposable
{
    /// <inheritdoc/>
    public async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => new("Netdata", (await InfoAsync(cancellationToken).ConfigureAwait(false)).Version);

    /// <inheritdoc/>
    public async Task<SystemState> SystemAsync(CancellationToken cancellationToken)
    {
        var info = InfoAsync(cancellationToken);
        var charts = ChartsAsync("system.cpu system.ram system.load system.uptime system.net", cancellationToken);
        await Task.WhenAll(info, charts).ConfigureAwait(false);
        return NetdataMapping.System(integration, await info.ConfigureAwait(false), await charts.ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Disk>> DisksAsync(CancellationToken cancellationToken) =>
        NetdataMapping.Disks(integration, await ChartsAsync("disk_space.*", cancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Sensor>> SensorsAsync(CancellationToken cancellationToken) =>
        NetdataMapping.Sensors(integration, await ChartsAsync("*sensors* *temp* *nvme* *smartd*", cancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<NetdataInfo> InfoAsync(CancellationToken cancellationToken) =>
        (await http.ReadAsync("/api/v1/info", cancellationToken).ConfigureAwait(false)).Json(NetdataJson.Default.NetdataInfo);

    private async Task<Dictionary<string, NetdataChart>> ChartsAsync(string filter, CancellationToken cancellationToken) =>
        (await http.ReadAsync($"/api/v1/allmetrics?format=json&filter={Uri.EscapeDataString(filter)}", cancellationToken).ConfigureAwait(false))
        .Json(NetdataJson.Default.DictionaryStringNetdataChart);
}
