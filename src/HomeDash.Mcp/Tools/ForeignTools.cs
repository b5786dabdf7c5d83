using System.Buffers;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>The tools of all sources that are not the catalogue.</summary>
internal sealed class ForeignTools(IEnumerable<IForeignTools> sources)
{
    private readonly IForeignTools[] sources = [.. sources];

    /// <summary>Whether a call is one of theirs, who may say something to its client before the answer; a call that is refused is answered at once.</summary>
    public bool MayTalk(McpCall call, string name, JsonElement parameters) => Find(call, name) is var (_, tool) && Problem(call, tool, parameters) is null;

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
        if (Find(call, name) is not var (source, tool))
        {
            return null;
        }

        return Problem(call, tool, parameters) is { } problem
            ? new McpAnswer.Error(McpErrorCode.HeaderMismatch, problem)
            : await source.CallAsync(call, name, parameters, cancellationToken).ConfigureAwait(false);
    }

    private static string? Problem(McpCall call, Tool tool, JsonElement parameters) =>
        call.IsModern && call.Headers is { } headers ? ParameterHeaders.Problem(tool, parameters, headers) : null;

    private (IForeignTools Source, Tool Tool)? Find(McpCall call, string name)
    {
        foreach (var source in sources)
        {
            if (source.OfferedTo(call).FirstOrDefault(tool => tool.Name == name) is { } tool)
            {
                return (source, tool);
            }
        }

        return null;
    }
}
