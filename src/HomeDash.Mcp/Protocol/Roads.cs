using System.Text.Json;

namespace HomeDash.Mcp;

/// <summary>
/// Which way a request goes: the short road, where its method answers it directly, unless it may have something to say to its
/// client before the answer, or to ask of it.
/// </summary>
/// <param name="AlwaysLong">Takes the long road for everything; tests compare the two.</param>
internal sealed record Roads(bool AlwaysLong = false)
{
    public bool IsShort(IMcpMethod method, McpCall call, JsonElement parameters) => !AlwaysLong && !method.MayTalk(call, parameters);
}
