using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Asks the integrations that a caller may use, all at the same time. One that fails is reported and takes nothing away from the others.</summary>
internal sealed class IntegrationFleet(Connections connections, IntegrationKinds kinds, Snapshots snapshots, ConnectionPulse pulse)
{
    /// <summary>How long a service may take in a read: a query of several answers within its deadline of 8 s, whoever hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(7);

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    /// <summary>The integrations that have a capability and that the caller may use.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="named">Only these; null for all.</param>
    /// <exception cref="ProcedureException">One that is named cannot do it.</exception>
    public IReadOnlyList<Connection<TCapability>> Usable<TCapability>(Caller caller, IReadOnlyList<IntegrationRef>? named)
        where TCapability : class
    {
        return named is null
            ? [.. connections.With<TCapability>().Where(connection => caller.HasAccess(connection.Integration.AsTarget(), Access.Use))]
            : [.. named.DistinctBy(target => target.Resolved!.Id).Select(One<TCapability>)];
    }

    /// <summary>The integration that a caller named.</summary>
    /// <exception cref="ProcedureException">It cannot do it, or is not connected.</exception>
    public Connection<TCapability> One<TCapability>(IntegrationRef named)
        where TCapability : class
    {
        var target = named.Resolved!;
        if (connections.With<TCapability>().FirstOrDefault(connection => connection.Integration.Id == target.Id) is { } found)
        {
            return found;
        }

        if (connections.ProblemOf(target.Id) is { } problem)
        {
            throw new ProcedureException(problem);
        }

        var kind = kinds.TitleOf(connections.Integrations.FirstOrDefault(integration => integration.Id == target.Id)?.Kind ?? "");
        throw ProcedureErrors.InvalidInput("integration", $"{target.Name} is a {kind}, which cannot do this. These can: {string.Join(", ", kinds.TitlesWith(typeof(TCapability)))}.");
    }

    /// <summary>Asks each of several integrations the same.</summary>
    /// <param name="asked">Whom.</param>
    /// <param name="what">What is read, with all that decides the answer: it names the snapshot.</param>
    /// <param name="read">Asks one of them.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <param name="freshFor">How young an answer serves without asking again; 2 s when left out.</param>
    /// <param name="record">Remembers how each fared; as a call when left out.</param>
    public async Task<Answers<T>> AskAsync<TCapability, T>(
        IReadOnlyList<Connection<TCapability>> asked, string what, Func<TCapability, CancellationToken, Task<T>> read, CancellationToken cancellationToken, TimeSpan? freshFor = null, Action<string, ProcedureError?>? record = null)
        where TCapability : class
        where T : class
    {
        return new(await Task.WhenAll(asked.Select(OneAsync)).ConfigureAwait(false));

        async Task<IntegrationAnswer<T>> OneAsync(Connection<TCapability> connection)
        {
            var integration = connection.Integration;
            var snapshot = await snapshots.ReadAsync(
                integration.Id, $"{typeof(TCapability).Name}.{what}", freshFor ?? Fresh, Patience, token => read(connection.Client, token), cancellationToken).ConfigureAwait(false);
            (record ?? pulse.RecordCall)(integration.Id, snapshot.Error);
            return new(integration, snapshot);
        }
    }

    /// <summary>Writes to one integration. What was known of it is forgotten afterwards, also when it fails, so that the next read sees what resulted.</summary>
    public async Task<T> WriteAsync<TCapability, T>(Connection<TCapability> connection, Func<TCapability, Task<T>> write)
        where TCapability : class
    {
        try
        {
            var result = await write(connection.Client).ConfigureAwait(false);
            pulse.RecordCall(connection.Integration.Id, null);
            return result;
        }
        catch (ProcedureException exception)
        {
            pulse.RecordCall(connection.Integration.Id, exception.Error);
            throw;
        }
        finally
        {
            snapshots.Forget(connection.Integration.Id);
        }
    }
}

/// <summary>What several integrations answered.</summary>
/// <param name="Items">One answer each, in the order asked.</param>
internal sealed record Answers<T>(IReadOnlyList<IntegrationAnswer<T>> Items)
    where T : class
{
    /// <summary>What was contributed, fresh or not, with the integration that it comes from.</summary>
    public IEnumerable<(Integration Integration, T Value)> Values =>
        Items.Where(item => item.Snapshot.Value is not null).Select(item => (item.Integration, item.Snapshot.Value!));

    /// <summary>How each fared.</summary>
    public IReadOnlyList<IntegrationReport> Reports => [.. Items.Select(item => item.Report)];
}

/// <summary>What one integration answered.</summary>
internal sealed record IntegrationAnswer<T>(Integration Integration, Snapshot<T> Snapshot)
    where T : class
{
    /// <summary>How it fared.</summary>
    public IntegrationReport Report => new(
        Integration.Name,
        Snapshot.Error is null,
        Snapshot.Error?.Reason.ToWire(),
        Snapshot.Error is { Reason: ErrorReason.Timeout } late ? $"{Integration.Name}: {late.Message}" : Snapshot.Error?.Message,
        Snapshot is { Error: not null, Value: not null } ? Math.Round(Snapshot.Age.TotalSeconds, 1) : null);
}
