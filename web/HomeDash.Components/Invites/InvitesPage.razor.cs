using HomeDash.Components.Formats;
using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;

namespace HomeDash.Components.Invites;

/// <summary>The invites that nobody has accepted yet.</summary>
public sealed partial class InvitesPage
{
    private readonly Load<Page<Invite>> invites;

    /// <summary>Made by Blazor.</summary>
    public InvitesPage() => invites = new(cancellationToken => Caller.Invite.ListAsync(cancellationToken));

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => KeepFreshAsync("invite", RefreshAsync);

    /// <inheritdoc/>
    protected override Task RefreshAsync() => RefreshAsync(invites);

    private async Task CreateAsync()
    {
        await Dialogs.OpenAsync<NewInviteDialog>("Invite somebody", [], Questions.Look);
        await RefreshAsync();
    }

    private Task DeleteAsync(Invite invite) => ChangeAsync(
        new("Delete this invite?", "Its link does not work any more. Accounts that were made stay.", "Delete invite"),
        () => Caller.Invite.DeleteAsync(invite.Id, Gone));

    private static string Described(Invite invite) => invite.Groups.Count == 0 ? "Everyone" : string.Join(", ", invite.Groups);

    private string Left(Invite invite) => invite.ExpiresAt - Time.GetUtcNow() is { Ticks: > 0 } left ? $"Open for {Words.Since(left)}" : "Expired";
}
