using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Http;

/// <summary>Why a call has no result, as both tRPC and REST say it.</summary>
/// <param name="Error">What went wrong, or has to happen first.</param>
/// <param name="RequestId">Names the call in the log.</param>
internal sealed record Fault(ProcedureError Error, string RequestId)
{
    private IReadOnlyList<Question> Questions { get; init; } = [];

    private string? ApprovalId { get; init; }

    /// <summary>The HTTP status.</summary>
    public int Status => Error.Code.ToHttpStatus();

    /// <summary>Null for an outcome that is a result.</summary>
    public static Fault? Of(ProcedureOutcome outcome, string requestId) => outcome switch
    {
        ProcedureOutcome.Failed failed => new(failed.Error, requestId),
        ProcedureOutcome.NeedsInput asks => new(new(ProcedureErrorCode.PreconditionRequired, ErrorReason.AnswerNeeded,
            $"Nothing was done: call again with answers. {string.Join(" ", asks.Questions.Select(question => question.Message))}"), requestId) { Questions = asks.Questions },
        ProcedureOutcome.AwaitsApproval waits => new(waits.ToError(), requestId) { ApprovalId = waits.ApprovalId },
        _ => null,
    };

    /// <summary>Writes what there is beside code and message, as properties of an object that has begun.</summary>
    public void WriteDetails(Utf8JsonWriter writer)
    {
        writer.WriteString("reason"u8, Error.Reason.ToWire());
        if (Error.Problems.Count > 0)
        {
            writer.WriteStartArray("problems"u8);
            foreach (var problem in Error.Problems)
            {
                writer.WriteStartObject();
                writer.WriteString("path"u8, problem.Path);
                writer.WriteString("message"u8, problem.Message);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (Error.Next is { } next)
        {
            writer.WritePropertyName("next"u8);
            Results.WriteCall(writer, next);
        }

        if (Questions.Count > 0)
        {
            WriteQuestions(writer);
        }

        if (ApprovalId is not null)
        {
            writer.WriteString("approval"u8, ApprovalId);
        }

        writer.WriteString("requestId"u8, RequestId);
    }

    private void WriteQuestions(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("questions"u8);
        foreach (var question in Questions)
        {
            writer.WriteStartObject();
            writer.WriteString("key"u8, question.Key);
            writer.WriteString("message"u8, question.Message);
            writer.WriteString("kind"u8, JsonNamingPolicy.CamelCase.ConvertName(question.Kind.ToString()));
            if (question.Choices is { Count: > 0 } choices)
            {
                writer.WriteStartArray("choices"u8);
                foreach (var choice in choices)
                {
                    writer.WriteStringValue(choice);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
