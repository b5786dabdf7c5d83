using HomeDash.Procedures;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace HomeDash.Http;

/// <summary>REST by one rule: <c>/api/v1/namespace/verb</c>, GET with a query string to read, POST with a JSON body to change.</summary>
internal sealed partial class RestEndpoint(ProcedureCatalog catalog, AnswerCalls calls, EventStreams streams, ILogger<RestEndpoint> logger)
{
    public async Task HandleAsync(HttpContext http)
    {
        try
        {
            await AnswerAsync(http, PathOf((string?)http.GetRouteValue("path") ?? "")).ConfigureAwait(false);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            var request = new ProcedureRequest(Caller.Nobody, "http");
            LogFault(fault, request.RequestId);
            await Problem.SendAsync(http, new(ProcedureErrors.From(fault), request.RequestId)).ConfigureAwait(false);
        }
    }

    /// <summary>One address for each procedure: what is not namespace/verb is none.</summary>
    private static string PathOf(string address) =>
        address.Split('/') is [var first, var verb] && !address.Contains('.') ? $"{first}.{verb}" : $"/{address}";

    private async Task AnswerAsync(HttpContext http, string path)
    {
        var (caller, refusal) = await Admission.AdmitAsync(http).ConfigureAwait(false);
        var (request, unclear) = CallManner.Read(http.Request, caller);
        if ((refusal ?? unclear) is { } wrong)
        {
            await Problem.SendAsync(http, new(wrong, request.RequestId)).ConfigureAwait(false);
            return;
        }

        if (catalog.Find(path)?.Definition is not { } definition)
        {
            // Nothing is called, but the caller's words for it are the pipeline's.
            await SendAsync(http, await calls.CallAsync(path, default, request, http.RequestAborted).ConfigureAwait(false), request).ConfigureAwait(false);
            return;
        }

        var (input, unread) = await InputAsync(http, definition).ConfigureAwait(false);
        if (unread is not null)
        {
            await Problem.SendAsync(http, new(unread, request.RequestId)).ConfigureAwait(false);
        }
        else if (definition.Kind == ProcedureKind.Subscription)
        {
            await StreamAsync(http, definition, input, request).ConfigureAwait(false);
        }
        else
        {
            await SendAsync(http, await calls.CallAsync(path, input, request, http.RequestAborted).ConfigureAwait(false), request).ConfigureAwait(false);
        }
    }

    private static async ValueTask<(ReadOnlyMemory<byte> Input, ProcedureError? Refusal)> InputAsync(HttpContext http, ProcedureDefinition definition)
    {
        var method = definition.Kind == ProcedureKind.Mutation ? HttpMethods.Post : HttpMethods.Get;
        if (http.Request.Method != method)
        {
            // RFC 9110, 15.5.6: a 405 lists the methods there are.
            http.Response.Headers.Allow = method;
            return (default, new(ProcedureErrorCode.MethodNotSupported, ErrorReason.InvalidInput, $"{definition.Path} is a {definition.Kind.ToString().ToLowerInvariant()}: send it with {method}."));
        }

        if (definition.Kind == ProcedureKind.Mutation)
        {
            return await RequestBody.ReadAsync(http.Request, http.RequestAborted).ConfigureAwait(false);
        }

        var problems = default(InputProblems);
        var input = QueryInput.Read(http.Request.Query, definition, ref problems);
        return problems.Count == 0 ? (input, null) : (default, ProcedureErrors.InvalidInput(problems.All).Error);
    }

    private async Task StreamAsync(HttpContext http, ProcedureDefinition definition, ReadOnlyMemory<byte> input, ProcedureRequest request)
    {
        var opened = await streams.OpenAsync(http, definition, input, request).ConfigureAwait(false);
        await (opened.Refusal is not null
            ? SendAsync(http, opened.Refusal, request)
            : streams.SendAsync(http, opened, request, new("problem", Problem.Write))).ConfigureAwait(false);
    }

    private static Task SendAsync(HttpContext http, ProcedureOutcome outcome, ProcedureRequest request)
    {
        if (Fault.Of(outcome, request.RequestId) is { } fault)
        {
            return Problem.SendAsync(http, fault);
        }

        var status = outcome is ProcedureOutcome.Running ? StatusCodes.Status202Accepted : StatusCodes.Status200OK;
        return Json.SendAsync(http.Response, status, "application/json", Json.Print(writer => Results.Write(writer, outcome)));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A REST request failed with a fault of HomeDash (request {RequestId})")]
    private partial void LogFault(Exception exception, string requestId);
}
