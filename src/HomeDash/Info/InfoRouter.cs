using System.Reflection;
using System.Runtime.InteropServices;
using HomeDash.Procedures;
using HomeDash.Storage;

namespace HomeDash;

/// <summary>HomeDash itself.</summary>
[Router("info")]
internal sealed class InfoRouter(HealthCheck health, Uptime uptime, Database database)
{
    private static readonly string Version =
        typeof(InfoRouter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Tells HomeDash's version, how long it has been running, what it keeps its data in, and how it is.</summary>
    [Query(InfoPermissions.View)]
    public async Task<HouseInfo> Get(CancellationToken cancellationToken)
    {
        var now = await health.CheckAsync(cancellationToken).ConfigureAwait(false);
        return new(Version, uptime.StartedAt, uptime.Elapsed, RuntimeInformation.FrameworkDescription, database.Dialect, now.Status);
    }

    /// <summary>Checks each part of HomeDash and tells how it is.</summary>
    [Query(InfoPermissions.View, Title = "Check health")]
    public Task<HouseHealth> Health(CancellationToken cancellationToken) => health.CheckAsync(cancellationToken);
}
