using System.ComponentModel.DataAnnotations;
using HomeDash.Generated;
using HomeDash.Procedures;
using HomeDash.Storage;

namespace HomeDash;

/// <summary>Groups: what their members may do.</summary>
[Router("group")]
internal sealed class GroupRouter(GroupStore groups, UserStore people, PermissionList declared, Ids ids)
{
    /// <summary>Lists the groups in the order of their names, with how many members and permissions each has.</summary>
    [Query(UserPermissions.Administrator)]
    public async Task<Page<UserGroup>> List(CancellationToken cancellationToken)
    {
        var all = await groups.AllAsync(cancellationToken).ConfigureAwait(false);
        return new(all, all.Count);
    }

    /// <summary>Returns one group with its members, its permissions and the access to single things that it gives.</summary>
    /// <param name="group">Its name or id, as group.list shows them.</param>
    [Query(UserPermissions.Administrator)]
    public Task<GroupDetails> Get(GroupRef group, CancellationToken cancellationToken) => groups.GetAsync(group.Resolved!.Id, cancellationToken);

    /// <summary>Lists every permission there is, with what it allows and the procedures that need it.</summary>
    [Query(UserPermissions.Administrator, Title = "List permissions")]
    public Page<PermissionInfo> Permissions()
    {
        var all = declared.All();
        return new(all, all.Count);
    }

    /// <summary>Adds a group, which has no members and gives no permissions yet.</summary>
    /// <param name="name">What people call it. Upper and lower case are the same.</param>
    [Mutation(UserPermissions.Administrator, Effect.Create)]
    public async Task<GroupDetails> Create([StringLength(64, MinimumLength = 1)] string name, ProcedureContext context, CancellationToken cancellationToken)
    {
        var id = ids.New();
        await groups.AddAsync(id, GroupRules.Name(name), cancellationToken).ConfigureAwait(false);
        var made = await groups.GetAsync(id, cancellationToken).ConfigureAwait(false);
        context.Changes.Created("group", id, made, GroupDetailsJson.Write);
        return made;
    }

