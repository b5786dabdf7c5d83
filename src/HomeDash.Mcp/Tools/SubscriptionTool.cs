using System.Buffers;
using System.Text.Json;
using HomeDash.Procedures;
using Microsoft.Extensions.Options;

namespace HomeDash.Mcp;

/// <summary>A subscription as a tool: listens for a while and returns what came.</summary>
internal sealed class SubscriptionTool(ProcedureCaller calls, IOptionsMonitor<AnswerOptions> answers, TimeProvider clock)
{
    /// <summary>The most items that one call returns.</summary>
    public const int MostItems = 100;

    /// <summary>The last sentence of the tool's description.</summary>
    public const string Sentence = "Listens for at most 5 seconds or 100 items and returns what came; call again to go on listening.";

    /// <summary>How long one call listens.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The schema of what a call returns. What is in an item mostly stands in the list of tools already, at the query that a
    /// stream follows; the catalogue, which tools.list returns, has it too.
    /// </summary>
    public const string OutputSchema =
        """{"type":"object","properties":{"items":{"type":"array","description":"What came, in order.","items":{"type":"object"}},"ended":{"type":"boolean","description":"Whether the stream came to its end; otherwise there may be more."}},"required":["items","ended"]}""";

    /// <summary>Listens, and ends as any procedure does.</summary>
    public async Task<ProcedureOutcome> CallAsync(string path, ReadOnlyMemory<byte> input, ProcedureRequest request, CancellationToken cancellationToken)
    {
        var stream = await calls.OpenAsync(path, input, request, cancellationToken).ConfigureAwait(false);
        if (stream.Refusal is not null)
        {
            return stream.Refusal;
        }

        using var window = new CancellationTokenSource(Window, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(window.Token, cancellationToken);
        var json = new ArrayBufferWriter<byte>(1024);
        await using var writer = new Utf8JsonWriter(json, ResultWriter.Writing);
        writer.WriteStartObject();
        writer.WriteStartArray("items"u8);
        var ended = false;
        try
        {
            ended = await ListenAsync(stream, writer, answers.CurrentValue.Budget, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (window.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // The time is up; what came until now is the answer.
        }
        catch (ProcedureException broken)
        {
            return new ProcedureOutcome.Failed(broken.Error);
        }

        writer.WriteEndArray();
        writer.WriteBoolean("ended"u8, ended);
        writer.WriteEndObject();
        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        return new ProcedureOutcome.Completed<ReadOnlyMemory<byte>>(json.WrittenMemory, (to, collected) => to.WriteRawValue(collected.Span, skipInputValidation: true));
    }

    /// <summary>True when the stream came to its end.</summary>
    private static async Task<bool> ListenAsync(ProcedureStream stream, Utf8JsonWriter writer, int budget, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var item in stream.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            item(writer);
            if (++count == MostItems || writer.BytesCommitted + writer.BytesPending >= budget)
            {
                return false;
            }
        }

        return true;
    }
}
