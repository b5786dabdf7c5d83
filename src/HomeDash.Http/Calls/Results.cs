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
                planned.Write(writer);
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
}
