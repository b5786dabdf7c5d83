using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The entities of all connected hubs.</summary>
internal sealed class HomeFleet(IntegrationFleet integrations, Connections connections)
{
    /// <summary>Every entity that the caller may see, and how the hubs fared.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="named">Only these integrations; null for all.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <param name="live">Whether hubs that tell by themselves what changes are read anew: it costs them nothing.</param>
    public async Task<HomeSurvey> SurveyAsync(Caller caller, IReadOnlyList<IntegrationRef>? named, CancellationToken cancellationToken, bool live = false)
    {
        var asked = integrations.Usable<ISmartHome>(caller, named);
        var answers = await Task.WhenAll(asked.Select(one => integrations.AskAsync(
            [one], "home", (hub, token) => hub.ReadAsync(token), cancellationToken, live && one.Client is ILiveHome ? TimeSpan.Zero : null))).ConfigureAwait(false);
        return new(
            [.. answers.SelectMany(answer => answer.Values).SelectMany(answer => answer.Value.Entities.Select(entity => new FoundEntity(answer.Integration, entity)))],
            [.. answers.SelectMany(answer => answer.Values).SelectMany(answer => answer.Value.Areas.Select(area => (area, answer.Integration.Name)))],
            [.. answers.SelectMany(answer => answer.Reports)]);
    }

    /// <summary>The entity that a caller named, with its hub.</summary>
    public async Task<(Connection<ISmartHome> Hub, Entity Entity)> OneAsync(ITarget target, Caller caller, CancellationToken cancellationToken)
    {
        var survey = await SurveyAsync(caller, null, cancellationToken).ConfigureAwait(false);
        var found = survey.Items.FirstOrDefault(one => one.Target.Id == target.Resolved!.Id) ?? throw ProcedureErrors.NotFound("entity", target.Given, []);
        return (HubOf(target), found.Entity);
    }

    /// <summary>The hub of a resolved entity.</summary>
    public Connection<ISmartHome> HubOf(ITarget target) =>
        connections.With<ISmartHome>().FirstOrDefault(connection => connection.Integration.Id == target.Resolved!.Owner!.Id)
        ?? throw ProcedureErrors.Unreachable($"The hub of {target.Resolved!.Name} has just been disconnected.");

    /// <summary>The hubs that the caller may use and that tell by themselves what changes.</summary>
    public IReadOnlyList<Connection<ILiveHome>> Live(Caller caller) =>
        [.. connections.With<ILiveHome>().Where(connection => caller.HasAccess(connection.Integration.AsTarget(), Access.Use))];

    /// <summary>Orders entities of one hub.</summary>
    public Task<IReadOnlyList<OrderAnswer>> OrderAsync(Connection<ISmartHome> hub, EntityOrder order, IReadOnlyList<Entity> entities, CancellationToken cancellationToken) =>
        integrations.WriteAsync(hub, client => client.OrderAsync(order, entities, cancellationToken));
}

/// <summary>Every entity that somebody may see.</summary>
/// <param name="Items">The entities.</param>
/// <param name="Areas">The areas, each with the hub that has it.</param>
/// <param name="Reports">How each hub fared.</param>
internal sealed record HomeSurvey(IReadOnlyList<FoundEntity> Items, IReadOnlyList<(string Area, string Integration)> Areas, IReadOnlyList<IntegrationReport> Reports)
{
    /// <summary>The names of the areas.</summary>
    public IEnumerable<string> AreaNames => Areas.Select(area => area.Area).Distinct(StringComparer.OrdinalIgnoreCase);
}

/// <summary>An entity and the hub that knows it.</summary>
internal sealed record FoundEntity(Integration Integration, Entity Entity)
{
    /// <summary>The id that no other hub's entity has.</summary>
    public string FullId => $"{Entity.Integration}/{Entity.Id}";

    /// <summary>The entity as access rules and approvals know it: it follows the rules of its hub.</summary>
    public ResolvedTarget Target => new("entity", $"{Integration.Id}/{Entity.Id}", Entity.Name, new("integration", Integration.Id));
}
