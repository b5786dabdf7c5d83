using System.Text;
using System.Text.Json;

namespace HomeDash.Mcp;

/// <summary>Writes the result of prompts/get: messages of the user, one after the other.</summary>
internal sealed class PromptMessages : IDisposable
{
    private readonly ResultWriter result;

    public PromptMessages(McpCall call, string description)
    {
        result = ResultWriter.For(call.IsModern);
        result.Json.WriteString("description"u8, description);
        result.Json.WriteStartArray("messages"u8);
    }

    public void AddText(string text) => Add("text"u8, writer => writer.WriteString("text"u8, text));

    public void AddImage(string mimeType, ReadOnlyMemory<byte> image) => Add("image"u8, writer =>
    {
        writer.WriteString("mimeType"u8, mimeType);
        writer.WriteBase64String("data"u8, image.Span);
    });

    public void AddResource(ResourceBody body) => Add("resource"u8, writer =>
    {
        writer.WritePropertyName("resource"u8);
        ResourceLibrary.Write(writer, body);
    });

    public McpAnswer.Result End()
    {
        result.Json.WriteEndArray();
        return result.End();
    }

    public void Dispose() => result.Dispose();

    private void Add(ReadOnlySpan<byte> type, Action<Utf8JsonWriter> content)
    {
        result.Json.WriteStartObject();
        result.Json.WriteString("role"u8, "user"u8);
        result.Json.WriteStartObject("content"u8);
        result.Json.WriteString("type"u8, type);
        content(result.Json);
        result.Json.WriteEndObject();
        result.Json.WriteEndObject();
    }
}

/// <summary>The words of a script, as one message.</summary>
internal sealed class PromptWords
{
    private readonly StringBuilder text = new();
    private int step;

    /// <summary>Something said: a paragraph of its own.</summary>
    public void Say(string said)
    {
        text.Append(text.Length == 0 ? "" : "\n\n").Append(said.Trim());
        step = 0;
    }

    /// <summary>A step: the next of a numbered list.</summary>
    public void Call(string tool, string what) => text.Append(step == 0 ? "\n\n" : "\n").Append($"{++step}. {tool}: {what}");

    public override string ToString() => text.ToString();
}
