using HomeDash.Procedures;
using Microsoft.Extensions.Hosting;

namespace HomeDash;

/// <summary>Tells when anybody's rights have changed: by a change of a user or of a group.</summary>
internal sealed class RightsWatch(Accounts accounts, IChangeFeed feed) : BackgroundService, ICallerRights
{
    /// <inheritdoc/>
    public event Action? Changed;

    /// <inheritdoc/>
    public async ValueTask<Caller?> RefreshAsync(Caller caller, CancellationToken cancellationToken) =>
        // Nobody gives HomeDash itself its rights, or takes them away.
        caller.UserId == Caller.House.UserId && caller.SignedIn ? caller
        : await accounts.RightsAsync(caller.UserId, cancellationToken).ConfigureAwait(false) is { } rights
            ? caller with { Name = rights.User.Name, Permissions = rights.Permissions, Grants = rights.Grants }
            : null;

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(FollowAsync("user", stoppingToken), FollowAsync("group", stoppingToken));

    private async Task FollowAsync(string topic, CancellationToken cancellationToken)
    {
        await foreach (var _ in feed.ReadAsync(topic, cancellationToken).ConfigureAwait(false))
        {
            Changed?.Invoke();
        }
    }
}
