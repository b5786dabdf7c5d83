using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>The HTTP side of MCP: Streamable HTTP, with sessions for clients of the handshake and without for all.</summary>
internal sealed partial class McpEndpoint(
    Admission admission, CrossOrigin origins, McpMethods methods, StatelessRoad stateless, SessionRoad session, SessionTable sessions, ServerLifetime lifetime,
    IOptionsMonitor<McpOptions> options, ILogger<McpEndpoint> logger)
{
    /// <summary>Takes one message and answers it.</summary>
    public Task PostAsync(HttpContext http) => AnswerAsync(http, async () =>
    {
        var (message, call) = await admission.AdmitAsync(http).ConfigureAwait(false);
        if (!message.IsRequest)
        {
            // Without a session it has nothing to reach: it is taken, and that is all (Sending Messages, 5).
            call.Session?.Calls.Take(message);
            http.Response.StatusCode = StatusCodes.Status202Accepted;
            return;
        }

        if (message.Method == RequestMethods.Initialize && !call.IsModern && options.CurrentValue.Sessions && call.Profile.Sessions && InitializeMethod.Agree(message.Parameters) is { } version)
        {
            var (begun, id) = sessions.Begin(call.Caller, call.Profile.Name, version, message.Parameters);
            http.Response.Headers[SessionHeaders.Id] = id;
            call = call with { Session = begun };
        }

        var method = methods.Find(message.Method!);
        await (call.Session is null ? stateless.AnswerAsync(http, method, message, call) : session.AnswerAsync(http, method, message, call)).ConfigureAwait(false);
    });

    /// <summary>Sends a session what belongs to no request, or what it missed of an answer.</summary>
    public Task GetAsync(HttpContext http) => AnswerAsync(http, async () =>
    {
        var found = await admission.AdmitToSessionAsync(http).ConfigureAwait(false);
        if (ContentRules.CheckEvents(http.Request) is { } refusal)
        {
            throw new Refused(refusal);
        }

        (MessageStream Stream, long? After) wanted = (found.Streams.Standalone, null);
        if (http.Request.Headers[SessionHeaders.LastEvent].ToString() is { Length: > 0 } last)
        {
            wanted = found.Streams.Find(last)
                ?? throw new Refused(Refusal.Of(StatusCodes.Status400BadRequest, "This Last-Event-ID is none of this session's, or too old. Leave it out to hear what comes from now on."));
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.Stopping);
        try
        {
            await EventStream.SendAsync(http, found, wanted.Stream, wanted.After, ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (lifetime.Stopping.IsCancellationRequested)
        {
            // The stream ends like any other; the client comes back when HomeDash does.
        }
    });

    /// <summary>Ends a session.</summary>
    public Task DeleteAsync(HttpContext http) => AnswerAsync(http, async () =>
    {
        sessions.End(await admission.AdmitToSessionAsync(http).ConfigureAwait(false));
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    });

    /// <summary>Answers a browser that asks whether a page may call.</summary>
    public Task PreflightAsync(HttpContext http) => origins.AnswerPreflightAsync(http);

    private async Task AnswerAsync(HttpContext http, Func<Task> answer)
    {
        var left = http.RequestAborted;
        origins.Allow(http);
        try
        {
            await answer().ConfigureAwait(false);
        }
        catch (Refused refused) when (!http.Response.HasStarted)
        {
            await refused.Refusal.WriteAsync(http.Response, left).ConfigureAwait(false);
        }
        catch (Exception) when (left.IsCancellationRequested)
        {
            // Nobody is there to be answered.
        }
        catch (BadHttpRequestException broken) when (!http.Response.HasStarted)
        {
            await Refusal.Of(broken.StatusCode, "The body could not be read to its end.").WriteAsync(http.Response, left).ConfigureAwait(false);
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            LogFault(fault);
            await new Refusal(StatusCodes.Status500InternalServerError, (int)McpErrorCode.InternalError, "HomeDash failed at this; its log says why.")
                .WriteAsync(http.Response, left).ConfigureAwait(false);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An MCP request failed with a fault of HomeDash")]
    private partial void LogFault(Exception exception);
}