    /// <summary>Renames a group. Those that came with HomeDash keep their names.</summary>
    /// <param name="group">Its name or id, as group.list shows them.</param>
    /// <param name="name">What people shall call it. Upper and lower case are the same.</param>
    [Mutation(UserPermissions.Administrator, Effect.Change, Idempotent = true)]
    public async Task<GroupDetails> Update(GroupRef group, [StringLength(64, MinimumLength = 1)] string name, ProcedureContext context, CancellationToken cancellationToken)
    {
        var before = await GetAsync(group, cancellationToken).ConfigureAwait(false);
        GroupRules.RequireOwn(before);
        await groups.RenameAsync(before.Id, GroupRules.Name(name), cancellationToken).ConfigureAwait(false);
        return await ChangedAsync(before, context, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a group and returns what it was. Its members lose what only it gave them, from the next call on. Those that came with HomeDash stay.</summary>
    /// <param name="group">Its name or id, as group.list shows them.</param>
    [Mutation(UserPermissions.Administrator, Effect.Destroy)]
    public async Task<GroupDetails> Delete([Needs(Access.Full)] GroupRef group, ProcedureContext context, CancellationToken cancellationToken)
    {
        var before = await GetAsync(group, cancellationToken).ConfigureAwait(false);
        GroupRules.RequireOwn(before);
        await groups.DeleteAsync(before.Id, cancellationToken).ConfigureAwait(false);
        context.Changes.Deleted("group", before.Id, before, GroupDetailsJson.Write);
        return before;
    }

    /// <summary>Adds users to a group: from their next call on they may what it may. Those who belong to it already stay as they are.</summary>
    /// <param name="group">Its name or id, as group.list shows them.</param>
    /// <param name="users">The users' names or ids, as user.list shows them.</param>
    [Mutation(UserPermissions.Administrator, Effect.Change, Idempotent = true)]
    public async Task<GroupDetails> AddMembers(
        GroupRef group, [MinLength(1), MaxLength(100)] IReadOnlyList<UserRef> users, ProcedureContext context, CancellationToken cancellationToken)
    {
        var before = await GetAsync(group, cancellationToken).ConfigureAwait(false);
        GroupRules.RequireMembership(before);
        await groups.AddMembersAsync(before.Id, users.Select(user => user.Resolved!.Id), cancellationToken).ConfigureAwait(false);
        return await ChangedAsync(before, context, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes users out of a group: from their next call on they may no longer what only it gave them. The last administrator who can sign in stays one.</summary>
    /// <param name="group">Its name or id, as group.list shows them.</param>
    /// <param name="users">The users' names or ids, as user.list shows them.</param>
    [Mutation(UserPermissions.Administrator, Effect.Change, Idempotent = true)]
    public async Task<GroupDetails> RemoveMembers(
        GroupRef group, [MinLength(1), MaxLength(100)] IReadOnlyList<UserRef> users, ProcedureContext context, CancellationToken cancellationToken)
    {
        var before = await GetAsync(group, cancellationToken).ConfigureAwait(false);
        GroupRules.RequireMembership(before);
        await groups.RemoveMembersAsync(before.Id, users.Select(user => user.Resolved!.Id), cancellationToken).ConfigureAwait(false);
        var after = await ChangedAsync(before, context, cancellationToken).ConfigureAwait(false);
        if (before.Id == BuiltInGroups.Administrators && after.Members.Count < before.Members.Count)
        {
            await people.RequireAdministratorAsync(string.Join(", ", before.Members.Except(after.Members).Select(member => member.Name)), cancellationToken).ConfigureAwait(false);
        }

        return after;
    }

    /// <summary>Gives a group more permissions; its members hold them from their next call on. What it gives already stays.</summary>
    /// <param name="group">Its name or id, as group.list shows them.</param>
    /// <param name="permissions">The permissions' names, as group.permissions shows them.</param>
    [Mutation(UserPermissions.Administrator, Effect.Change, Idempotent = true)]
    public async Task<GroupDetails> GrantPermissions(
        GroupRef group, [MinLength(1), MaxLength(200)] IReadOnlyList<string> permissions, ProcedureContext context, CancellationToken cancellationToken)
    {
        var before = await GetAsync(group, cancellationToken).ConfigureAwait(false);
        GroupRules.RequirePermissions(before);
        declared.RequireGrantable(permissions);
        await groups.GrantAsync(before.Id, permissions, cancellationToken).ConfigureAwait(false);
        return await ChangedAsync(before, context, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes permissions from a group; members who do not hold them otherwise lose them from their next call on.</summary>
    /// <param name="group">Its name or id, as group.list shows them.</param>
    /// <param name="permissions">The permissions' names, as group.get shows them.</param>
    [Mutation(UserPermissions.Administrator, Effect.Change, Idempotent = true)]
    public async Task<GroupDetails> RevokePermissions(
        GroupRef group, [MinLength(1), MaxLength(200)] IReadOnlyList<string> permissions, ProcedureContext context, CancellationToken cancellationToken)
    {
        var before = await GetAsync(group, cancellationToken).ConfigureAwait(false);
        GroupRules.RequirePermissions(before);
        declared.RequireKnown(permissions, before.Permissions);
        await groups.RevokeAsync(before.Id, permissions, cancellationToken).ConfigureAwait(false);
        return await ChangedAsync(before, context, cancellationToken).ConfigureAwait(false);
    }

    private Task<GroupDetails> GetAsync(GroupRef group, CancellationToken cancellationToken) => groups.GetAsync(group.Resolved!.Id, cancellationToken);

    /// <summary>The group as it is now; reported when it is not as it was, and with it the users whom that made administrators or not.</summary>
    private async Task<GroupDetails> ChangedAsync(GroupDetails before, ProcedureContext context, CancellationToken cancellationToken)
    {
        var after = await groups.GetAsync(before.Id, cancellationToken).ConfigureAwait(false);
        if (before.Name == after.Name && before.Members.SequenceEqual(after.Members) && before.Permissions.SequenceEqual(after.Permissions))
        {
            return after;
        }

        context.Changes.Updated("group", after.Id, before, after, GroupDetailsJson.Write);
        if (after.Id == BuiltInGroups.Administrators)
        {
            foreach (var member in before.Members.Except(after.Members).Concat(after.Members.Except(before.Members)))
            {
                var user = await people.GetAsync(member.Id, cancellationToken).ConfigureAwait(false);
                context.Changes.Updated("user", user.Id, user with { Administrator = !user.Administrator }, user, UserJson.Write);
            }
        }

        return after;
    }
}
