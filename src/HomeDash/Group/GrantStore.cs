using Dapper;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The user_grants and group_grants tables: who has which access to what. Takes part in the running unit of work.</summary>
internal sealed class GrantStore(HouseData data)
{
    // What has a name of its own; a grant on anything else is shown by its id.
    private const string NamedTargets = "(SELECT 'app' AS kind, id, name FROM apps UNION ALL SELECT 'integration' AS kind, id, name FROM integrations UNION ALL SELECT 'board' AS kind, id, name FROM boards) AS named";

    /// <summary>Everybody with a grant on a thing, or on everything of its kind: groups first, then users, in the order of their names.</summary>
    /// <param name="kind">What the thing is, for example <c>integration</c>.</param>
    /// <param name="id">Its id, or <c>*</c>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<AccessGrant>> OfTargetAsync(string kind, string id, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var rows = await connection.QueryAsync<(int Holder, string Id, string Name, string TargetId, int Level)>(new(
            """
            SELECT 1, group_id, name, target_id, level
            FROM group_grants JOIN user_groups ON user_groups.id = group_id WHERE target_kind = @kind AND target_id IN (@id, '*')
            UNION ALL
            SELECT 0, user_id, name, target_id, level
            FROM user_grants JOIN users ON users.id = user_id WHERE target_kind = @kind AND target_id IN (@id, '*')
            """,
            new { kind, id }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return
        [
            .. rows.Select(row => new AccessGrant((GrantHolderKind)row.Holder, row.Id, row.Name, (Access)row.Level, row.TargetId == Caller.Everything))
                .OrderByDescending(grant => grant.Holder).ThenBy(grant => grant.Name, StringComparer.OrdinalIgnoreCase).ThenBy(grant => grant.OnAll),
        ];
    }

    /// <summary>Gives a user or a group access to a thing in place of what it had there, or takes it away.</summary>
    /// <param name="holder">Who gets it.</param>
    /// <param name="kind">What the thing is, for example <c>integration</c>.</param>
    /// <param name="id">Its id, or <c>*</c> for everything of the kind.</param>
    /// <param name="level">How far it goes; null takes it away.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task SetAsync(GrantHolder holder, string kind, string id, Access? level, CancellationToken cancellationToken)
    {
        var (table, column) = holder.Kind == GrantHolderKind.Group ? ("group_grants", "group_id") : ("user_grants", "user_id");
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new(
            level is null
                ? $"DELETE FROM {table} WHERE {column} = @holder AND target_kind = @kind AND target_id = @id"
                : $"""
                  INSERT INTO {table} ({column}, target_kind, target_id, level) VALUES (@holder, @kind, @id, @level)
                  ON CONFLICT ({column}, target_kind, target_id) DO UPDATE SET level = excluded.level
                  """,
            new { holder = holder.Id, kind, id, level = (int?)level }, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Takes away everybody's access to a thing that is no more.</summary>
    public async Task ForgetTargetAsync(string kind, string id, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        foreach (var table in new[] { "group_grants", "user_grants" })
        {
            await connection.ExecuteAsync(new($"DELETE FROM {table} WHERE target_kind = @kind AND target_id = @id", new { kind, id }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        }
    }

    /// <summary>What a group may do with single things.</summary>
    public Task<IReadOnlyList<TargetAccess>> OfGroupAsync(string groupId, CancellationToken cancellationToken) => HeldAsync(
        "SELECT target_kind, target_id, level, NULL AS group_name FROM group_grants WHERE group_id = @holder", groupId, cancellationToken);

    /// <summary>What a user may do with single things, by own grants and by those of each group.</summary>
    public Task<IReadOnlyList<TargetAccess>> OfUserAsync(string userId, CancellationToken cancellationToken) => HeldAsync(
        """
        SELECT target_kind, target_id, level, NULL AS group_name FROM user_grants WHERE user_id = @holder
        UNION ALL
        SELECT target_kind, target_id, level, name AS group_name FROM group_grants JOIN user_groups ON user_groups.id = group_id
        WHERE group_id = 'everyone' OR group_id IN (SELECT group_id FROM group_members WHERE user_id = @holder)
        """,
        userId, cancellationToken);

    private async Task<IReadOnlyList<TargetAccess>> HeldAsync(string grants, string holder, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var rows = await connection.QueryAsync<(string Kind, string Id, string? Name, int Level, string? Group)>(new(
            $"""
            SELECT held.target_kind, held.target_id, named.name AS target_name, held.level, held.group_name
            FROM ({grants}) AS held LEFT JOIN {NamedTargets} ON named.kind = held.target_kind AND named.id = held.target_id
            """,
            new { holder }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return
        [
            .. rows.Select(row => new TargetAccess(row.Kind, row.Id, row.Name, (Access)row.Level, row.Group))
                .OrderBy(held => held.Kind, StringComparer.Ordinal).ThenBy(held => held.Name ?? "", StringComparer.OrdinalIgnoreCase)
                .ThenBy(held => held.Id, StringComparer.Ordinal).ThenBy(held => held.Group ?? "", StringComparer.OrdinalIgnoreCase),
        ];
    }
}
