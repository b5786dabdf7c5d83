using Dapper;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The groups with their members and permissions.</summary>
internal sealed class GroupStore(HouseData data, GrantStore grants)
{
    private const string Groups =
        """
        SELECT id, name, id IN ('administrators', 'everyone') AS built_in,
          CASE WHEN id = 'everyone' THEN (SELECT COUNT(*) FROM users) ELSE (SELECT COUNT(*) FROM group_members WHERE group_id = user_groups.id) END AS members,
          (SELECT COUNT(*) FROM group_permissions WHERE group_id = user_groups.id) AS permissions
        FROM user_groups
        """;

    /// <summary>All groups in the order of their names.</summary>
    public async Task<IReadOnlyList<UserGroup>> AllAsync(CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var groups = await connection.QueryAsync<UserGroup>(new(Groups, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return [.. groups.OrderBy(group => group.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The groups that a user belongs to, in the order of their names; <c>everyone</c> is one of them.</summary>
    public async Task<IReadOnlyList<string>> NamesOfUserAsync(string userId, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var names = await connection.QueryAsync<string>(new(
            "SELECT name FROM user_groups WHERE id = 'everyone' OR id IN (SELECT group_id FROM group_members WHERE user_id = @userId)",
            new { userId }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return [.. names.Order(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The group with this id and everything it gives.</summary>
    /// <exception cref="ProcedureException">It was deleted in the meantime.</exception>
    public async Task<GroupDetails> GetAsync(string id, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var group = await connection.QuerySingleOrDefaultAsync<UserGroup>(new($"{Groups} WHERE id = @id", new { id }, cancellationToken: cancellationToken)).ConfigureAwait(false)
            ?? throw ProcedureErrors.NotFound(GroupRef.Noun, id, [], new("group.list", Why: "It lists the groups there are."));
        var members = await connection.QueryAsync<GroupMember>(new(
            id == BuiltInGroups.Everyone
                ? "SELECT id, name FROM users ORDER BY name_key"
                : "SELECT id, name FROM users WHERE id IN (SELECT user_id FROM group_members WHERE group_id = @id) ORDER BY name_key",
            new { id }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        var permissions = await connection.QueryAsync<string>(new(
            "SELECT permission FROM group_permissions WHERE group_id = @id", new { id }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return new(
            group.Id, group.Name, group.BuiltIn, members.AsList(), [.. permissions.Order(StringComparer.Ordinal)],
            await grants.OfGroupAsync(id, cancellationToken).ConfigureAwait(false));
    }

    /// <exception cref="ProcedureException">Another group is called that already.</exception>
    public async Task AddAsync(string id, string name, CancellationToken cancellationToken)
    {
        await RefuseTakenAsync(id, name, cancellationToken).ConfigureAwait(false);
        await ExecuteAsync("INSERT INTO user_groups (id, name) VALUES (@id, @name)", new { id, name }, cancellationToken).ConfigureAwait(false);
    }

    /// <exception cref="ProcedureException">Another group is called that already.</exception>
    public async Task RenameAsync(string id, string name, CancellationToken cancellationToken)
    {
        await RefuseTakenAsync(id, name, cancellationToken).ConfigureAwait(false);
        await ExecuteAsync("UPDATE user_groups SET name = @name WHERE id = @id", new { id, name }, cancellationToken).ConfigureAwait(false);
    }

    public Task DeleteAsync(string id, CancellationToken cancellationToken) => ExecuteAsync("DELETE FROM user_groups WHERE id = @id", new { id }, cancellationToken);

    public Task AddMembersAsync(string id, IEnumerable<string> userIds, CancellationToken cancellationToken) => ExecuteAsync(
        "INSERT INTO group_members (group_id, user_id) VALUES (@id, @userId) ON CONFLICT DO NOTHING", userIds.Select(userId => new { id, userId }), cancellationToken);

    public Task RemoveMembersAsync(string id, IEnumerable<string> userIds, CancellationToken cancellationToken) => ExecuteAsync(
        "DELETE FROM group_members WHERE group_id = @id AND user_id = @userId", userIds.Select(userId => new { id, userId }), cancellationToken);

    public Task GrantAsync(string id, IEnumerable<string> permissions, CancellationToken cancellationToken) => ExecuteAsync(
        "INSERT INTO group_permissions (group_id, permission) VALUES (@id, @permission) ON CONFLICT DO NOTHING", permissions.Select(permission => new { id, permission }), cancellationToken);

    public Task RevokeAsync(string id, IEnumerable<string> permissions, CancellationToken cancellationToken) => ExecuteAsync(
        "DELETE FROM group_permissions WHERE group_id = @id AND permission = @permission", permissions.Select(permission => new { id, permission }), cancellationToken);

    // There is one writer at a time, in this process and all others: what is not there now is not there in the next line.
    private async Task RefuseTakenAsync(string id, string name, CancellationToken cancellationToken)
    {
        var others = (await AllAsync(cancellationToken).ConfigureAwait(false)).Where(group => group.Id != id);
        if (others.FirstOrDefault(group => group.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } taken)
        {
            throw ProcedureErrors.AlreadyExists($"There is a group called '{taken.Name}' already. Choose another name.");
        }
    }

    private async Task ExecuteAsync(string sql, object values, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new(sql, values, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }
}
