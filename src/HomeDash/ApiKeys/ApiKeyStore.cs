using Dapper;

namespace HomeDash;

/// <summary>The api_keys table.</summary>
internal sealed class ApiKeyStore(HouseData data) : IUsedKeys
{
    private const string Keys =
        """
        SELECT api_keys.id, api_keys.name, users.name AS owner, read_only, api_keys.created_at, last_used_at, revoked_at,
          users.id AS owner_id, users.disabled AS owner_disabled, token_sha256
        FROM api_keys JOIN users ON users.id = api_keys.user_id
        """;

    /// <summary>The keys that are not revoked: of one user, or of all when null.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(string? ownerId, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var condition = ownerId is null ? "" : "AND user_id = @ownerId";
        var rows = await connection.QueryAsync<ApiKeyRow>(new(
            $"{Keys} WHERE revoked_at IS NULL {condition} ORDER BY api_keys.created_at, api_keys.id", new { ownerId }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToKey())];
    }

    /// <summary>The key with this id, revoked or not; null when there is none.</summary>
    public async Task<ApiKeyRow?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        return await connection.QuerySingleOrDefaultAsync<ApiKeyRow>(new($"{Keys} WHERE api_keys.id = @id", new { id }, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    public async Task AddAsync(ApiKey key, string ownerId, string hash, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new(
            """
            INSERT INTO api_keys (id, user_id, name, token_sha256, read_only, created_at)
            VALUES (@Id, @ownerId, @Name, @hash, @ReadOnly, @CreatedAt)
            """,
            new { key.Id, ownerId, key.Name, hash, key.ReadOnly, key.CreatedAt }, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    public async Task RevokeAsync(string id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new("UPDATE api_keys SET revoked_at = @now WHERE id = @id", new { id, now }, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task UsedAsync(string id, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new(
            "UPDATE api_keys SET last_used_at = @at WHERE id = @id AND (last_used_at IS NULL OR last_used_at < @at)", new { id, at }, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }
}

/// <summary>A key with what only its checking needs.</summary>
internal sealed record ApiKeyRow(
    string Id,
    string Name,
    string Owner,
    bool ReadOnly,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? RevokedAt,
    string OwnerId,
    bool OwnerDisabled,
    string TokenSha256)
{
    public ApiKey ToKey() => new(Id, Name, Owner, ReadOnly, CreatedAt, LastUsedAt, RevokedAt);
}
