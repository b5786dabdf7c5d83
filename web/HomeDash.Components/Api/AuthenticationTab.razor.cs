using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;

namespace HomeDash.Components.Api;

/// <summary>The API keys: made, seen, revoked.</summary>
public sealed partial class AuthenticationTab
{
    private readonly Load<Page<ApiKey>> keys;

    /// <summary>Made by Blazor.</summary>
    public AuthenticationTab() => keys = new(cancellationToken => Caller.ApiKeys.ListAsync(cancellationToken));

    /// <summary>Called with a key that was just made.</summary>
    [Parameter]
    public EventCallback<string> Created { get; set; }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => KeepFreshAsync("apiKeys", RefreshAsync);

    /// <inheritdoc/>
    protected override Task RefreshAsync() => RefreshAsync(keys);

    private async Task CreateAsync()
    {
        if (await Dialogs.OpenAsync<NewKeyDialog>("Create API key", [], Questions.Look) is string key)
        {
            await Created.InvokeAsync(key);
        }

        await RefreshAsync();
    }

    private Task RevokeAsync(ApiKey key) => ChangeAsync(
        new($"Revoke {key.Name}?", "Whoever uses this key is refused from the next call on. It cannot be had back.", "Revoke key"),
        () => Caller.ApiKeys.RevokeAsync(key.Id, Gone));
}
