using System.Buffers;
using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>The tools of all sources that are not the catalogue.</summary>
internal sealed class ForeignTools(IEnumerable<IForeignTools> sources)
{
    private readonly IForeignTools[] sources = [.. sources];

    /// <summary>Whether a name may be one of theirs.</summary>
    public bool MayKnow(McpCall call, string name) => Array.Exists(sources, source => source.OfferedTo(call).Any(tool => tool.Name == name));

    /// <summary>The tools that this caller may call now, as the elements of a JSON array; empty for none.</summary>
    public ReadOnlyMemory<byte> Print(McpCall call)
    {
        var json = new ArrayBufferWriter<byte>();
        foreach (var tool in sources.SelectMany(source => source.OfferedTo(call)))
        {
            json.Write(json.WrittenCount == 0 ? [] : ","u8);
            json.Write(JsonSerializer.SerializeToUtf8Bytes(tool, SdkJson.Of<Tool>()));
        }

        return json.WrittenMemory;
    }

    /// <summary>Calls a tool; null when it is nobody's.</summary>
    public async ValueTask<McpAnswer?> CallAsync(McpCall call, string name, JsonElement parameters, CancellationToken cancellationToken)
    {
        foreach (var source in sources)
        {
            if (await source.CallAsync(call, name, parameters, cancellationToken).ConfigureAwait(false) is { } answer)
            {
                return answer;
            }
        }

        return null;
    }
}
