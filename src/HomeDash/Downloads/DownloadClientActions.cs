using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What can be done to whole clients: each is told, and what it shows afterwards is the answer.</summary>
internal sealed class DownloadClientActions(DownloadFleet fleet)
{
    public Task<Outcomes<DownloadClientState>> PauseAllAsync(IReadOnlyList<IntegrationRef> integrations, ProcedureContext context, CancellationToken cancellationToken) =>
        ForEachAsync(integrations, "Pause", context, async connection =>
        {
            var queue = await fleet.WriteAsync(connection, client => client.PauseAllAsync(cancellationToken)).ConfigureAwait(false);
            var moving = queue.Items.Where(item => !item.State.IsHeld() && item.State != DownloadState.Failed).ToArray();
            return queue.Client.Paused || moving.Length == 0
                ? queue.Client
                : throw NotDone(connection, $"{moving.Length} of its downloads still go on, like {moving[0].Name}");
        });

    public Task<Outcomes<DownloadClientState>> ResumeAllAsync(IReadOnlyList<IntegrationRef> integrations, ProcedureContext context, CancellationToken cancellationToken) =>
        ForEachAsync(integrations, "Resume", context, async connection =>
        {
            var queue = await fleet.WriteAsync(connection, client => client.ResumeAllAsync(cancellationToken)).ConfigureAwait(false);
            return queue.Client.Paused ? throw NotDone(connection, "it is still paused") : queue.Client;
        });

    /// <summary>Limits the speed of a client.</summary>
    /// <param name="integration">Which client.</param>
    /// <param name="limits">Each limit that is to change; null for none.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async Task<DownloadClientState> LimitAsync(
        IntegrationRef integration, IReadOnlyDictionary<SpeedLimit, long?> limits, ProcedureContext context, CancellationToken cancellationToken)
    {
        var connection = fleet.One(integration);
        if (limits.Keys.Except(connection.Client.Limits).ToArray() is [var unable, ..])
        {
            throw ProcedureErrors.InvalidInput(unable.ToWire(), $"{connection.Integration.Name} has no such limit.");
        }

        context.Plan(limits.Select(limit =>
            $"Limit what {(limit.Key == SpeedLimit.DownBytesPerSecond ? "comes into" : "goes out of")} {connection.Integration.Name} {(limit.Value is { } speed ? $"to {speed} bytes/s" : "no longer")}."));
        return await fleet.WriteAsync(connection, client => client.LimitAsync(limits, cancellationToken)).ConfigureAwait(false);
    }

    private Task<Outcomes<DownloadClientState>> ForEachAsync(
        IReadOnlyList<IntegrationRef> integrations, string verb, ProcedureContext context, Func<Connection<IDownloadClient>, Task<DownloadClientState>> apply)
    {
        var targets = integrations.DistinctBy(integration => integration.Resolved!.Id).ToArray();
        var connections = targets.ToDictionary(target => target.Resolved!.Id, fleet.One);
        context.Plan(connections.Values.Select(connection => $"{verb} all downloads of {connection.Integration.Name}."));
        return Outcomes<DownloadClientState>.ForEachAsync(targets, target => apply(connections[target.Resolved!.Id]));
    }

    private static ProcedureException NotDone(Connection<IDownloadClient> connection, string what) =>
        ProcedureErrors.ServiceFailed($"{connection.Integration.Name} took the order, but {what}. downloads.list shows more.");
}
