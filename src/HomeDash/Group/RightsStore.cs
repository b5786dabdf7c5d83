using System.Collections.Frozen;
using Dapper;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What users may, through their groups and by themselves.</summary>
internal sealed class RightsStore(HouseData data)
{
    private const string GroupsOfUser = "(group_id = 'everyone' OR group_id IN (SELECT group_id FROM group_members WHERE user_id = @userId))";

    public async Task<IReadOnlySet<string>> PermissionsAsync(string userId, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var permissions = await connection.QueryAsync<string>(new(
            $"SELECT DISTINCT permission FROM group_permissions WHERE {GroupsOfUser}", new { userId }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return permissions.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>
    /// Access to single things. Everybody has full access to themself: which procedures of it one may call is up to the
    /// permissions. Everybody knows of the groups that they are in, and sees public boards, signed in or not.
    /// </summary>
    public async Task<IReadOnlyDictionary<(string Kind, string Id), Access>> GrantsAsync(string userId, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var grants = await connection.QueryAsync<Grant>(new(
            $"""
            SELECT target_kind, target_id, MAX(level) AS level
            FROM (
              SELECT target_kind, target_id, level FROM user_grants WHERE user_id = @userId
              UNION ALL
              SELECT target_kind, target_id, level FROM group_grants WHERE {GroupsOfUser}
              UNION ALL
              SELECT 'user', @userId, {(int)Access.Full}
              UNION ALL
              SELECT 'group', id, {(int)Access.Use} FROM user_groups WHERE id = '{BuiltInGroups.Everyone}' OR id IN (SELECT group_id FROM group_members WHERE user_id = @userId)
              UNION ALL
              SELECT 'board', id, {(int)Access.Use} FROM boards WHERE is_public
            ) AS held
            GROUP BY target_kind, target_id
            """,
            new { userId }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return grants.ToFrozenDictionary(grant => (grant.TargetKind, grant.TargetId), grant => (Access)grant.Level);
    }

    /// <summary>What somebody may who is not signed in: see the public boards.</summary>
    public async Task<IReadOnlyDictionary<(string Kind, string Id), Access>> GuestGrantsAsync(CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var shown = await connection.QueryAsync<string>(new("SELECT id FROM boards WHERE is_public", cancellationToken: cancellationToken)).ConfigureAwait(false);
        return shown.ToFrozenDictionary(id => (BoardTargets.Kind, id), _ => Access.Use);
    }

    private sealed record Grant(string TargetKind, string TargetId, int Level);
}
