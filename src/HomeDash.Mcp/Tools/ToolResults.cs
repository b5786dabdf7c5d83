using System.Buffers;
using System.Text;
using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Mcp;

/// <summary>Makes a finished tool result of whatever a call came to.</summary>
internal sealed class ToolResults(ToolTable table)
{
    /// <summary>The result of a call.</summary>
    /// <param name="call">Who called, and how.</param>
    /// <param name="definition">What was called.</param>
    /// <param name="outcome">What it came to.</param>
    /// <param name="request">How it went through the pipeline.</param>
    public McpAnswer Of(McpCall call, ProcedureDefinition definition, ProcedureOutcome outcome, ProcedureRequest request) => outcome switch
    {
        Answer answer => OfObject(call, answer.Json.Span, answer.AllTargetsFailed),
        ProcedureOutcome.Completed completed => OfObject(call, completed.Write, completed.AllTargetsFailed),
        ProcedureOutcome.Running running => OfObject(call, writer => WriteRunning(writer, running.Check, call)),
        ProcedureOutcome.Planned planned => OfPlan(call, definition, planned),
        ProcedureOutcome.NeedsInput asks => OfError(call, AnswerNeeded(asks), request),
        ProcedureOutcome.AwaitsApproval waits => OfError(call, ApprovalNeeded(call, waits), request),
        ProcedureOutcome.Failed failed => OfError(call, failed.Error, request),
        _ => throw new InvalidOperationException($"There is no result for {outcome.GetType().Name}."),
    };

    /// <summary>A failure that a model can correct itself from: what was wrong in words, then the same as JSON.</summary>
    public McpAnswer OfError(McpCall call, ProcedureError error, ProcedureRequest request)
    {
        var message = table.Words.InText(error.Message);
        using var result = ResultWriter.For(call.IsModern);
        // No structured content: an error is not what the tool's output schema describes.
        result.Json.WriteStartArray("content"u8);
        WriteText(result.Json, Encoding.UTF8.GetBytes(message));
        WriteText(result.Json, Json(Write).Span);
        result.Json.WriteEndArray();
        result.Json.WriteBoolean("isError"u8, true);
        return result.End();

        void Write(Utf8JsonWriter writer)
        {
            writer.WriteStartObject();
            writer.WriteStartObject("error"u8);
            writer.WriteString("code"u8, error.Code.ToWire());
            writer.WriteString("reason"u8, error.Reason.ToWire());
            writer.WriteString("message"u8, message);
            WriteProblems(writer, error.Problems);
            WriteNext(writer, error.Next, call);
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

    private void WriteNext(Utf8JsonWriter writer, SuggestedCall? next, McpCall call)
    {
        if (next is null || table.NameFor(call, next.Procedure) is not { } tool)
        {
            return;
        }

        var definition = table.Find(tool)!;
        writer.WriteStartObject("next"u8);
        if (call.Profile.Lists(definition))
        {
            writer.WriteString("tool"u8, tool);
            writer.WritePropertyName("arguments"u8);
            writer.WriteRawValue(next.InputJson ?? "{}");
        }
        else
        {
            // A client only calls what it was listed.
            writer.WriteString("tool"u8, SearchTools.CallerOf(definition));
            writer.WriteStartObject("arguments"u8);
            writer.WriteString("tool"u8, tool);
            writer.WritePropertyName("arguments"u8);
            writer.WriteRawValue(next.InputJson ?? "{}");
            writer.WriteEndObject();
        }

        if (next.Why is not null)
        {
            writer.WriteString("why"u8, table.Words.InText(next.Why));
        }

        writer.WriteEndObject();
    }

    private void WriteRunning(Utf8JsonWriter writer, SuggestedCall check, McpCall call)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("running"u8);
        writer.WriteString("procedure"u8, table.NameFor(call, check.Procedure) ?? check.Procedure);
        writer.WriteString("why"u8, table.Words.InText(check.Why ?? "It goes on in the background; this tells how far it has come."));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>An object as structured content and as text, or as text alone where the profile says so.</summary>
    public static McpAnswer.Result OfObject(McpCall call, Action<Utf8JsonWriter> write, bool isError = false) => OfObject(call, Json(write).Span, isError);

    private static McpAnswer.Result OfObject(McpCall call, ReadOnlySpan<byte> json, bool isError)
    {
        var text = JsonAsText.Quote(json);
        using var result = ResultWriter.For(call.IsModern, text.Length + json.Length);
        // "A tool that returns structured content SHOULD also return the serialized JSON in a TextContent block" (Tools, Structured Content).
        result.Json.WriteStartArray("content"u8);
        result.Json.WriteStartObject();
        result.Json.WriteString("type"u8, "text"u8);
        result.Json.WritePropertyName("text"u8);
        result.Json.WriteRawValue(text, skipInputValidation: true);
        result.Json.WriteEndObject();
        result.Json.WriteEndArray();
        if (!call.Profile.TextOnly)
        {
            result.Json.WritePropertyName("structuredContent"u8);
            result.Json.WriteRawValue(json, skipInputValidation: true);
        }

        if (isError)
        {
            result.Json.WriteBoolean("isError"u8, true);
        }

        return result.End();
    }

    /// <summary>
    /// What would change, in words; and as structured content, which a tool with an output schema MUST return (Tools, Output
    /// Schema). That schema requires nothing of a tool that can be asked for this.
    /// </summary>
    private McpAnswer.Result OfPlan(McpCall call, ProcedureDefinition definition, ProcedureOutcome.Planned planned)
    {
        using var result = ResultWriter.For(call.IsModern);
        result.Json.WriteStartArray("content"u8);
        WriteText(result.Json, Encoding.UTF8.GetBytes(table.Words.InText(Plan(planned))));
        result.Json.WriteEndArray();
        if (definition.OutputSchema is not null && call.Profile is { TextOnly: false, Detail: ToolDetail.Full })
        {
            result.Json.WritePropertyName("structuredContent"u8);
            result.Json.WriteRawValue(Json(planned.Write).Span, skipInputValidation: true);
        }

        return result.End();
    }

    private static void WriteText(Utf8JsonWriter writer, ReadOnlySpan<byte> text)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "text"u8);
        writer.WriteString("text"u8, text);
        writer.WriteEndObject();
    }

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

    private static ProcedureError ApprovalNeeded(McpCall call, ProcedureOutcome.AwaitsApproval waits)
    {
        var error = waits.ToError();
        return waits.Page is null ? error : error with { Message = $"{error.Message} Tell the user where it is decided: {new Uri(call.Dashboard, waits.Page.TrimStart('/'))}" };
    }

    private static ReadOnlyMemory<byte> Json(Action<Utf8JsonWriter> write)
    {
        var json = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(json, ResultWriter.Writing))
        {
            write(writer);
        }

        return json.WrittenMemory;
    }
}
