using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Http;

/// <summary>Writes the outcomes that are results.</summary>
internal static class Results
{
    public static void Write(Utf8JsonWriter writer, ProcedureOutcome outcome)
    {
        switch (outcome)
        {
            case ProcedureOutcome.Completed completed:
                completed.Write(writer);
                break;
            case ProcedureOutcome.Planned planned:
                WritePlan(writer, planned);
                break;
            case ProcedureOutcome.Running running:
                writer.WriteStartObject();
                writer.WritePropertyName("running"u8);
                WriteCall(writer, running.Check);
                writer.WriteEndObject();
                break;
            default:
                throw new InvalidOperationException($"{outcome.GetType().Name} is no result.");
        }
    }

    /// <summary>A call to make: <c>{"procedure":…,"input":{…},"why":…}</c>.</summary>
    public static void WriteCall(Utf8JsonWriter writer, SuggestedCall call)
    {
        writer.WriteStartObject();
        writer.WriteString("procedure"u8, call.Procedure);
        writer.WritePropertyName("input"u8);
        writer.WriteRawValue(call.InputJson ?? "{}");
        if (call.Why is not null)
        {
            writer.WriteString("why"u8, call.Why);
        }

        writer.WriteEndObject();
    }

    private static void WritePlan(Utf8JsonWriter writer, ProcedureOutcome.Planned planned)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("dryRun"u8, true);
        writer.WriteStartArray("steps"u8);
        foreach (var step in planned.Steps)
        {
            writer.WriteStringValue(step);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("changes"u8);
        foreach (var change in planned.Changes)
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
