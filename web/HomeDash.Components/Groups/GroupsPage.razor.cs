using HomeDash.Components.Formats;
using HomeDash.Components.Shared;
using HomeDash.Procedures;

namespace HomeDash.Components.Groups;

/// <summary>The groups: made, renamed, deleted, with who belongs to them and what they give.</summary>
public sealed partial class GroupsPage
{
    private readonly Load<Page<UserGroup>> groups;

    /// <summary>Made by Blazor.</summary>
    public GroupsPage() => groups = new(cancellationToken => Caller.Group.ListAsync(cancellationToken));

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await KeepFreshAsync("group", RefreshAsync);
        if (Alive)
        {
            // A user who comes or goes changes how many belong to a group.
            Follow("user", RefreshAsync);
        }
    }

    /// <inheritdoc/>
    protected override Task RefreshAsync() => RefreshAsync(groups);

    private async Task EditAsync(UserGroup? group)
    {
        var title = group is null ? "Add group" : $"Rename {group.Name}";
        await Dialogs.OpenAsync<GroupDialog>(title, new() { [nameof(GroupDialog.Group)] = group }, Questions.Look);
        await RefreshAsync();
    }

    private Task DeleteAsync(UserGroup group) => ChangeAsync(
        new(
            $"Delete {group.Name}?",
            $"{Words.Count(group.Members, "member")} will lose what only this group gives, from the next call on. The users themselves stay.",
            "Delete group"),
        () => Caller.Group.DeleteAsync(new GroupRef(group.Id), Gone));

    private Task ShowMembersAsync(UserGroup group) => AssignAsync(
        $"Members of {group.Name}",
        "Members may do what the group may, from their next call on.",
        "Search users",
        async cancellationToken =>
        {
            var details = await Caller.Group.GetAsync(new GroupRef(group.Id), cancellationToken);
            var users = await Caller.User.ListAsync(cancellationToken);
            return new([.. users.Items.Select(user => new Choice(user.Id, user.Name, details.Members.Any(member => member.Id == user.Id)))], []);
        },
        async (added, removed) =>
        {
            if (added.Count > 0)
            {
                await Caller.Group.AddMembersAsync(new GroupRef(group.Id), [.. added.Select(id => new UserRef(id))], Gone);
            }

            if (removed.Count > 0)
            {
                await Caller.Group.RemoveMembersAsync(new GroupRef(group.Id), [.. removed.Select(id => new UserRef(id))], Gone);
            }
        });

    private Task ShowPermissionsAsync(UserGroup group) => AssignAsync(
        $"Permissions of {group.Name}",
        "Members hold what is ticked, from their next call on.",
        "Search permissions",
        async cancellationToken =>
        {
            var details = await Caller.Group.GetAsync(new GroupRef(group.Id), cancellationToken);
            var declared = await Caller.Group.PermissionsAsync(cancellationToken);
            return new([.. PermissionChoices.Of(declared.Items, details.Permissions)], details.Access);
        },
        async (added, removed) =>
        {
            if (added.Count > 0)
            {
                await Caller.Group.GrantPermissionsAsync(new GroupRef(group.Id), added, Gone);
            }

            if (removed.Count > 0)
            {
                await Caller.Group.RevokePermissionsAsync(new GroupRef(group.Id), removed, Gone);
            }
        });

    private async Task AssignAsync(
        string title, string lead, string label, Func<CancellationToken, Task<Assignment>> read, Func<IReadOnlyList<string>, IReadOnlyList<string>, Task> save)
    {
        await AssignmentDialog.OpenAsync(Dialogs, title, lead, label, read, save);
        await RefreshAsync();
    }
}
