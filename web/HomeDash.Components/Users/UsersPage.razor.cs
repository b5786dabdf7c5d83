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

        try
        {
            await Caller.User.UpdateAsync(new UserRef(change.User.Id), change.Administrator, change.Disabled, Gone);
            problem = null;
        }
        catch (ProcedureException failure)
        {
            problem = failure.Error.Message;
        }

        await RefreshAsync();
    }
}
