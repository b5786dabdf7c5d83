using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HomeDash.Procedures;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>Makes a finished tool result of whatever a call came to.</summary>
internal sealed class ToolResults(ToolTable table)
{
    /// <summary>Results are read by models, not by browsers: what HTML would need escaped only costs tokens here.</summary>
    internal static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The result of a call.</summary>
    /// <param name="definition">What was called.</param>
    /// <param name="outcome">What it came to.</param>
    /// <param name="request">Who called.</param>
    public CallToolResult Of(ProcedureDefinition definition, ProcedureOutcome outcome, ProcedureRequest request) => outcome switch
    {
        ProcedureOutcome.Completed completed => Structured(completed.Write, completed.AllTargetsFailed),
        ProcedureOutcome.Running running => Structured(writer => WriteRunning(writer, running.Check, request.Caller)),
        ProcedureOutcome.Planned planned => Unstructured(definition, Plan(planned)),
        ProcedureOutcome.NeedsInput asks => OfError(AnswerNeeded(asks), request),
        ProcedureOutcome.AwaitsApproval waits => OfError(waits.ToError(), request),
        ProcedureOutcome.Failed failed => OfError(failed.Error, request),
        _ => throw new InvalidOperationException($"There is no result for {outcome.GetType().Name}."),
    };

    /// <summary>A failure that a model can correct itself from: what was wrong in words, then the same as JSON.</summary>
    public CallToolResult OfError(ProcedureError error, ProcedureRequest request)
    {
        var message = table.Words.InText(error.Message);
        // No structured content: an error is not what the tool's output schema describes.
        return new()
        {
            IsError = true,
            Content = [new TextContentBlock { Text = message }, new TextContentBlock { Text = Encoding.UTF8.GetString(Json(Write).Span) }],
        };

        void Write(Utf8JsonWriter writer)
        {
            writer.WriteStartObject();
            writer.WriteStartObject("error"u8);
            writer.WriteString("code"u8, error.Code.ToWire());
            writer.WriteString("reason"u8, error.Reason.ToWire());
            writer.WriteString("message"u8, message);
            WriteProblems(writer, error.Problems);
            WriteNext(writer, error.Next, request.Caller);
            if (error.Reason == ErrorReason.Internal)
            {
                writer.WriteString("requestId"u8, request.RequestId);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }
    }

    private static void WriteProblems(Utf8JsonWriter writer, IReadOnlyList<InputProblem> problems)
    {
        if (problems.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("problems"u8);
        foreach (var problem in problems)
        {
            writer.WriteStartObject();
            writer.WriteString("path"u8, problem.Path);
            writer.WriteString("message"u8, problem.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteNext(Utf8JsonWriter writer, SuggestedCall? next, Caller caller)
    {
        if (next is null || table.NameFor(caller, next.Procedure) is not { } tool)
        {
            return;
        }

        writer.WriteStartObject("next"u8);
        writer.WriteString("tool"u8, tool);
        writer.WritePropertyName("arguments"u8);
        writer.WriteRawValue(next.InputJson ?? "{}");
        if (next.Why is not null)
        {
            writer.WriteString("why"u8, table.Words.InText(next.Why));
        }

        writer.WriteEndObject();
    }

    private void WriteRunning(Utf8JsonWriter writer, SuggestedCall check, Caller caller)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("running"u8);
        writer.WriteString("procedure"u8, table.NameFor(caller, check.Procedure) ?? check.Procedure);
        writer.WriteString("why"u8, table.Words.InText(check.Why ?? "It goes on in the background; this tells how far it has come."));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static CallToolResult Structured(Action<Utf8JsonWriter> write, bool isError = false)
    {
        var json = Json(write).Span;
        return new()
        {
            StructuredContent = JsonElement.Parse(json),
            // "A tool that returns structured content SHOULD also return the serialized JSON in a TextContent block" (Tools, Structured Content).
            Content = [new TextContentBlock { Text = Encoding.UTF8.GetString(json) }],
            IsError = isError ? true : null,
        };
    }

    /// <summary>
    /// Words alone. A tool with an output schema MUST return what conforms to it unless it failed (Tools, Output Schema),
    /// and clients refuse the answer otherwise, so there it is marked as not done.
    /// </summary>
    private static CallToolResult Unstructured(ProcedureDefinition definition, string text) =>
        new() { IsError = definition.OutputSchema is not null ? true : null, Content = [new TextContentBlock { Text = text }] };

    private static string Plan(ProcedureOutcome.Planned planned)
    {
        var lines = planned.Steps.Concat(planned.Changes.Select(Describe)).ToArray();
        return lines.Length == 0
            ? "Nothing was done, and nothing would change."
            : $"Nothing was done. This would happen:\n- {string.Join("\n- ", lines)}";
    }

    private static string Describe(DataChange change) => change switch
    {
        { Before: null } => $"The {change.Topic} '{change.Id}' would be created: {change.After}",
        { After: null } => $"The {change.Topic} '{change.Id}' would be deleted.",
        _ => $"The {change.Topic} '{change.Id}' would change from {change.Before} to {change.After}",
    };

    private static ProcedureError AnswerNeeded(ProcedureOutcome.NeedsInput asks)
    {
        var questions = asks.Questions.Select(question => question.Choices is { Count: > 0 } choices ? $"{question.Message} ({string.Join(", ", choices)})" : question.Message);
        return new(ProcedureErrorCode.PreconditionFailed, ErrorReason.AnswerNeeded,
            $"Nothing was done: the user has to answer first, and this client cannot be asked. Tell the user that HomeDash asks: {string.Join(" ", questions)} It can be done and answered in HomeDash's dashboard.");
    }

    private static ReadOnlyMemory<byte> Json(Action<Utf8JsonWriter> write)
    {
        var json = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(json, Writing))
        {
            write(writer);
        }

        return json.WrittenMemory;
    }
}
