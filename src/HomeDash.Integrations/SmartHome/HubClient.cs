using HomeDash.Procedures;

namespace HomeDash.Integrations;

/// <summary>What the clients of smart home hubs have in common: an order is sent, and then the state is read until it is as ordered.</summary>
/// <param name="http">HTTP with the hub.</param>
/// <param name="name">What people call the integration.</param>
/// <param name="clock">Measures the patience.</param>
internal abstract class HubClient(ServiceHttp http, string name, TimeProvider clock) : ISmartHome, IIntegrationClient, IDisposable
{
    /// <summary>HTTP with the hub.</summary>
    protected ServiceHttp Http => http;

    /// <summary>How errors of the hub are worded.</summary>
    protected ServiceErrors Errors => http.Errors;

    /// <summary>What people call the integration.</summary>
    protected string Name => name;

    /// <summary>The time.</summary>
    protected TimeProvider Clock => clock;

    public abstract Task<ServiceVersion> TestAsync(CancellationToken cancellationToken);

    public abstract Task<HomeState> ReadAsync(CancellationToken cancellationToken);

    public virtual Task<IReadOnlyList<HistoryPoint>> HistoryAsync(Entity entity, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        throw new ProcedureException(new(ProcedureErrorCode.PreconditionFailed, ErrorReason.NotConfigured, $"{name} keeps no history."));

    public async Task<IReadOnlyList<OrderAnswer>> OrderAsync(EntityOrder order, IReadOnlyList<Entity> entities, CancellationToken cancellationToken)
    {
        var refusals = await SendAsync(order, entities, cancellationToken).ConfigureAwait(false);
        if (refusals.Count == entities.Count && entities.Count > 0 && refusals.Values.First() is { Reason: ErrorReason.CredentialsRefused or ErrorReason.Untrusted } all)
        {
            throw new ProcedureException(all);
        }

        var (after, _) = await Settling.UntilAsync(
            token => ReadBackAsync(entities, token),
            state => state.Home is { } home && entities.All(before => refusals.ContainsKey(before.Id) || (home.Find(before.Id) is { } now && IsDone(order, before, now, home))),
            clock, cancellationToken).ConfigureAwait(false);
        return after.Home is { } read
            ? [.. entities.Select(before => new OrderAnswer(read.Find(before.Id), refusals.GetValueOrDefault(before.Id), NoteOn(before, read)))]
            : throw new ProcedureException(after.Error! with { Message = $"{name} took the order and then did not answer, so that nobody knows whether it was done. {after.Error.Message}" });
    }

    public virtual void Dispose() => http.Dispose();

    /// <summary>Sends an order.</summary>
    /// <returns>What the hub said to the entities for which it refused.</returns>
    protected abstract Task<IReadOnlyDictionary<string, ProcedureError>> SendAsync(EntityOrder order, IReadOnlyList<Entity> entities, CancellationToken cancellationToken);

    /// <summary>Reads the entities from the hub itself.</summary>
    protected virtual Task<HomeState> ReadAgainAsync(IReadOnlyList<Entity> entities, CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    /// <summary>Whether there is nothing more to wait for.</summary>
    protected virtual bool IsDone(EntityOrder order, Entity before, Entity after, HomeState home) => order.IsDone(before, after);

    /// <summary>What is worth knowing of an entity afterwards.</summary>
    protected virtual string? NoteOn(Entity entity, HomeState home) => null;

    /// <summary>Sends to each entity by a call of its own; one that is refused keeps none of the others from it.</summary>
    protected static async Task<IReadOnlyDictionary<string, ProcedureError>> EachAsync(IReadOnlyList<Entity> entities, Func<Entity, Task> send)
    {
        var refusals = new Dictionary<string, ProcedureError>();
        await Task.WhenAll(entities.Select(async entity =>
        {
            try
            {
                await send(entity).ConfigureAwait(false);
            }
            catch (ProcedureException exception)
            {
                lock (refusals)
                {
                    refusals[entity.Id] = exception.Error;
                }
            }
        })).ConfigureAwait(false);
        return refusals;
    }

    private async Task<(HomeState? Home, ProcedureError? Error)> ReadBackAsync(IReadOnlyList<Entity> entities, CancellationToken cancellationToken)
    {
        try
        {
            return (await ReadAgainAsync(entities, cancellationToken).ConfigureAwait(false), null);
        }
        catch (ProcedureException exception)
        {
            // A hub that restarts may be back before the patience is over.
            return (null, exception.Error);
        }
    }
}
