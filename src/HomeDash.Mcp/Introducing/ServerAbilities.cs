using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>What the server says that it can do: what there are methods for, and what this client can be told of.</summary>
internal sealed class ServerAbilities(NotificationHub hub)
{
    /// <param name="json">Where a value is to be written.</param>
    /// <param name="tells">Whether there is a stream on which the client hears of changes.</param>
    public void Write(Utf8JsonWriter json, bool tells)
    {
        json.WriteStartObject();
        json.WriteStartObject("logging"u8);
        json.WriteEndObject();
        WriteList(json, "tools", RequestMethods.ToolsList, tells);
        WriteList(json, "prompts", RequestMethods.PromptsList, tells);
        WriteList(json, "resources", RequestMethods.ResourcesList, tells, subscribes: tells);
        if (hub.Has(RequestMethods.CompletionComplete))
        {
            json.WriteStartObject("completions"u8);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteList(Utf8JsonWriter json, string name, string method, bool tells, bool subscribes = false)
    {
        if (!hub.Has(method))
        {
            return;
        }

        json.WriteStartObject(name);
        if (tells)
        {
            json.WriteBoolean("listChanged"u8, true);
        }

        if (subscribes)
        {
            json.WriteBoolean("subscribe"u8, true);
        }

        json.WriteEndObject();
    }
}
