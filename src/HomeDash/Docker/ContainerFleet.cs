using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The containers of all connected engines. An engine that fails is reported and takes nothing away from the others.</summary>
internal sealed class ContainerFleet(Connections connections, ConnectionPulse pulse)
{
    private static readonly TimeSpan EnginePatience = TimeSpan.FromSeconds(5);

    /// <summary>Every container that the caller may see, without usage, and how the engines fared.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="engine">Only this engine; null for all.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<Survey> SurveyAsync(Caller caller, string? engine, CancellationToken cancellationToken)
    {
        var asked = Engines(caller, engine);
        var answers = await AskAsync(asked, (client, token) => client.ListAsync(token), cancellationToken).ConfigureAwait(false);
        return new(
            [.. answers.SelectMany(answer => (answer.Value ?? [])
                .Select(container => new FoundContainer(answer.Connection, ContainerLabels.Read(container)))
                .Where(found => caller.HasAccess(found.Target, Access.Use)))],
            Reports(caller, answers));
    }

    /// <summary>The last events of all engines, oldest first.</summary>
    public async Task<ContainerEvents> EventsAsync(
        Caller caller, string? engine, ContainerRef? container, DateTimeOffset from, DateTimeOffset until, int limit, CancellationToken cancellationToken)
    {
        var asked = container is null ? Engines(caller, engine) : [EngineOf(container)];
        var answers = await AskAsync(asked, async (client, token) =>
        {
            var last = new Queue<ContainerEvent>();
            await foreach (var happened in client.EventsAsync(from, until, token).ConfigureAwait(false))
            {
                if (container is not null && happened.ContainerId != container.Resolved!.Id)
                {
                    continue;
                }

                last.Enqueue(happened);
                if (last.Count > limit)
                {
                    last.Dequeue();
                }
            }

            return last;
        }, cancellationToken).ConfigureAwait(false);
        var seen = answers.SelectMany(answer => (answer.Value ?? []).Where(happened => MaySee(caller, answer.Connection, happened)));
        return new([.. seen.OrderBy(happened => happened.Time).TakeLast(limit)], Reports(caller, answers));
    }

    /// <summary>Asks the engines that the caller may use the same.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="engine">Only this engine; null for all.</param>
    /// <param name="ask">Asks one of them.</param>
    /// <param name="patience">How long one may take; 5 s when null.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public async Task<(IReadOnlyList<(Connection<IContainerEngine> Connection, T Value)> Values, IReadOnlyList<EngineReport> Engines)> AskAsync<T>(
        Caller caller, string? engine, Func<IContainerEngine, CancellationToken, Task<T>> ask, TimeSpan? patience, CancellationToken cancellationToken)
        where T : class
    {
        var asked = Engines(caller, engine).Where(connection => caller.HasAccess(TargetOf(connection.Integration), Access.Use)).ToArray();
        var answers = await AskAsync(asked, ask, cancellationToken, patience).ConfigureAwait(false);
        return ([.. answers.Where(answer => answer.Value is not null).Select(answer => (answer.Connection, answer.Value!))], Reports(caller, answers));
    }

    /// <summary>The engines of which the caller may see something.</summary>
    public IReadOnlyList<Connection<IContainerEngine>> Engines(Caller caller, string? engine)
    {
        var all = connections.With<IContainerEngine>();
        if (engine is null)
        {
            return all;
        }

        var known = all.Where(connection => caller.HasAccess(TargetOf(connection.Integration), Access.Use)).ToArray();
        var named = known.Where(connection => connection.Integration.Name == engine || connection.Integration.Id == engine).ToArray();
        return named.Length > 0 ? named : throw ProcedureErrors.NotFound("engine", engine, known.Select(connection => connection.Integration.Name));
    }

    /// <summary>Whether the caller may see what happened to a container.</summary>
    public static bool MaySee(Caller caller, Connection<IContainerEngine> connection, ContainerEvent happened) =>
        caller.HasAccess(TargetOf(connection.Integration, happened.ContainerId, happened.ContainerName), Access.Use);

    /// <summary>The engine that a resolved container is on.</summary>
    public Connection<IContainerEngine> EngineOf(ContainerRef container) =>
        connections.With<IContainerEngine>().FirstOrDefault(connection => connection.Integration.Id == container.Resolved!.Owner!.Id)
        ?? throw ProcedureErrors.Unreachable($"The engine of {container.Resolved!.Name} has just been disconnected.");

    /// <summary>A container as access rules and approvals know it: it follows the rules of its engine.</summary>
    public static ResolvedTarget TargetOf(Integration integration, string id, string name) =>
        new("container", id, name, new("integration", integration.Id));

    private static ResolvedTarget TargetOf(Integration integration) => new("integration", integration.Id, integration.Name);

    /// <summary>What answered; throws when the caller may see engines and none of them did, as then there is no answer at all.</summary>
    private static EngineReport[] Reports<T>(Caller caller, IReadOnlyList<Answer<T>> answers)
        where T : class
    {
        var visible = answers.Where(answer => caller.HasAccess(TargetOf(answer.Connection.Integration), Access.Use)).ToArray();
        return visible.Length > 0 && visible.All(answer => answer.Error is not null)
            ? throw new ProcedureException(visible[0].Error!)
            : [.. visible.Select(answer => new EngineReport(
                answer.Connection.Integration.Name, answer.Error is null, answer.Error?.Reason.ToWire(), answer.Error?.Message))];
    }

    private async Task<Answer<T>[]> AskAsync<T>(
        IReadOnlyList<Connection<IContainerEngine>> engines, Func<IContainerEngine, CancellationToken, Task<T>> ask, CancellationToken cancellationToken, TimeSpan? limit = null)
        where T : class
    {
        return await Task.WhenAll(engines.Select(OneAsync)).ConfigureAwait(false);

        async Task<Answer<T>> OneAsync(Connection<IContainerEngine> connection)
        {
            var answer = await TryAsync(connection).ConfigureAwait(false);
            pulse.RecordCall(connection.Integration.Id, answer.Error);
            return answer;
        }

        async Task<Answer<T>> TryAsync(Connection<IContainerEngine> connection)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(limit ?? EnginePatience);
            try
            {
                return new(connection, await ask(connection.Client, patience.Token).ConfigureAwait(false), null);
            }
            catch (ProcedureException exception)
            {
                return new(connection, null, exception.Error);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return new(connection, null, new(ProcedureErrorCode.GatewayTimeout, ErrorReason.Timeout,
                    $"{connection.Integration.Name} did not answer within {(limit ?? EnginePatience).TotalSeconds:0} s. Look at the engine's health."));
            }
        }
    }

    private sealed record Answer<T>(Connection<IContainerEngine> Connection, T? Value, ProcedureError? Error)
        where T : class;
}

/// <summary>Every container that somebody may see.</summary>
/// <param name="Containers">The containers.</param>
/// <param name="Engines">Which engines answered.</param>
internal sealed record Survey(IReadOnlyList<FoundContainer> Containers, IReadOnlyList<EngineReport> Engines);

/// <summary>A container and the engine it is on.</summary>
internal sealed record FoundContainer(Connection<IContainerEngine> Connection, Container Container)
{
    /// <summary>The container as access rules know it.</summary>
    public ResolvedTarget Target => ContainerFleet.TargetOf(Connection.Integration, Container.Id, Container.Name);

    /// <summary>The name that no other engine's container has.</summary>
    public string FullName => $"{Container.Engine}/{Container.Name}";
}
