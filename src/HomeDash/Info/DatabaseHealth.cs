using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash;

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseHealth(HouseWork work) : IHealthPart
{
    public string Name => "database";

    public async Task<(HealthStatus Status, string Message)> CheckAsync(CancellationToken cancellationToken)
    {
        await work.ReadAsync(async services =>
        {
            var connection = await services.GetRequiredService<HouseData>().ConnectionAsync(cancellationToken).ConfigureAwait(false);
            return await connection.ExecuteScalarAsync<int>(new("SELECT 1", cancellationToken: cancellationToken)).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return (HealthStatus.Ok, "It answers.");
    }
}
