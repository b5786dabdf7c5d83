using HomeDash.Components.Groups;
using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;

namespace HomeDash.Components.Users;

/// <summary>The people who can sign in.</summary>
public sealed partial class UsersPage
{
    private readonly Load<Page<User>> users;

    /// <summary>Made by Blazor.</summary>
    public UsersPage() => users = new(cancellationToken => Caller.User.ListAsync(cancellationToken));

    [Inject]
    private ICallerSource Visitor { get; set; } = null!;

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => KeepFreshAsync("user", RefreshAsync);

    /// <inheritdoc/>
    protected override Task RefreshAsync() => RefreshAsync(users);

    private async Task CreateAsync()
    {
        await Dialogs.OpenAsync<NewUserDialog>("Add user", [], Questions.Look);
        await RefreshAsync();
    }

    private Task ChangeAsync(UserChange change) => ChangeAsync(
        new($"{change.Title} {change.User.Name}?", change.Consequence, change.Title),
        () => Caller.User.UpdateAsync(new UserRef(change.User.Id), change.Administrator, change.Disabled, Gone));

    private async Task DeleteAsync(User user)
    {
        var own = (await Visitor.GetAsync(Gone)).UserId == user.Id ? " This is you: you are signed out at once." : "";
        await ChangeAsync(
            new(
                $"Delete {user.Name}?",
                $"The password, the API keys, the memberships and the access are gone for good. To shut the door only for a while, keep the user out instead.{own}",
                "Delete user"),
            () => Caller.User.DeleteAsync(new UserRef(user.Id), Gone));
    }

    private async Task ShowRightsAsync(User user)
    {
        await AssignmentDialog.OpenAsync(
            Dialogs,
            $"Groups and rights of {user.Name}",
            "What a user may do follows from the groups, from the next call on.",
            "Search groups",
            cancellationToken => ReadRightsAsync(user, cancellationToken),
            (added, removed) => SaveGroupsAsync(user, added, removed));
        await RefreshAsync();
    }

    private async Task<Assignment> ReadRightsAsync(User user, CancellationToken cancellationToken)
    {
        var details = await Caller.User.GetAsync(new UserRef(user.Id), cancellationToken);
        var groups = await Caller.Group.ListAsync(cancellationToken);
        return new([.. groups.Items.Select(group => new Choice(group.Id, group.Name, details.Groups.Contains(group.Name)) { Fixed = group.Id == BuiltInGroups.Everyone })], details.Access)
        {
            Permissions = details.Permissions,
        };
    }

    private async Task SaveGroupsAsync(User user, IReadOnlyList<string> added, IReadOnlyList<string> removed)
    {
        foreach (var group in added)
        {
            await Caller.Group.AddMembersAsync(new GroupRef(group), [new UserRef(user.Id)], Gone);
        }

        foreach (var group in removed)
        {
            await Caller.Group.RemoveMembersAsync(new GroupRef(group), [new UserRef(user.Id)], Gone);
        }
    }
}
