using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>Answers resources/list: what can be read as it is, on one page.</summary>
internal sealed class ResourceListMethod(ResourceLibrary library) : IMcpMethod
{
    public string Name => RequestMethods.ResourcesList;

    public ValueTask<McpAnswer> AnswerAsync(McpCall call, JsonElement parameters, CancellationToken cancellationToken)
    {
        parameters.RefuseCursor();
        return new(ResourceEntries.Write(call, "resources"u8, "uri"u8, library.OfferedTo(call).Where(entry => !entry.IsTemplate)));
    }
}

/// <summary>Answers resources/templates/list: what can be read once the variables in its address are filled in.</summary>
internal sealed class ResourceTemplateListMethod(ResourceLibrary library) : IMcpMethod
{
    public string Name => RequestMethods.ResourcesTemplatesList;

    public ValueTask<McpAnswer> AnswerAsync(McpCall call, JsonElement parameters, CancellationToken cancellationToken)
    {
        parameters.RefuseCursor();
        return new(ResourceEntries.Write(call, "resourceTemplates"u8, "uriTemplate"u8, library.OfferedTo(call).Where(entry => entry.IsTemplate)));
    }
}

/// <summary>Writes what the two lists have in common.</summary>
internal static class ResourceEntries
{
    public static McpAnswer.Result Write(McpCall call, ReadOnlySpan<byte> list, ReadOnlySpan<byte> address, IEnumerable<ResourceEntry> entries)
    {
        using var writer = ResultWriter.For(call.IsModern);
        writer.Json.WriteStartArray(list);
        foreach (var entry in entries)
        {
            writer.Json.WriteStartObject();
            writer.Json.WriteString(address, entry.Uri);
            writer.Json.WriteString("name"u8, entry.Name);
            writer.Json.WriteString("title"u8, entry.Title);
            writer.Json.WriteString("description"u8, entry.Description);
            writer.Json.WriteString("mimeType"u8, entry.MimeType);
            writer.Json.WriteEndObject();
        }

        writer.Json.WriteEndArray();
        return writer.End(ListLifetime.OfLists);
    }
}
