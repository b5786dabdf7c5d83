using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Serialization.Metadata;

namespace HomeDash.Integrations.Glances;

/// <summary>Glances' REST API, versions 3 and 4: the same plugins below another path.</summary>
internal sealed class GlancesClient(ServiceHttp http, Integration integration) : ISystemMonitor, IIntegrationClient, IDisposable
{
    private readonly AuthenticationHeaderValue? authorization = integration.Credentials is { Username: { } user, Password: { } password }
        ? new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password.Reveal()}")))
        : null;

    private volatile GlancesApi? known;

    /// <inheritdoc/>
    public async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken)
    {
        known = null;
        return new("Glances", (await ApiAsync(cancellationToken).ConfigureAwait(false)).Version);
    }

    /// <inheritdoc/>
    public async Task<SystemState> SystemAsync(CancellationToken cancellationToken)
    {
        var api = await ApiAsync(cancellationToken).ConfigureAwait(false);
        var (cpu, memory, system, load, uptime, network) = (
            ReadAsync(api, "cpu", GlancesJson.Default.GlancesCpu, cancellationToken),
            ReadAsync(api, "mem", GlancesJson.Default.GlancesMemory, cancellationToken),
            ReadAsync(api, "system", GlancesJson.Default.GlancesSystem, cancellationToken),
            TryReadAsync(api, "load", GlancesJson.Default.GlancesLoad, cancellationToken),
            TryReadAsync(api, "uptime", GlancesJson.Default.String, cancellationToken),
            TryReadAsync(api, "network", GlancesJson.Default.GlancesInterfaceArray, cancellationToken));
        await Task.WhenAll(cpu, memory, system, load, uptime, network).ConfigureAwait(false);
        return GlancesMapping.System(integration.Name, api.Version, await cpu, await memory, await system, await load, await uptime, await network);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Disk>> DisksAsync(CancellationToken cancellationToken)
    {
        var api = await ApiAsync(cancellationToken).ConfigureAwait(false);
        var disks = await ReadAsync(api, "fs", GlancesJson.Default.GlancesFileSystemArray, cancellationToken).ConfigureAwait(false);
        var arrays = disks.Any(disk => GlancesMapping.IsArray(disk))
            ? await TryReadAsync(api, "raid", GlancesJson.Default.DictionaryStringGlancesArray, cancellationToken).ConfigureAwait(false)
            : null;
        return GlancesMapping.Disks(integration.Name, disks, arrays ?? []);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Sensor>> SensorsAsync(CancellationToken cancellationToken)
    {
        var api = await ApiAsync(cancellationToken).ConfigureAwait(false);
        return GlancesMapping.Sensors(integration.Name, await TryReadAsync(api, "sensors", GlancesJson.Default.GlancesSensorArray, cancellationToken).ConfigureAwait(false) ?? []);
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    /// <summary>Finds out which API there is: version 3 does not know the path of version 4, nor the other way round.</summary>
    private async Task<GlancesApi> ApiAsync(CancellationToken cancellationToken)
    {
        if (known is { } api)
        {
            return api;
        }

        var status = await GetAsync("/api/4/status", cancellationToken).ConfigureAwait(false);
        if (status.Status != HttpStatusCode.NotFound)
        {
            return known = new("/api/4", status.Json(GlancesJson.Default.GlancesStatus).Version);
        }

        api = new("/api/3", null);
        await ReadAsync(api, "system", GlancesJson.Default.GlancesSystem, cancellationToken).ConfigureAwait(false);
        return known = api;
    }

    private async Task<T> ReadAsync<T>(GlancesApi api, string plugin, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : notnull
    {
        var answer = await GetAsync($"{api.Path}/{plugin}", cancellationToken).ConfigureAwait(false);
        if (answer.Status == HttpStatusCode.NotFound)
        {
            // It was updated, and speaks the other version now: the next call finds out.
            known = null;
        }

        return answer.Json(type);
    }

    /// <summary>Reads a plugin that may be off: then the answer is 400, as HTML in version 3.</summary>
    private async Task<T?> TryReadAsync<T>(GlancesApi api, string plugin, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var answer = await GetAsync($"{api.Path}/{plugin}", cancellationToken).ConfigureAwait(false);
        return answer.Status == HttpStatusCode.BadRequest ? null : answer.Json(type);
    }

    private Task<ServiceResponse> GetAsync(string path, CancellationToken cancellationToken) =>
        http.ReadAsync(() => new(HttpMethod.Get, path) { Headers = { Authorization = authorization } }, cancellationToken);

    private sealed record GlancesApi(string Path, string? Version);
}
