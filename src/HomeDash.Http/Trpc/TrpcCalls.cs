using HomeDash.Procedures;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Http;

/// <summary>Makes the calls of a request.</summary>
internal sealed class TrpcCalls(AnswerCalls calls)
{
    /// <summary>Makes one call. It waits for a mutation's whole deadline: a typed client expects the result and nothing else.</summary>
    public async Task<TrpcReply> CallAsync(TrpcCall call, HttpContext http, ProcedureRequest manner)
    {
        // Each call of a batch is a call of its own in the log.
        var request = new ProcedureRequest(manner.Caller, manner.Surface) { DryRun = manner.DryRun, Answers = manner.Answers, WaitsToTheEnd = true };
        var outcome = Refuse(call, http) is { } refusal
            ? new ProcedureOutcome.Failed(refusal)
            : await calls.CallAsync(call.Path, call.Input, request, http.RequestAborted).ConfigureAwait(false);
        return TrpcReply.Of(outcome, call.Path, request.RequestId);
    }

    /// <summary>GET reads and POST changes, and never the other way round.</summary>
    public static ProcedureError? Refuse(TrpcCall call, HttpContext http)
    {
        if (call.Definition is not { } definition)
        {
            return null;
        }

        var method = definition.Kind == ProcedureKind.Mutation ? HttpMethods.Post : HttpMethods.Get;
        if (http.Request.Method != method)
        {
            // RFC 9110, 15.5.6: a 405 lists the methods there are.
            http.Response.Headers.Allow = method;
            return new(ProcedureErrorCode.MethodNotSupported, ErrorReason.InvalidInput, $"{call.Path} is a {definition.Kind.ToString().ToLowerInvariant()}: send it with {method}.");
        }

        return definition.Kind == ProcedureKind.Subscription && http.Request.Query["batch"] == "1"
            ? new(ProcedureErrorCode.BadRequest, ErrorReason.InvalidInput, $"{call.Path} is a subscription, and those cannot be in a batch. Open it alone.")
            : null;
    }
}
