using HomeDash.Procedures;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace HomeDash.Http;

/// <summary>tRPC's wire protocol, version 11, as @trpc/server speaks it: calls, batches, streamed batches and subscriptions.</summary>
internal sealed partial class TrpcEndpoint(ProcedureCatalog catalog, TrpcCalls calls, EventStreams streams, ILogger<TrpcEndpoint> logger)
{
    public async Task HandleAsync(HttpContext http)
    {
        try
        {
            http.Response.Headers.Vary = "trpc-accept, accept";
            await AnswerAsync(http, (string?)http.GetRouteValue("path") ?? "").ConfigureAwait(false);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            var request = new ProcedureRequest(Caller.Nobody, "http");
            LogFault(fault, request.RequestId);
            await SendAsync(http, TrpcReply.Of(new ProcedureOutcome.Failed(ProcedureErrors.From(fault)), null, request.RequestId)).ConfigureAwait(false);
        }
    }

    private async Task AnswerAsync(HttpContext http, string path)
    {
        var (caller, refusal) = await Admission.AdmitAsync(http).ConfigureAwait(false);
        var (manner, unclear) = CallManner.Read(http.Request, caller);
        var (request, unread) = refusal is null && unclear is null ? await TrpcRequest.ReadAsync(http, path, catalog).ConfigureAwait(false) : default;
        if ((refusal ?? unclear ?? unread) is { } wrong)
        {
            // Not a list even for a batch: clients give one error of a request to all of its calls.
            await SendAsync(http, TrpcReply.Of(new Fault(wrong, manner.RequestId), null)).ConfigureAwait(false);
        }
        else if (!request!.IsBatch)
        {
            await AnswerOneAsync(http, request.Calls[0], manner).ConfigureAwait(false);
        }
        else if (Streams(http.Request))
        {
            await StreamAsync(http, request.Calls, manner).ConfigureAwait(false);
        }
        else
        {
            await AnswerBatchAsync(http, request.Calls, manner).ConfigureAwait(false);
        }
    }

    private async Task AnswerOneAsync(HttpContext http, TrpcCall call, ProcedureRequest manner)
    {
        if (Streams(http.Request))
        {
            var error = new ProcedureError(ProcedureErrorCode.BadRequest, ErrorReason.InvalidInput, "A streamed answer is for a batch; a batch of one will do.");
            await SendAsync(http, TrpcReply.Of(new Fault(error, manner.RequestId), call.Path)).ConfigureAwait(false);
        }
        else if (call.Definition is { Kind: ProcedureKind.Subscription } && TrpcCalls.Refuse(call, http) is null)
        {
            var opened = await streams.OpenAsync(http, call.Definition, call.Input, manner).ConfigureAwait(false);
            await streams.SendAsync(http, opened, manner, new("serialized-error", (writer, fault) => TrpcReply.WriteShape(writer, fault, call.Path))).ConfigureAwait(false);
        }
        else
        {
            await SendAsync(http, await calls.CallAsync(call, http, manner).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    /// <summary>All answers at once, with status 207 when they are not of one mind (getHTTPStatusCode.ts).</summary>
    private async Task AnswerBatchAsync(HttpContext http, IReadOnlyList<TrpcCall> batch, ProcedureRequest manner)
    {
        var replies = await Task.WhenAll(batch.Select(call => calls.CallAsync(call, http, manner))).ConfigureAwait(false);
        var json = Json.Print(writer =>
        {
            writer.WriteStartArray();
            foreach (var reply in replies)
            {
                writer.WriteRawValue(reply.Json.Span, skipInputValidation: true);
            }

            writer.WriteEndArray();
        });
        var statuses = replies.Select(reply => reply.Status).Distinct().ToArray();
        await SendAsync(http, new(statuses is [var same] ? same : StatusCodes.Status207MultiStatus, json)).ConfigureAwait(false);
    }

    /// <summary>Each answer on a line of its own as soon as it is there (stream/jsonl.ts): first what is to come, then <c>[index,0,[[answer]]]</c>.</summary>
    private async Task StreamAsync(HttpContext http, IReadOnlyList<TrpcCall> batch, ProcedureRequest manner)
    {
        var left = http.RequestAborted;
        var pending = batch.Select(async (call, index) => (Index: index, Reply: await calls.CallAsync(call, http, manner).ConfigureAwait(false))).ToArray();
        EventStreams.Unbuffer(http, "application/json");
        await LineAsync(writer =>
        {
            writer.WriteStartObject();
            for (var index = 0; index < batch.Count; index++)
            {
                writer.WritePropertyName($"{index}");
                writer.WriteRawValue($"[[0],[null,0,{index}]]");
            }

            writer.WriteEndObject();
        }).ConfigureAwait(false);
        await foreach (var done in Task.WhenEach(pending).WithCancellation(left).ConfigureAwait(false))
        {
            var (index, reply) = await done.ConfigureAwait(false);
            await LineAsync(writer =>
            {
                writer.WriteStartArray();
                writer.WriteNumberValue(index);
                writer.WriteNumberValue(0);
                writer.WriteStartArray();
                writer.WriteStartArray();
                writer.WriteRawValue(reply.Json.Span, skipInputValidation: true);
                writer.WriteEndArray();
                writer.WriteEndArray();
                writer.WriteEndArray();
            }).ConfigureAwait(false);
        }

        async Task LineAsync(Action<System.Text.Json.Utf8JsonWriter> write)
        {
            await http.Response.Body.WriteAsync(Json.Print(write), left).ConfigureAwait(false);
            await http.Response.Body.WriteAsync("\n"u8.ToArray(), left).ConfigureAwait(false);
            await http.Response.Body.FlushAsync(left).ConfigureAwait(false);
        }
    }

    /// <summary>The head of httpBatchStreamLink, in either of its spellings.</summary>
    private static bool Streams(HttpRequest request) =>
        request.Headers["trpc-accept"] == "application/jsonl" || (request.Headers["trpc-accept"].Count == 0 && request.Headers.Accept == "application/jsonl");

    private static Task SendAsync(HttpContext http, TrpcReply reply) => Json.SendAsync(http.Response, reply.Status, "application/json", reply.Json);

    [LoggerMessage(Level = LogLevel.Error, Message = "A tRPC request failed with a fault of HomeDash (request {RequestId})")]
    private partial void LogFault(Exception exception, string requestId);
}
