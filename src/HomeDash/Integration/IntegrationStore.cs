using Dapper;
using HomeDash.Storage;

namespace HomeDash;

/// <summary>The integrations table.</summary>
internal sealed class IntegrationStore(HouseData data, Ids ids, TimeProvider clock)
{
    public async Task<IReadOnlyList<Integration>> AllAsync(CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        return (await connection.QueryAsync<Integration>(new(
            "SELECT id, name, kind, url FROM integrations ORDER BY created_at, id", cancellationToken: cancellationToken)).ConfigureAwait(false)).AsList();
    }

    /// <summary>
    /// Makes the integration that the environment configures follow it: added, pointed elsewhere, or removed with the
    /// variable. It keeps its id, and the name a person gave it, while it is there.
    /// </summary>
    public async Task FollowEnvironmentAsync(string kind, (string Name, string Url)? found, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        if (found is not var (name, url))
        {
            await connection.ExecuteAsync(new("DELETE FROM integrations WHERE origin = 'environment' AND kind = @kind", new { kind }, cancellationToken: cancellationToken)).ConfigureAwait(false);
            return;
        }

        var updated = await connection.ExecuteAsync(new(
            "UPDATE integrations SET url = @url WHERE origin = 'environment' AND kind = @kind", new { kind, url }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        if (updated == 0)
        {
            await connection.ExecuteAsync(new(
                "INSERT INTO integrations (id, name, kind, url, origin, created_at) VALUES (@id, @name, @kind, @url, 'environment', @now)",
                new { id = ids.New(), name, kind, url, now = clock.GetStorableNow() }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        }
    }
}
