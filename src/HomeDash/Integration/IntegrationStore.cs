using Dapper;
using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.Logging;

namespace HomeDash;

/// <summary>The integrations table.</summary>
internal sealed partial class IntegrationStore(HouseData data, CredentialBox box, TimeProvider clock, ILogger<IntegrationStore> logger)
{
    public async Task<IReadOnlyList<Integration>> AllAsync(CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var rows = await connection.QueryAsync<Row>(new(
            "SELECT id, name, kind, url, href, fingerprint, credentials, origin FROM integrations ORDER BY created_at, id", cancellationToken: cancellationToken)).ConfigureAwait(false);
        return [.. rows.Select(Read)];
    }

    /// <exception cref="ProcedureException">Another one is called that.</exception>
    public async Task AddAsync(Integration integration, CancellationToken cancellationToken)
    {
        await RefuseTakenNameAsync(integration, cancellationToken).ConfigureAwait(false);
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new(
            """
            INSERT INTO integrations (id, name, kind, url, href, fingerprint, credentials, origin, created_at)
            VALUES (@Id, @Name, @Kind, @Url, @Href, @Fingerprint, @Sealed, 'user', @now)
            """,
            Values(integration), cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    /// <exception cref="ProcedureException">Another one is called that.</exception>
    public async Task UpdateAsync(Integration integration, CancellationToken cancellationToken)
    {
        await RefuseTakenNameAsync(integration, cancellationToken).ConfigureAwait(false);
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new(
            "UPDATE integrations SET name = @Name, url = @Url, href = @Href, fingerprint = @Fingerprint, credentials = @Sealed WHERE id = @Id",
            Values(integration), cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new("DELETE FROM integrations WHERE id = @id", new { id }, cancellationToken: cancellationToken)).ConfigureAwait(false);
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
                Values(found), cancellationToken: cancellationToken)).ConfigureAwait(false);
        }
    }

    private object Values(Integration integration) => new
    {
        integration.Id,
        integration.Name,
        integration.Kind,
        integration.Url,
        integration.Href,
        integration.Fingerprint,
        Sealed = box.Seal(integration.Credentials),
        now = clock.GetStorableNow(),
    };

    private Integration Read(Row row)
    {
        var integration = new Integration(row.Id, row.Name, row.Kind, row.Url) { Href = row.Href, Fingerprint = row.Fingerprint, FromEnvironment = row.Origin == "environment" };
        try
        {
            return integration with { Credentials = box.Unseal(row.Credentials) };
        }
        catch (SecretUnreadableException unreadable)
        {
            // Where it is used it says so; the other integrations go on.
            LogUnreadable(integration.Name, unreadable.Message);
            return integration with { Credentials = Credentials.Unreadable };
        }
    }

    private async Task RefuseTakenNameAsync(Integration integration, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var names = await connection.QueryAsync<string>(new("SELECT name FROM integrations WHERE id <> @Id", new { integration.Id }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        if (names.Any(name => string.Equals(name, integration.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw ProcedureErrors.AlreadyExists($"There is an integration called '{integration.Name}' already. Choose another name.");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The credentials of the integration {Name} are left out. {Reason}")]
    private partial void LogUnreadable(string name, string reason);

    private sealed record Row(string Id, string Name, string Kind, string Url, string? Href, string? Fingerprint, string? Credentials, string Origin);
}
