using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace HomeDash.Mcp;

/// <summary>The HTTP side of MCP: Streamable HTTP without sessions, for clients of both eras.</summary>
internal sealed partial class McpEndpoint(LocalGuard guard, Entrance entrance, McpMethods methods, Roads roads, McpServerFactory servers, ILogger<McpEndpoint> logger)
{
    /// <summary>Takes one message and answers it.</summary>
    public async Task PostAsync(HttpContext http)
    {
        var left = http.RequestAborted;
        try
        {
            var (message, call, refusal) = await AdmitAsync(http).ConfigureAwait(false);
            if (refusal is not null)
            {
                await refusal.WriteAsync(http.Response, left).ConfigureAwait(false);
            }
            else if (!message!.IsRequest)
            {
                // Without a session a notification or response has nothing to reach: it is taken, and that is all (Sending Messages, 5).
                http.Response.StatusCode = StatusCodes.Status202Accepted;
            }
            else if (methods.Find(message.Method!) is { } method && roads.IsShort(method, call!, message.Parameters))
            {
                await AnswerShortlyAsync(http, method, message, call!).ConfigureAwait(false);
            }
            else
            {
                await AnswerAsync(http, message, call!).ConfigureAwait(false);
            }
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

    /// <summary>
    /// Answers GET and DELETE, which belong to sessions. Exactly 405: clients take 404 for a session that has expired.
    /// </summary>
    public Task RefuseMethodAsync(HttpContext http)
    {
        var refusal = guard.Check(http.Request)
            ?? Refusal.Of(StatusCodes.Status405MethodNotAllowed, "There are no sessions here: send each message as a POST.") with { Header = ("Allow", "POST") };
        return refusal.WriteAsync(http.Response, http.RequestAborted);
    }

    /// <summary>The checks, cheapest and most protective first: nothing is read for strangers.</summary>
    private async Task<(IncomingMessage? Message, McpCall? Call, Refusal? Refusal)> AdmitAsync(HttpContext http)
    {
        if (guard.Check(http.Request) is { } foreign)
        {
            return (null, null, foreign);
        }

        var (caller, profile, kept) = await entrance.AdmitAsync(http).ConfigureAwait(false);
        if (kept is not null)
        {
            return (null, null, kept);
        }

        if (ContentRules.Check(http.Request) is { } content)
        {
            return (null, null, content);
        }

        if (await RequestBody.ReadAsync(http.Request, http.RequestAborted).ConfigureAwait(false) is not { } body)
        {
            return (null, null, Refusal.Of(StatusCodes.Status413PayloadTooLarge, $"A message may be at most {RequestBody.Limit} bytes long. Send less at once."));
        }

        var (message, broken) = MessageReader.Read(body);
        if (message is null)
        {
            return (null, null, broken);
        }

        var (version, wrong) = RequestRules.Check(message, http.Request.Headers);
        return wrong is not null ? (null, null, wrong) : (message, new McpCall(caller, Dashboard(http.Request), version)
        {
            Profile = profile,
            Parameters = message.Parameters,
            Capabilities = RequestRules.CapabilitiesIn(message.Meta),
        }, null);
    }

    /// <summary>The short road: nothing is said before the answer, so it needs no stream and no server.</summary>
    private async Task AnswerShortlyAsync(HttpContext http, IMcpMethod method, IncomingMessage message, McpCall call)
    {
        var answer = await methods.AnswerAsync(method, call, message.Parameters, LeavingEnds(http, call)).ConfigureAwait(false);
        if (call.IsModern && answer is McpAnswer.Error error)
        {
            http.Response.StatusCode = StatusFor((int)error.Code);
        }

        await Reply.WriteAsync(http.Response, message.IdJson!, answer, http.RequestAborted).ConfigureAwait(false);
    }

    private async Task AnswerAsync(HttpContext http, IncomingMessage message, McpCall call)
    {
        var request = (JsonRpcRequest)message.ToSdk();
        var left = LeavingEnds(http, call);
        call.TravelWith(request);
        request.Context!.User = http.User;
        var introduces = request.Method is RequestMethods.Initialize or RequestMethods.ServerDiscover;

        using var running = CancellationTokenSource.CreateLinkedTokenSource(left);
        await using var transport = new StreamableHttpServerTransport(NullLoggerFactory.Instance) { Stateless = true };
        await using var server = servers.Create(transport, introduces ? call : null, http.RequestServices);
        var run = server.RunAsync(running.Token);
        try
        {
            EventStream.Begin(http);
            await transport.HandlePostRequestAsync(request, http.Response.Body, first => Choose(http.Response, first), left).ConfigureAwait(false);
        }
        finally
        {
            await running.CancelAsync().ConfigureAwait(false);
            await run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        ValueTask Choose(HttpResponse response, JsonRpcMessage? first)
        {
            if (call.IsModern && first is JsonRpcError error)
            {
                response.StatusCode = StatusFor(error.Error.Code);
            }

            return default;
        }
    }

    /// <summary>"Closing the SSE response stream MUST be treated as cancellation" is true of modern clients alone; before, it MUST NOT be.</summary>
    private static CancellationToken LeavingEnds(HttpContext http, McpCall call) => call.IsModern ? http.RequestAborted : CancellationToken.None;

    /// <summary>SEP-2575 and SEP-2243 give some errors of modern requests a status of their own.</summary>
    private static int StatusFor(int code) => (McpErrorCode)code switch
    {
        McpErrorCode.MethodNotFound => StatusCodes.Status404NotFound,
        McpErrorCode.HeaderMismatch or McpErrorCode.MissingRequiredClientCapability or McpErrorCode.UnsupportedProtocolVersion => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status200OK,
    };

    private static Uri Dashboard(HttpRequest request) => new($"{request.Scheme}://{request.Host}{request.PathBase}/");

    [LoggerMessage(Level = LogLevel.Error, Message = "An MCP request failed with a fault of HomeDash")]
    private partial void LogFault(Exception exception);
}
