using HomeDash.Components.Groups;
using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace HomeDash.Components.Users;

/// <summary>The people who can sign in.</summary>
public sealed partial class UsersPage
{
    private readonly Load<Page<User>> users;
    private string? problem;

    /// <summary>Made by Blazor.</summary>
    public UsersPage() => users = new(cancellationToken => Caller.User.ListAsync(cancellationToken));

    [Inject]
    private HomeDashCaller Caller { get; set; } = null!;

    [Inject]
    private DialogService Dialogs { get; set; } = null!;

    [Inject]
    private ICallerSource Visitor { get; set; } = null!;

    [Inject]
    private Questions Questions { get; set; } = null!;

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => KeepFreshAsync("user", RefreshAsync);

    private async Task RefreshAsync()
    {
        await users.RunAsync(Gone);
        StateHasChanged();
    }

    private async Task CreateAsync()
    {
        await Dialogs.OpenAsync<NewUserDialog>("Add user", [], Questions.Look);
        await RefreshAsync();
    }

    private async Task ChangeAsync(UserChange change)
    {
        if (!await Questions.ConfirmAsync(new($"{change.Title} {change.User.Name}?", change.Consequence, change.Title)))
        {
            return;
        }

        await DoAsync(() => Caller.User.UpdateAsync(new UserRef(change.User.Id), change.Administrator, change.Disabled, Gone));
    }

    private async Task DeleteAsync(User user)
    {
        var own = (await Visitor.GetAsync(Gone)).UserId == user.Id ? " This is you: you are signed out at once." : "";
        if (await Questions.ConfirmAsync(new(
            $"Delete {user.Name}?",
            $"The password, the API keys, the memberships and the access are gone for good. To shut the door only for a while, keep the user out instead.{own}",
            "Delete user")))
        {
            await DoAsync(() => Caller.User.DeleteAsync(new UserRef(user.Id), Gone));
        }
    }

    private async Task DoAsync(Func<Task> act)
    {
        try
        {
            await act();
            problem = null;
        }
        catch (ProcedureException failure)
        {
            problem = failure.Error.Message;
        }

        await RefreshAsync();
    }

    private async Task ShowRightsAsync(User user)
    {
        await Dialogs.OpenAsync<AssignmentDialog>(
            $"Groups and rights of {user.Name}",
            new()
            {
                [nameof(AssignmentDialog.Lead)] = "What a user may do follows from the groups, from the next call on.",
                [nameof(AssignmentDialog.Label)] = "Search groups",
                [nameof(AssignmentDialog.Read)] = (Func<CancellationToken, Task<Assignment>>)(cancellationToken => ReadRightsAsync(user, cancellationToken)),
                [nameof(AssignmentDialog.Save)] = (Func<IReadOnlyList<string>, IReadOnlyList<string>, Task>)((added, removed) => SaveGroupsAsync(user, added, removed)),
            },
            Questions.Look);
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
