using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Mcp;

/// <summary>The resources of all sources.</summary>
internal sealed class ResourceLibrary(IEnumerable<IResourceSource> sources)
{
    private readonly IResourceSource[] sources = [.. sources];

    public IEnumerable<ResourceEntry> OfferedTo(McpCall call) => sources.SelectMany(source => source.OfferedTo(call));

    /// <summary>Reads a resource; null when there is none for this caller under the address.</summary>
    /// <exception cref="ProcedureException">It could not be read, or what its address names is not there.</exception>
    public async ValueTask<ResourceBody?> ReadAsync(McpCall call, string uri, CancellationToken cancellationToken)
    {
        foreach (var source in sources)
        {
            if (await source.ReadAsync(call, uri, cancellationToken).ConfigureAwait(false) is { } body)
            {
                return body;
            }
        }

        return null;
    }

    /// <summary>The values that a variable of a template may become; null when there is no such template for this caller.</summary>
    public async ValueTask<TargetNames?> CompleteAsync(McpCall call, string template, string variable, string text, CancellationToken cancellationToken)
    {
        foreach (var source in sources)
        {
            if (await source.CompleteAsync(call, template, variable, text, cancellationToken).ConfigureAwait(false) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Writes a content as the protocol has it (Resources, Data Types).</summary>
    public static void Write(Utf8JsonWriter writer, ResourceBody body)
    {
        writer.WriteStartObject();
        writer.WriteString("uri"u8, body.Uri);
        writer.WriteString("mimeType"u8, body.MimeType);
        if (body.IsText)
        {
            writer.WriteString("text"u8, body.Utf8.Span);
        }
        else
        {
            writer.WriteBase64String("blob"u8, body.Utf8.Span);
        }

        writer.WriteEndObject();
    }
}
