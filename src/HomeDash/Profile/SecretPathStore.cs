using Dapper;

namespace HomeDash;

/// <summary>The secret_paths table.</summary>
internal sealed class SecretPathStore(HouseData data) : IUsedKeys
{
    private const string Paths =
        """
        SELECT secret_paths.id, secret_paths.name, users.name AS owner, profile, read_only, secret_paths.created_at, expires_at, last_used_at,
          users.id AS owner_id, users.disabled AS owner_disabled, token_sha256
        FROM secret_paths JOIN users ON users.id = secret_paths.user_id
        """;

    /// <summary>The secret paths of one user, or of all when null, expired ones too.</summary>
    public async Task<IReadOnlyList<SecretPath>> ListAsync(string? ownerId, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var condition = ownerId is null ? "" : "WHERE user_id = @ownerId";
        var rows = await connection.QueryAsync<SecretPathRow>(new(
            $"{Paths} {condition} ORDER BY secret_paths.created_at, secret_paths.id", new { ownerId }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToPath())];
    }

    /// <summary>The secret path with this id; null when there is none.</summary>
    public async Task<SecretPathRow?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        return await connection.QuerySingleOrDefaultAsync<SecretPathRow>(new($"{Paths} WHERE secret_paths.id = @id", new { id }, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    public async Task AddAsync(SecretPath path, string ownerId, string hash, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new(
            """
            INSERT INTO secret_paths (id, user_id, profile, name, token_sha256, read_only, created_at, expires_at)
            VALUES (@Id, @ownerId, @Profile, @Name, @hash, @ReadOnly, @CreatedAt, @ExpiresAt)
            """,
            new { path.Id, ownerId, path.Profile, path.Name, hash, path.ReadOnly, path.CreatedAt, path.ExpiresAt }, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new("DELETE FROM secret_paths WHERE id = @id", new { id }, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    public async Task DeleteOfProfileAsync(string profile, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new("DELETE FROM secret_paths WHERE profile = @profile", new { profile }, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task UsedAsync(string id, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new(
            "UPDATE secret_paths SET last_used_at = @at WHERE id = @id AND (last_used_at IS NULL OR last_used_at < @at)", new { id, at }, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }
}

/// <summary>A secret path with what only its checking needs.</summary>
internal sealed record SecretPathRow(
    string Id,
    string Name,
    string Owner,
    string Profile,
    bool ReadOnly,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? LastUsedAt,
    string OwnerId,
    bool OwnerDisabled,
    string TokenSha256)
{
    public SecretPath ToPath() => new(Id, Name, Owner, Profile, ReadOnly, CreatedAt, ExpiresAt, LastUsedAt);
}
