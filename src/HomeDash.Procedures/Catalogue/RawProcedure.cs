using System.Text.Json;

namespace HomeDash.Procedures;

/// <summary>
/// A procedure known only at run time: its schemas are given, its input and its result are JSON that is passed on as it is.
/// </summary>
/// <param name="definition">What it is.</param>
/// <param name="run">Gets the input object as UTF-8 JSON and returns the result object as UTF-8 JSON.</param>
public sealed class RawProcedure(
    ProcedureDefinition definition,
    Func<IServiceProvider, ReadOnlyMemory<byte>, ProcedureContext, CancellationToken, ValueTask<ReadOnlyMemory<byte>>> run)
    : Procedure<RawInput, ReadOnlyMemory<byte>>
{
    /// <inheritdoc/>
    public override ProcedureDefinition Definition => definition;

    /// <inheritdoc/>
    protected internal override RawInput? Read(ref Utf8JsonReader reader, ref InputProblems problems)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            return new(System.Text.Encoding.UTF8.GetBytes(document.RootElement.GetRawText()));
        }

        problems.Add("", "The input must be a JSON object.");
        return null;
    }

    /// <inheritdoc/>
    protected internal override void Validate(RawInput input, ref InputProblems problems)
    {
    }

    /// <inheritdoc/>
    protected internal override void WriteInput(Utf8JsonWriter writer, RawInput input) => writer.WriteRawValue(input.Json.Span);

    /// <inheritdoc/>
    protected internal override ValueTask<ReadOnlyMemory<byte>> RunAsync(IServiceProvider services, RawInput input, ProcedureContext context, CancellationToken cancellationToken) =>
        run(services, input.Json, context, cancellationToken);

    /// <inheritdoc/>
    protected internal override void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> output) => writer.WriteRawValue(output.Span);
}

/// <summary>The input of a <see cref="RawProcedure"/>.</summary>
/// <param name="Json">The object as UTF-8 JSON.</param>
public sealed record RawInput(ReadOnlyMemory<byte> Json);
