using Dapper;

namespace HomeDash;

/// <summary>The integrations table.</summary>
internal sealed class IntegrationStore(HouseData data, TimeProvider clock)
{
    public async Task<IReadOnlyList<Integration>> AllAsync(CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        return (await connection.QueryAsync<Integration>(new(
            "SELECT id, name, kind, url FROM integrations ORDER BY created_at, id", cancellationToken: cancellationToken)).ConfigureAwait(false)).AsList();
    }

    /// <summary>
    /// Makes the integration that the environment configures follow it: added, pointed elsewhere, or removed with the
    /// variable. While it is there it keeps its id, and the name a person may have given it.
    /// </summary>
    /// <param name="kind">Which service.</param>
    /// <param name="found">What the environment says now; null when it says nothing.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task FollowEnvironmentAsync(string kind, Integration? found, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new(
            "DELETE FROM integrations WHERE origin = 'environment' AND kind = @kind AND id <> @kept", new { kind, kept = found?.Id ?? "" }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        if (found is not null)
        {
            await connection.ExecuteAsync(new(
                """
                INSERT INTO integrations (id, name, kind, url, origin, created_at) VALUES (@Id, @Name, @Kind, @Url, 'environment', @now)
                ON CONFLICT (id) DO UPDATE SET url = excluded.url
                """,
                new { found.Id, found.Name, found.Kind, found.Url, now = clock.GetStorableNow() }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        }
    }
}
