using System.ComponentModel.DataAnnotations;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The AI clients that are connected.</summary>
[Router("tools", Noun = "tool")]
internal sealed class ConnectedClientsRouter(IEnumerable<IClientSessions> surfaces)
{
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
}
