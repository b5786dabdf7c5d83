using HomeDash.Procedures;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>The checks that a request has to pass, cheapest and most protective first: nothing is read for strangers.</summary>
internal sealed class Admission(LocalGuard guard, Entrance entrance, SessionTable sessions, IOptionsMonitor<McpOptions> options)
{
    // Exactly 405: clients take 404 for a session that has expired.
    private static Refusal NeedsSession { get; } =
        Refusal.Of(StatusCodes.Status405MethodNotAllowed, "This needs a session: begin one with initialize and send its Mcp-Session-Id, or send each message as a POST.") with { Header = ("Allow", "POST") };

    // Exactly 404: "the client MUST start a new session" (Session Management, 3 and 4).
    private static Refusal NoSession { get; } =
        Refusal.Of(StatusCodes.Status404NotFound, "There is no such session of yours, or it is over: begin a new one with initialize.");

    /// <summary>Lets a POST in.</summary>
    /// <exception cref="Refused">It may not come in.</exception>
    public async Task<(IncomingMessage Message, McpCall Call)> AdmitAsync(HttpContext http)
    {
        Check(guard.Check(http.Request));
        var (caller, profile, kept) = await entrance.AdmitAsync(http).ConfigureAwait(false);
        Check(kept);
        Check(ContentRules.Check(http.Request));
        var body = await RequestBody.ReadAsync(http.Request, http.RequestAborted).ConfigureAwait(false)
            ?? throw new Refused(Refusal.Of(StatusCodes.Status413PayloadTooLarge, $"A message may be at most {RequestBody.Limit} bytes long. Send less at once."));
        var (message, broken) = MessageReader.Read(body);
        Check(broken);
        var (version, wrong) = RequestRules.Check(message!, http.Request.Headers);
        Check(wrong);

        var session = ProtocolVersions.IsModern(version) || message!.Method == RequestMethods.Initialize ? null
            : await SessionAsync(http.Request, caller, profile, message.IdJson, http.RequestAborted).ConfigureAwait(false);
        return (message!, new McpCall(caller, Dashboard(http.Request), session?.Record.ProtocolVersion ?? version)
        {
            Profile = profile,
            Parameters = message!.Parameters,
            Headers = http.Request.Headers,
            RequestIdJson = message.IdJson,
            Session = session,
            Capabilities = session?.Capabilities ?? RequestRules.CapabilitiesIn(message.Meta),
            LogLevel = session is not null ? session.Record.LogLevel : RequestRules.LogLevelIn(message.Meta),
        });
    }

    /// <summary>Lets a GET or DELETE in, which belong to sessions.</summary>
    /// <exception cref="Refused">It may not come in.</exception>
    public async Task<McpSession> AdmitToSessionAsync(HttpContext http)
    {
        Check(guard.Check(http.Request));
        if (ProtocolVersions.IsModern(http.Request.Headers[RequestRules.VersionHeader]) || SessionIdOf(http.Request) is null)
        {
            throw new Refused(NeedsSession);
        }

        var (caller, profile, kept) = await entrance.AdmitAsync(http).ConfigureAwait(false);
        Check(kept);
        return await SessionAsync(http.Request, caller, profile, null, http.RequestAborted).ConfigureAwait(false) ?? throw new Refused(NeedsSession);
    }

    private static void Check(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new Refused(refusal);
        }
    }

    /// <summary>The session that a request names; null when it names none, or when the profile has none.</summary>
    private async ValueTask<McpSession?> SessionAsync(HttpRequest request, Caller caller, ToolProfile profile, string? idJson, CancellationToken cancellationToken) =>
        SessionIdOf(request) is not { } id || !profile.Sessions ? null
        : await sessions.FindAsync(id, caller, profile.Name, cancellationToken).ConfigureAwait(false) ?? throw new Refused(NoSession with { IdJson = idJson });

    private string? SessionIdOf(HttpRequest request) =>
        options.CurrentValue.Sessions && request.Headers[SessionHeaders.Id].ToString() is { Length: > 0 } id ? id : null;

    private static Uri Dashboard(HttpRequest request) => new($"{request.Scheme}://{request.Host}{request.PathBase}/");
}

/// <summary>A request that may not come in.</summary>
internal sealed class Refused(Refusal refusal) : Exception
{
    public Refusal Refusal => refusal;
}
