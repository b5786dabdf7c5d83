using Dapper;

namespace HomeDash;

/// <summary>The invites table. An invite that was accepted is deleted; one that has expired, when the next is made.</summary>
internal sealed class InviteStore(HouseData data, TimeProvider clock)
{
    private const string Invites =
        """
        SELECT invites.id, note, users.name AS created_by, invites.created_at, expires_at, token_sha256
        FROM invites LEFT JOIN users ON users.id = invites.created_by
        """;

    /// <summary>The invites that can be accepted, the newest first.</summary>
    public async Task<IReadOnlyList<Invite>> AllAsync(CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var rows = (await connection.QueryAsync<InviteRow>(new(
            $"{Invites} WHERE expires_at > @now ORDER BY invites.created_at DESC, invites.id", new { now = clock.GetUtcNow() }, cancellationToken: cancellationToken)).ConfigureAwait(false)).AsList();
        var groups = (await connection.QueryAsync<(string Invite, string Name)>(new(
            "SELECT invite_id, user_groups.name FROM invite_groups JOIN user_groups ON user_groups.id = group_id ORDER BY user_groups.name", cancellationToken: cancellationToken)).ConfigureAwait(false))
            .ToLookup(row => row.Invite, row => row.Name);
        return [.. rows.Select(row => row.ToInvite([.. groups[row.Id]]))];
    }

    /// <summary>Whether an invite with this id and token can be accepted now; takes as long when there is none.</summary>
    public async Task<bool> IsOpenAsync(string id, string token, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var row = await connection.QuerySingleOrDefaultAsync<InviteRow>(new(
            $"{Invites} WHERE invites.id = @id AND expires_at > @now", new { id, now = clock.GetUtcNow() }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return KeyText.Matches(token, row?.TokenSha256);
    }

    public async Task AddAsync(Invite invite, string hash, string? creatorId, IReadOnlyList<string> groupIds, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new("DELETE FROM invites WHERE expires_at <= @now", new { now = clock.GetUtcNow() }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        await connection.ExecuteAsync(new(
            "INSERT INTO invites (id, token_sha256, note, created_by, created_at, expires_at) VALUES (@Id, @hash, @Note, @creatorId, @CreatedAt, @ExpiresAt)",
            new { invite.Id, hash, invite.Note, creatorId, invite.CreatedAt, invite.ExpiresAt }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        foreach (var groupId in groupIds)
        {
            await connection.ExecuteAsync(new(
                "INSERT INTO invite_groups (invite_id, group_id) VALUES (@Id, @groupId) ON CONFLICT DO NOTHING", new { invite.Id, groupId }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        }
    }

    /// <summary>Puts a user into the groups of an invite.</summary>
    public async Task JoinGroupsAsync(string id, string userId, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new(
            "INSERT INTO group_members (group_id, user_id) SELECT group_id, @userId FROM invite_groups WHERE invite_id = @id", new { id, userId }, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Deletes an invite.</summary>
    /// <returns>False when somebody else was faster.</returns>
    public async Task<bool> DeleteAsync(string id, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        return await connection.ExecuteAsync(new("DELETE FROM invites WHERE id = @id", new { id }, cancellationToken: cancellationToken)).ConfigureAwait(false) > 0;
    }

    private sealed record InviteRow(string Id, string? Note, string? CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, string TokenSha256)
    {
        public Invite ToInvite(IReadOnlyList<string> groups) => new(Id, Note, groups, CreatedBy, CreatedAt, ExpiresAt);
    }
}
