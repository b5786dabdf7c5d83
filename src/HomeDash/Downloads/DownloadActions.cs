using HomeDash.Procedures;

namespace HomeDash;

/// <summary>
/// What can be done to downloads: planned from the state before, sent to each client once for all of its downloads, and proven
/// for each by the state that the client shows afterwards.
/// </summary>
internal sealed class DownloadActions(DownloadFleet fleet)
{
    public Task<Outcomes<DownloadChange>> PauseAsync(IReadOnlyList<DownloadRef> downloads, ProcedureContext context, CancellationToken cancellationToken) =>
        RunAsync(downloads, new(
            "Pause",
            before => before.State switch
            {
                DownloadState.Paused => "is paused already",
                DownloadState.Completed => "is complete, so that nothing moves",
                _ => null,
            },
            (_, _) => null,
            (client, ids) => client.PauseAsync(ids, cancellationToken),
            after => after.State.IsHeld() ? null : $"is still {after.State.ToWords()}"), context, cancellationToken);

    public Task<Outcomes<DownloadChange>> ResumeAsync(IReadOnlyList<DownloadRef> downloads, ProcedureContext context, CancellationToken cancellationToken) =>
        RunAsync(downloads, new(
            "Resume",
            before => before.State.IsHeld() || before.State == DownloadState.Failed ? null : $"is {before.State.ToWords()} already",
            (_, before) => before is { State: DownloadState.Completed, Type: not DownloadType.Torrent } ? "is complete: there is nothing to resume" : null,
            (client, ids) => client.ResumeAsync(ids, cancellationToken),
            after => after.State.IsHeld() || after.State == DownloadState.Failed ? $"is still {after.State.ToWords()}" : null), context, cancellationToken);

    public Task<Outcomes<DownloadChange>> DeleteAsync(IReadOnlyList<DownloadRef> downloads, bool files, ProcedureContext context, CancellationToken cancellationToken) =>
        RunAsync(downloads, new(
            files ? "Delete with its files" : "Delete without its files",
            _ => null,
            (client, before) => client.ObstacleToDelete(before, files),
            (client, ids) => client.DeleteAsync(ids, files, cancellationToken),
            _ => "is still there") { Removes = true }, context, cancellationToken);

    private async Task<Outcomes<DownloadChange>> RunAsync(
        IReadOnlyList<DownloadRef> downloads, DownloadOrder order, ProcedureContext context, CancellationToken cancellationToken)
    {
        var targets = downloads.DistinctBy(download => download.Resolved!.Id).ToArray();
        var batches = targets.GroupBy(target => target.Resolved!.Owner!.Id).ToDictionary(batch => batch.Key, batch =>
        {
            var connection = fleet.ClientOf(batch.First());
            return new Batch(connection, [.. batch.Select(target => target.ClientId())], connection.Client.ReadAsync(cancellationToken));
        });
        await ((Task)Task.WhenAll(batches.Values.Select(batch => batch.Before))).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Plan(targets.Select(target => Step(order, target, batches[target.Resolved!.Owner!.Id])));

        var sending = batches.ToDictionary(batch => batch.Key, batch => SendAsync(order, batch.Value));
        return await Outcomes<DownloadChange>.ForEachAsync(targets, async target =>
        {
            var batch = batches[target.Resolved!.Owner!.Id];
            var before = await FindAsync(batch, target).ConfigureAwait(false);
            if (order.Refusal(batch.Connection.Client, before) is { } refusal)
            {
                throw new ProcedureException(new(ProcedureErrorCode.Conflict, ErrorReason.WrongState, $"{before.Name} {refusal}."));
            }

            if (order.Moot(before) is { } moot)
            {
                return DownloadChange.Of(before, $"It {moot}.");
            }

            var queue = await sending[batch.Connection.Integration.Id].ConfigureAwait(false);
            return Judge(order, before, queue.Find(before.Id));
        }).ConfigureAwait(false);
    }

    private async Task<DownloadQueue> SendAsync(DownloadOrder order, Batch batch)
    {
        var before = await batch.Before.ConfigureAwait(false);
        var due = batch.Ids.Where(id => before.Find(id) is { } item && order.Moot(item) is null && order.Refusal(batch.Connection.Client, item) is null).ToArray();
        return due.Length == 0 ? before : await fleet.WriteAsync(batch.Connection, client => order.Send(client, due)).ConfigureAwait(false);
    }

    private static DownloadChange Judge(DownloadOrder order, Download before, Download? after) => after switch
    {
        null when order.Removes => new(before.Id, before.Name, before.Integration),
        null => throw ProcedureErrors.ServiceFailed($"{before.Integration} no longer has {before.Name}."),
        _ when order.Shortcoming(after) is { } shortcoming =>
            throw ProcedureErrors.ServiceFailed($"{before.Integration} took the order, but {before.Name} {shortcoming}. downloads.get shows more."),
        _ => DownloadChange.Of(after),
    };

    private static async Task<Download> FindAsync(Batch batch, DownloadRef target) =>
        (await batch.Before.ConfigureAwait(false)).Find(target.ClientId())
        ?? throw ProcedureErrors.NotFound(DownloadRef.Noun, target.Given, [], new("downloads.list"));

    private static string Step(DownloadOrder order, DownloadRef target, Batch batch) => batch.Before switch
    {
        { IsCompletedSuccessfully: true, Result: var queue } when queue.Find(target.ClientId()) is { } before =>
            (order.Refusal(batch.Connection.Client, before) ?? order.Moot(before)) is { } obstacle
                ? $"Leave {before.Name} in {before.Integration} as it is: it {obstacle}."
                : $"{order.Verb}: {before.Name} in {before.Integration}.",
        { IsCompletedSuccessfully: true } => $"Leave {target.Resolved!.Name} as it is: it is gone.",
        _ => $"Leave {target.Resolved!.Name} as it is: {ProcedureErrors.From(batch.Before.Exception?.GetBaseException() ?? new OperationCanceledException()).Message}",
    };

    /// <summary>The downloads of one client, and what it had before.</summary>
    private sealed record Batch(Connection<IDownloadClient> Connection, IReadOnlyList<string> Ids, Task<DownloadQueue> Before);

    /// <summary>One kind of action.</summary>
    /// <param name="Verb">For plans: Pause.</param>
    /// <param name="Moot">Why nothing needs to be done, after "it"; null when something does.</param>
    /// <param name="Refusal">Why it cannot be done, after "it"; null when it can.</param>
    /// <param name="Send">Does it to several downloads of a client, and reads what came of it.</param>
    /// <param name="Shortcoming">What is not as wanted afterwards, after "it"; null when all is.</param>
    private sealed record DownloadOrder(
        string Verb,
        Func<Download, string?> Moot,
        Func<IDownloadClient, Download, string?> Refusal,
        Func<IDownloadClient, IReadOnlyList<string>, Task<DownloadQueue>> Send,
        Func<Download, string?> Shortcoming)
    {
        /// <summary>Whether the downloads are gone afterwards.</summary>
        public bool Removes { get; init; }
    }
}
