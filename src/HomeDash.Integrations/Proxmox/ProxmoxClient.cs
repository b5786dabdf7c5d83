using System.Text.Json.Serialization.Metadata;

namespace HomeDash.Integrations.Proxmox;

/// <summary>Proxmox VE's API 2, read with an API token.</summary>
/// <param name="http">HTTP with it.</param>
/// <param name="integration">What people call it.</param>
/// <param name="token">USER@REALM!TOKENID=SECRET.</param>
internal sealed class ProxmoxClient(ServiceHttp http, string integration, string token) : ICluster, IIntegrationClient, IDisposable
{
    /// <inheritdoc/>
    public async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken)
    {
        var version = await VersionAsync(cancellationToken).ConfigureAwait(false);
        await ResourcesAsync(cancellationToken).ConfigureAwait(false);
        return new("Proxmox VE", version.Version);
    }

    /// <inheritdoc/>
    public async Task<ClusterState> ClusterAsync(CancellationToken cancellationToken)
    {
        var version = await VersionAsync(cancellationToken).ConfigureAwait(false);
        return ProxmoxMapping.Cluster(integration, version.Version, await ResourcesAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private Task<ProxmoxVersion> VersionAsync(CancellationToken cancellationToken) => ReadAsync("/version", ProxmoxJson.Default.ProxmoxAnswerProxmoxVersion, cancellationToken);

    /// <summary>A token without rights is no error to Proxmox: it sees a cluster without nodes.</summary>
    private async Task<IReadOnlyList<ProxmoxResource>> ResourcesAsync(CancellationToken cancellationToken)
    {
        var resources = await ReadAsync("/cluster/resources", ProxmoxJson.Default.ProxmoxAnswerProxmoxResourceArray, cancellationToken).ConfigureAwait(false);
        return resources.Any(resource => resource.Type == "node")
            ? resources
            : throw http.Errors.PermissionRefused("The token sees no node: give it the role PVEAuditor on /, to the token itself when its privileges are separated.");
    }

    private async Task<T> ReadAsync<T>(string path, JsonTypeInfo<ProxmoxAnswer<T>> type, CancellationToken cancellationToken)
    {
        var answer = await http.ReadAsync(
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Get, "/api2/json" + path);
                request.Headers.TryAddWithoutValidation("Authorization", $"PVEAPIToken={token}");
                return request;
            },
            cancellationToken).ConfigureAwait(false);
        return answer.Json(type).Data;
    }
}
