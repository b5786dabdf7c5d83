using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Asks the integrations that a caller may use, all at the same time. One that fails is reported and takes nothing away from the others.</summary>
internal sealed class IntegrationFleet(Connections connections, IntegrationKinds kinds, Snapshots snapshots, ConnectionPulse pulse)
{
    /// <summary>How long a service may take in a read: a query of several answers within its deadline of 8 s, whoever hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(7);

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    /// <summary>The integrations that have a capability and that the caller may use. Those that cannot be connected are among them, to be reported.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="named">Only these; null for all.</param>
    /// <exception cref="ProcedureException">One that is named is of a kind that cannot do it.</exception>
    public IReadOnlyList<Asked<TCapability>> Usable<TCapability>(Caller caller, IReadOnlyList<IntegrationRef>? named)
        where TCapability : class
    {
        return named is null
            ? [.. connections.Lines.Where(line => CanDo<TCapability>(line) == true && caller.HasAccess(line.Integration.AsTarget(), Access.Use)).Select(Asked<TCapability>.Of)]
            : [.. named.DistinctBy(target => target.Resolved!.Id).Select(Named<TCapability>)];
    }

    /// <summary>The integration that a caller named.</summary>
    /// <exception cref="ProcedureException">It cannot do it, or is not connected.</exception>
    public Connection<TCapability> One<TCapability>(IntegrationRef named)
        where TCapability : class => Named<TCapability>(named).Connection;

    /// <summary>Asks each of several integrations the same.</summary>
    /// <param name="asked">Whom.</param>
    /// <param name="what">What is read, with all that decides the answer: it names the snapshot.</param>
    /// <param name="read">Asks one of them.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <param name="freshFor">How young an answer serves without asking again; 2 s when left out.</param>
    /// <param name="record">Remembers how each fared; as a call when left out.</param>
    public async Task<Answers<T>> AskAsync<TCapability, T>(
        IReadOnlyList<Asked<TCapability>> asked, string what, Func<TCapability, CancellationToken, Task<T>> read, CancellationToken cancellationToken, TimeSpan? freshFor = null, Action<string, ProcedureError?>? record = null)
        where TCapability : class
        where T : class
    {
        return new(await Task.WhenAll(asked.Select(OneAsync)).ConfigureAwait(false));

        async Task<IntegrationAnswer<T>> OneAsync(Asked<TCapability> one)
        {
            var integration = one.Integration;
            if (one.Problem is { } problem)
            {
                return new(integration, new(null, TimeSpan.Zero, problem));
            }

            var client = one.Connection.Client;
            var snapshot = await snapshots.ReadAsync(
                integration.Id, $"{typeof(TCapability).Name}.{what}", freshFor ?? Fresh, Patience, token => read(client, token), cancellationToken).ConfigureAwait(false);
            (record ?? pulse.RecordCall)(integration.Id, snapshot.Error);
            return new(integration, snapshot);
        }
    }

    /// <summary>Asks each of several integrations the same, all of which are connected.</summary>
    /// <inheritdoc cref="AskAsync{TCapability, T}(IReadOnlyList{Asked{TCapability}}, string, Func{TCapability, CancellationToken, Task{T}}, CancellationToken, TimeSpan?, Action{string, ProcedureError?}?)" path="/param"/>
    public Task<Answers<T>> AskAsync<TCapability, T>(
        IReadOnlyList<Connection<TCapability>> asked, string what, Func<TCapability, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
        where TCapability : class
        where T : class =>
        AskAsync<TCapability, T>([.. asked.Select(connection => new Asked<TCapability>(connection.Integration, connection.Client, null))], what, read, cancellationToken);

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

    private Asked<TCapability> Named<TCapability>(IntegrationRef named)
        where TCapability : class
    {
        var line = connections.Find(named.Resolved!.Id) ?? throw ProcedureErrors.NotFound(IntegrationRef.Noun, named.Given, []);
        return CanDo<TCapability>(line) == false
            ? throw ProcedureErrors.InvalidInput(
                "integration",
                $"{line.Integration.Name} is a {kinds.TitleOf(line.Integration.Kind)}, which cannot do this. These can: {string.Join(", ", kinds.TitlesWith(typeof(TCapability)))}.")
            : Asked<TCapability>.Of(line);
    }

    /// <summary>Whether an integration is of a kind that has a capability; null when nobody knows its kind.</summary>
    private bool? CanDo<TCapability>(Connections.Line line) =>
        line.Client is { } client ? client is TCapability : kinds.Find(line.Integration.Kind)?.Client.IsAssignableTo(typeof(TCapability));
}

/// <summary>An integration that is asked.</summary>
/// <param name="Integration">The integration.</param>
/// <param name="Client">Its client; null when it has none.</param>
/// <param name="Problem">Why it has none.</param>
internal sealed record Asked<TCapability>(Integration Integration, TCapability? Client, ProcedureError? Problem)
    where TCapability : class
{
    /// <summary>The integration with its client.</summary>
    /// <exception cref="ProcedureException">It has none.</exception>
    public Connection<TCapability> Connection => Client is { } client ? new(Integration, client) : throw new ProcedureException(Problem!);

    /// <summary>An integration as what has a capability.</summary>
    public static Asked<TCapability> Of(Connections.Line line) => new(line.Integration, line.Client as TCapability, line.Problem);
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
