using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace HomeDash.Mcp;

/// <summary>Answers requests that belong to no session: modern ones, and those of simple clients of the handshake.</summary>
internal sealed class StatelessRoad(McpMethods methods, Roads roads, McpServerFactory servers, ServerLifetime lifetime, TimeProvider clock)
{
    public Task AnswerAsync(HttpContext http, IMcpMethod? method, IncomingMessage message, McpCall call) =>
        method is not null && !roads.IsShort(method, call, message.Parameters) ? AnswerByServerAsync(http, message, call) : AnswerShortlyAsync(http, method, message, call);

    /// <summary>The short road: nothing is said before the answer, so it needs no stream and no server.</summary>
    private async Task AnswerShortlyAsync(HttpContext http, IMcpMethod? method, IncomingMessage message, McpCall call)
    {
        var answer = method is null ? NoSuchMethod.Answer(message.Method!, call)
            : await methods.AnswerAsync(method, call, message.Parameters, LeavingEnds(http, call)).ConfigureAwait(false);
        if (call.IsModern && answer is McpAnswer.Error error)
        {
            http.Response.StatusCode = StatusFor((int)error.Code);
        }

        await Reply.WriteAsync(http.Response, message.IdJson!, answer, http.RequestAborted).ConfigureAwait(false);
    }

    private async Task AnswerByServerAsync(HttpContext http, IncomingMessage message, McpCall call)
    {
        var request = (JsonRpcRequest)message.ToSdk();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(LeavingEnds(http, call), lifetime.Ended);
        var left = ending.Token;
        call.TravelWith(request);
        request.Context!.User = http.User;

        using var running = CancellationTokenSource.CreateLinkedTokenSource(left);
        await using var transport = new StreamableHttpServerTransport(NullLoggerFactory.Instance) { Stateless = true };
        await using var server = servers.Create(transport, http.RequestServices);
        await using var body = new KeepAliveStream(http.Response.Body, clock);
        var run = server.RunAsync(running.Token);
        try
        {
            EventStream.Begin(http);
            await transport.HandlePostRequestAsync(request, body, first => Choose(http.Response, first), left).ConfigureAwait(false);
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
    private CancellationToken LeavingEnds(HttpContext http, McpCall call) => call.IsModern ? http.RequestAborted : lifetime.Ended;

    /// <summary>SEP-2575 and SEP-2243 give some errors of modern requests a status of their own.</summary>
    private static int StatusFor(int code) => (McpErrorCode)code switch
    {
        McpErrorCode.MethodNotFound => StatusCodes.Status404NotFound,
        McpErrorCode.HeaderMismatch or McpErrorCode.MissingRequiredClientCapability or McpErrorCode.UnsupportedProtocolVersion => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status200OK,
    };
}
