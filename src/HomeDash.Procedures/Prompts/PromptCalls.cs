using System.Buffers;
using System.Text.Json;

namespace HomeDash.Procedures;

/// <summary>The door to what assists people who write to an assistant: prompts, and the names that complete what they type.</summary>
public sealed class PromptCalls(ProcedureCatalog catalog, ProcedurePipeline pipeline)
{
    /// <summary>Writes a prompt.</summary>
    /// <param name="prompt">One of the catalogue's prompts.</param>
    /// <param name="input">Its arguments: one JSON object in UTF-8.</param>
    /// <param name="request">Who asks, and how.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A completed <see cref="PromptScript"/>, or how else it ended.</returns>
    public ValueTask<ProcedureOutcome> WriteAsync(Procedure prompt, ReadOnlyMemory<byte> input, ProcedureRequest request, CancellationToken cancellationToken) =>
        prompt.CallAsync(pipeline, input, request, cancellationToken);

    /// <summary>The names that a text may become. None when nobody knows such names, or the caller may not.</summary>
    /// <param name="noun">What is named, for example <c>container</c>.</param>
    /// <param name="text">What was typed until now.</param>
    /// <param name="request">Who asks.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async ValueTask<TargetNames> CompleteAsync(string noun, string text, ProcedureRequest request, CancellationToken cancellationToken)
    {
        if (catalog.FindCompletion(noun) is { } completion && request.Caller.MayCall(completion.Names.Definition)
            && await completion.Names.CallAsync(pipeline, Typed(text), request, cancellationToken).ConfigureAwait(false) is ProcedureOutcome.Completed<TargetNames> found)
        {
            return found.Value;
        }

        return TargetNames.None;
    }

    private static ReadOnlyMemory<byte> Typed(string text)
    {
        var json = new ArrayBufferWriter<byte>(64);
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteString("text"u8, text);
            writer.WriteEndObject();
        }

        return json.WrittenMemory;
    }
}
