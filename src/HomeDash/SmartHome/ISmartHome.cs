using HomeDash.Procedures;

namespace HomeDash;

/// <summary>
/// A hub of the smart home. Hubs say yes first, several of them also to what does nothing: whoever orders compares with the
/// state that was read afterwards.
/// </summary>
[Capability("smartHome")]
public interface ISmartHome
{
    /// <summary>All entities and areas.</summary>
    Task<HomeState> ReadAsync(CancellationToken cancellationToken);

    /// <summary>How an entity was between two times, oldest first.</summary>
    /// <exception cref="ProcedureException">Reason <c>not_configured</c>: the hub keeps no history of it.</exception>
    Task<IReadOnlyList<HistoryPoint>> HistoryAsync(Entity entity, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Orders the same of several entities, each of which can do it.</summary>
    /// <returns>For each, in the order given, how it is once it is as ordered or four seconds are over.</returns>
    /// <exception cref="ProcedureException">The hub did not take the order of any, or nothing could be read afterwards.</exception>
    [Writes]
    Task<IReadOnlyList<OrderAnswer>> OrderAsync(EntityOrder order, IReadOnlyList<Entity> entities, CancellationToken cancellationToken);
}

/// <summary>A hub that tells by itself when something changes.</summary>
public interface ILiveHome : ISmartHome
{
    /// <summary>The ids of entities as they change, from now until nobody listens. Meanwhile <see cref="ISmartHome.ReadAsync"/> asks the hub for nothing.</summary>
    IAsyncEnumerable<string> FollowAsync(CancellationToken cancellationToken);
}

/// <summary>What a hub knows, at one moment.</summary>
/// <param name="Entities">Its entities.</param>
/// <param name="Areas">Its areas, those with nothing in them too.</param>
public sealed record HomeState(IReadOnlyList<Entity> Entities, IReadOnlyList<string> Areas)
{
    /// <summary>The entity with this id; null when there is none.</summary>
    public Entity? Find(string id) => Entities.FirstOrDefault(entity => entity.Id == id);
}

/// <summary>What became of an order.</summary>
/// <param name="After">How the entity is afterwards; null when the hub does not have it any more.</param>
/// <param name="Refusal">What the hub said when it refused; null when it did not.</param>
/// <param name="Note">What is worth knowing, for example that no device has confirmed it.</param>
public sealed record OrderAnswer(Entity? After, ProcedureError? Refusal = null, string? Note = null);
