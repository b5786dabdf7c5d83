using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>Answers prompts/list, on one page.</summary>
internal sealed class PromptListMethod(IEnumerable<IPromptSource> sources) : IMcpMethod
{
    public string Name => RequestMethods.PromptsList;

    public ValueTask<McpAnswer> AnswerAsync(McpCall call, JsonElement parameters, CancellationToken cancellationToken)
    {
        parameters.RefuseCursor();
        using var writer = ResultWriter.For(call.IsModern);
        writer.Json.WriteStartArray("prompts"u8);
        foreach (var prompt in sources.SelectMany(source => source.OfferedTo(call)))
        {
            Write(writer.Json, prompt);
        }

        writer.Json.WriteEndArray();
        return new(writer.End(ListLifetime.OfLists));
    }

    private static void Write(Utf8JsonWriter writer, PromptEntry prompt)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, prompt.Name);
        writer.WriteString("title"u8, prompt.Title);
        writer.WriteString("description"u8, prompt.Description);
        writer.WriteStartArray("arguments"u8);
        foreach (var argument in prompt.Arguments)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, argument.Name);
            writer.WriteString("description"u8, argument.Description);
            writer.WriteBoolean("required"u8, argument.Required);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
