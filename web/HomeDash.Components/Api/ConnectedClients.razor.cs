using HomeDash.Components.Shared;
using HomeDash.Procedures;

namespace HomeDash.Components.Api;

/// <summary>The AI clients that are connected now.</summary>
public sealed partial class ConnectedClients
{
    private readonly Load<Page<ConnectedClient>> clients;

    /// <summary>Made by Blazor.</summary>
    public ConnectedClients() => clients = new(cancellationToken => Caller.Tools.SessionsAsync(cancellationToken));

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => KeepFreshAsync(IClientSessions.Topic, RefreshAsync);

    /// <inheritdoc/>
    protected override Task RefreshAsync() => RefreshAsync(clients);

    private Task EndAsync(ConnectedClient client) => ChangeAsync(
        new($"End the session of {client.Client}?", "The client has to begin a new one, which most do by themselves. Revoke its key to keep it out.", "End session"),
        () => Caller.Tools.EndSessionAsync(client.Id, Gone));
}
