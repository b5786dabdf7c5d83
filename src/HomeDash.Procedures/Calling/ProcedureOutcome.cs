using System.Text.Json;

namespace HomeDash.Procedures;

/// <summary>How a call ended.</summary>
public abstract record ProcedureOutcome
{
    private ProcedureOutcome()
    {
    }

    /// <summary>It ran.</summary>
    public abstract record Completed : ProcedureOutcome
    {
        /// <summary>Writes the result as JSON: always an object.</summary>
        public abstract void Write(Utf8JsonWriter writer);

        /// <summary>True when the result lists an outcome per target and none worked out.</summary>
        public abstract bool AllTargetsFailed { get; }
    }

    /// <summary>It ran, and this is its result.</summary>
    /// <typeparam name="T">The procedure's return type.</typeparam>
    /// <param name="Value">The result.</param>
    /// <param name="Writer">Writes the result.</param>
    public sealed record Completed<T>(T Value, JsonWrite<T> Writer) : Completed
    {
        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer) => Writer(writer, Value);

        /// <inheritdoc/>
        public override bool AllTargetsFailed => Value is IOutcomes { AllFailed: true };
    }

    /// <summary>A dry run: what would have happened.</summary>
    /// <param name="Steps">What would be done on services, one sentence a step.</param>
    /// <param name="Changes">What would change of HomeDash's own data.</param>
    public sealed record Planned(IReadOnlyList<string> Steps, IReadOnlyList<DataChange> Changes) : ProcedureOutcome
    {
        /// <summary>Writes it as JSON: <c>{"dryRun":true,"steps":[…],"changes":[{"topic":…,"id":…,"before":{…},"after":{…}}]}</c>.</summary>
        public void Write(Utf8JsonWriter writer)
        {
            writer.WriteStartObject();
            writer.WriteBoolean("dryRun"u8, true);
            writer.WriteStartArray("steps"u8);
            foreach (var step in Steps)
            {
                writer.WriteStringValue(step);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("changes"u8);
            foreach (var change in Changes)
            {
                writer.WriteStartObject();
                writer.WriteString("topic"u8, change.Topic);
                writer.WriteString("id"u8, change.Id);
                WriteState(writer, "before", change.Before);
                WriteState(writer, "after", change.After);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        private static void WriteState(Utf8JsonWriter writer, string name, string? json)
        {
            if (json is not null)
            {
                writer.WritePropertyName(name);
                writer.WriteRawValue(json);
            }
        }
    }

    /// <summary>It goes on in the background.</summary>
    /// <param name="Check">The call that tells how it is going.</param>
    public sealed record Running(SuggestedCall Check) : ProcedureOutcome;

    /// <summary>A person has to answer first; the call is then repeated with the answers.</summary>
    /// <param name="Questions">What to ask.</param>
    public sealed record NeedsInput(IReadOnlyList<Question> Questions) : ProcedureOutcome;

    /// <summary>A person has to approve it first.</summary>
    /// <param name="ApprovalId">Names the approval.</param>
    /// <param name="Message">What to tell the user.</param>
    public sealed record AwaitsApproval(string ApprovalId, string Message) : ProcedureOutcome;

    /// <summary>It failed, or was not allowed.</summary>
    /// <param name="Error">What went wrong.</param>
    public sealed record Failed(ProcedureError Error) : ProcedureOutcome;
}
