using System.ComponentModel.DataAnnotations;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The procedures themselves: what can be called, and how.</summary>
[Router("tools", Noun = "tool")]
internal sealed class ToolsRouter(ProcedureCatalog catalog, IEnumerable<IClientSessions> surfaces)
{
    /// <summary>Lists every procedure that the caller holds the permission for, with its contract, sorted by path.</summary>
    /// <param name="context">The run.</param>
    /// <param name="limit">How many procedures a page holds.</param>
    /// <param name="cursor">The <c>next</c> of the page before; leave it out for the first page.</param>
    [Query(ToolsPermissions.View)]
    public Page<ToolInfo> List(ProcedureContext context, [Range(1, 1000)] int limit = 500, [MaxLength(100)] string? cursor = null)
    {
        ProcedureDefinition[] own = [.. catalog.Procedures.Select(procedure => procedure.Definition).Where(definition => context.Caller.Holds(definition.Permission))];
        ProcedureDefinition[] rest = [.. own.Where(definition => string.CompareOrdinal(definition.Path, cursor) > 0)];
        return new([.. rest.Take(limit).Select(Describe)], own.Length, rest.Length > limit ? rest[limit - 1].Path : null);
    }

    /// <summary>Lists the AI clients that are connected by a session, the one heard of last first; administrators get everybody's.</summary>
    [Query(ToolsPermissions.View, Title = "List connected clients")]
    public Page<ConnectedClient> Sessions(ProcedureContext context)
    {
        ConnectedClient[] all = [.. SessionsOf(context.Caller).Select(session => ConnectedClient.Of(session.Session))];
        return new(all, all.Length);
    }

    /// <summary>Ends the session of an AI client, which has to begin a new one. Administrators may end everybody's.</summary>
    /// <param name="id">The session's id, as tools.sessions shows it.</param>
    /// <param name="context">The run.</param>
    [Mutation(ToolsPermissions.EndSession, Effect.Change, Idempotent = true, Title = "End client session")]
    public ConnectedClient EndSession([StringLength(12, MinimumLength = 12)] string id, ProcedureContext context)
    {
        var own = SessionsOf(context.Caller).ToArray();
        if (own.FirstOrDefault(session => session.Session.Id == id) is not { Session: not null } found)
        {
            throw ProcedureErrors.NotFound("session", id, own.Select(session => session.Session.Id), new("tools.sessions", Why: "It lists the sessions there are."));
        }

        context.Plan([$"End the session {id} of {found.Session.Client}."]);
        found.Surface.End(id);
        return ConnectedClient.Of(found.Session);
    }

    private IEnumerable<(IClientSessions Surface, ClientSession Session)> SessionsOf(Caller caller) =>
        from surface in surfaces
        from session in surface.List()
        where caller.IsAdministrator || session.UserId == caller.UserId
        select (surface, session);

    private ToolInfo Describe(ProcedureDefinition definition)
    {
        var whyNot = WhyNotOnMcp(definition);
        return new(
            definition.Path,
            definition.ToolName,
            definition.Title,
            definition.Description,
            definition.Kind,
            definition.Effect,
            definition.Permission,
            whyNot is null,
            whyNot,
            definition.Page,
            [.. definition.Parameters.Select(parameter => new ToolParameter(parameter.Name, parameter.Description, parameter.Required, parameter.TargetNoun))],
            definition.InputSchema,
            definition.OutputSchema);
    }

    private string? WhyNotOnMcp(ProcedureDefinition definition) =>
        definition.CarriesSecret ? "It takes or returns a secret, which no AI client may see. A person does it in the dashboard."
        : catalog.WhyNotAvailable(definition);
}
