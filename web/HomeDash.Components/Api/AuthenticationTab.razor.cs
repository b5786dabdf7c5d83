using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace HomeDash.Components.Api;

/// <summary>The API keys: made, seen, revoked.</summary>
public sealed partial class AuthenticationTab
{
    private readonly Load<Page<ApiKey>> keys;
    private string? problem;

    /// <summary>Made by Blazor.</summary>
    public AuthenticationTab() => keys = new(cancellationToken => Caller.ApiKeys.ListAsync(cancellationToken));

    /// <summary>Called with a key that was just made.</summary>
    [Parameter]
    public EventCallback<string> Created { get; set; }

    [Inject]
    private HomeDashCaller Caller { get; set; } = null!;

    [Inject]
    private DialogService Dialogs { get; set; } = null!;

    [Inject]
    private Questions Questions { get; set; } = null!;

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => KeepFreshAsync("apiKeys", RefreshAsync);

    private async Task RefreshAsync()
    {
        await keys.RunAsync(Gone);
        StateHasChanged();
    }

    private async Task CreateAsync()
    {
        if (await Dialogs.OpenAsync<NewKeyDialog>("Create API key", [], Questions.Look) is string key)
        {
            await Created.InvokeAsync(key);
        }

        await RefreshAsync();
    }

    private async Task RevokeAsync(ApiKey key)
    {
        if (!await Questions.ConfirmAsync(new($"Revoke {key.Name}?", "Whoever uses this key is refused from the next call on. It cannot be had back.", "Revoke key")))
        {
            return;
        }

        try
        {
            await Caller.ApiKeys.RevokeAsync(key.Id, Gone);
            problem = null;
        }
        catch (ProcedureException failure)
        {
            problem = failure.Error.Message;
        }

        await RefreshAsync();
    }
}
