using System.Text.Json;
using Dapper;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The mcp_sessions table.</summary>
internal sealed class SessionStore(HouseData data)
{
    public async Task<SessionRecord?> FindAsync(string idHash, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var row = await connection.QuerySingleOrDefaultAsync<SessionRow>(new(
            """
            SELECT id_sha256, user_id, key_id, profile, protocol_version, client, client_version, capabilities, log_level, subscriptions, tool_set, created_at, used_at
            FROM mcp_sessions WHERE id_sha256 = @idHash
            """,
            new { idHash }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return row?.ToRecord();
    }

    /// <summary>Keeps a session; does nothing when its user is gone.</summary>
    public async Task KeepAsync(SessionRecord session, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new(
            """
            INSERT INTO mcp_sessions (
              id_sha256, user_id, key_id, profile, protocol_version, client, client_version, capabilities, log_level, subscriptions, tool_set, created_at, used_at)
            SELECT @IdHash, id, @KeyId, @Profile, @ProtocolVersion, @Client, @ClientVersion, @CapabilitiesJson, @LogLevel, @subscriptions, @ToolSet, @CreatedAt, @UsedAt
            FROM users WHERE id = @UserId
            ON CONFLICT (id_sha256) DO UPDATE SET
              key_id = excluded.key_id, log_level = excluded.log_level, subscriptions = excluded.subscriptions, tool_set = excluded.tool_set, used_at = excluded.used_at
            """,
            new
            {
                session.IdHash,
                session.UserId,
                session.KeyId,
                session.Profile,
                session.ProtocolVersion,
                session.Client,
                session.ClientVersion,
                session.CapabilitiesJson,
                session.LogLevel,
                subscriptions = JsonSerializer.Serialize(session.Subscriptions, SessionJson.Default.IReadOnlyListString),
                session.ToolSet,
                session.CreatedAt,
                session.UsedAt,
            },
            cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    public async Task ForgetAsync(string idHash, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new("DELETE FROM mcp_sessions WHERE id_sha256 = @idHash", new { idHash }, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    public async Task ForgetUnusedSinceAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new("DELETE FROM mcp_sessions WHERE used_at < @moment", new { moment }, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    private sealed record SessionRow(
        string IdSha256,
        string UserId,
        string? KeyId,
        string Profile,
        string ProtocolVersion,
        string Client,
        string ClientVersion,
        string Capabilities,
        string? LogLevel,
        string Subscriptions,
        string ToolSet,
        DateTimeOffset CreatedAt,
        DateTimeOffset UsedAt)
    {
        public SessionRecord ToRecord() => new(IdSha256, UserId, Profile, ProtocolVersion, Client, ClientVersion, Capabilities, CreatedAt)
        {
            KeyId = KeyId,
            LogLevel = LogLevel,
            Subscriptions = JsonSerializer.Deserialize(Subscriptions, SessionJson.Default.IReadOnlyListString)!,
            ToolSet = ToolSet,
            UsedAt = UsedAt,
        };
    }
}
