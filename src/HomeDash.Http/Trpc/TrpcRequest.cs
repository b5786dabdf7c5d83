using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Http;

/// <summary>One call of a request.</summary>
/// <param name="Path">The procedure's path, as it was written.</param>
/// <param name="Definition">The procedure; null when there is none.</param>
/// <param name="Input">Its input as JSON; empty for none.</param>
internal sealed record TrpcCall(string Path, ProcedureDefinition? Definition, ReadOnlyMemory<byte> Input);

/// <summary>What a request asks for (@trpc/server 11, http/contentType.ts).</summary>
/// <param name="Calls">The calls, in their order.</param>
/// <param name="IsBatch">Whether the answers are a list.</param>
internal sealed record TrpcRequest(IReadOnlyList<TrpcCall> Calls, bool IsBatch)
{
    /// <summary>More calls than this are no batch any more.</summary>
    private const int MostCalls = 100;

    public static async ValueTask<(TrpcRequest? Request, ProcedureError? Refusal)> ReadAsync(HttpContext http, string path, ProcedureCatalog catalog)
    {
        var isBatch = http.Request.Query["batch"] == "1";
        var paths = isBatch ? path.Split(',') : [path];
        if (paths.Length > MostCalls)
        {
            return (null, BadRequest($"A batch may have at most {MostCalls} calls, not {paths.Length}."));
        }

        var definitions = paths.Select(each => catalog.Find(each)?.Definition).ToArray();
        if (definitions.Where(each => each is not null).Select(each => each!.Kind).Distinct().Count() > 1)
        {
            return (null, BadRequest("Queries and mutations cannot be in one batch. Send two."));
        }

        var (input, refusal) = await InputAsync(http).ConfigureAwait(false);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        if (!isBatch)
        {
            return (new([new(path, definitions[0], OrNone(input))], false), null);
        }

        return Split(input, paths.Length) is { } inputs
            ? (new([.. paths.Select((each, index) => new TrpcCall(each, definitions[index], OrNone(inputs[index])))], true), null)
            : (null, BadRequest("The input of a batch is a JSON object of the calls' inputs by their index: {\"0\":{…},\"1\":{…}}."));
    }

    private static async ValueTask<(ReadOnlyMemory<byte> Input, ProcedureError? Refusal)> InputAsync(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method)
            ? await RequestBody.ReadAsync(http.Request, http.RequestAborted).ConfigureAwait(false)
            : (http.Request.Query["input"] is [{ } input, ..] ? Encoding.UTF8.GetBytes(input) : default(ReadOnlyMemory<byte>), null);

    private static ReadOnlyMemory<byte>[]? Split(ReadOnlyMemory<byte> json, int count)
    {
        var inputs = new ReadOnlyMemory<byte>[count];
        if (json.IsEmpty)
        {
            return inputs;
        }

        try
        {
            var all = JsonElement.Parse(json.Span);
            if (all.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            for (var index = 0; index < count; index++)
            {
                if (all.TryGetProperty($"{index}", out var input))
                {
                    inputs[index] = JsonMarshal.GetRawUtf8Value(input).ToArray();
                }
            }

            return inputs;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What JavaScript has no value for arrives as nothing or as null.</summary>
    private static ReadOnlyMemory<byte> OrNone(ReadOnlyMemory<byte> input) => input.Span.Trim(" \t\r\n"u8).SequenceEqual("null"u8) ? default : input;

    private static ProcedureError BadRequest(string message) => new(ProcedureErrorCode.BadRequest, ErrorReason.InvalidInput, message);
}
