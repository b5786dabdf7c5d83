using HomeDash.Components.Shared;
using HomeDash.Procedures;

namespace HomeDash.Components.Users;

/// <summary>The people who can sign in.</summary>
public sealed partial class UsersPage
{
    private readonly Load<Page<User>> users;

    /// <summary>Made by Blazor.</summary>
    public UsersPage() => users = new(cancellationToken => Caller.User.ListAsync(cancellationToken));

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
        () => Caller.User.UpdateAsync(change.User.Name, change.Administrator, change.Disabled, Gone));
}
