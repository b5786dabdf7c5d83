using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>
/// Tools that are no procedures: their schemas and results are somebody else's, and are passed on as they are. They come after
/// the catalogue's, whose names nobody can take.
/// </summary>
internal interface IForeignTools
{
    /// <summary>The tools that this caller may call now.</summary>
    IEnumerable<Tool> OfferedTo(McpCall call);

    /// <summary>Calls one of the tools that are offered to this caller. What it answers with stands on one line, as in all messages.</summary>
    /// <param name="call">Who calls, and how. Its line leads to the client while the call runs.</param>
    /// <param name="name">The tool's name.</param>
    /// <param name="parameters">The whole <c>params</c> of the request: its <c>arguments</c>, and answers to what was asked before.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<McpAnswer> CallAsync(McpCall call, string name, JsonElement parameters, CancellationToken cancellationToken);
}
