using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>Answers server/discover, by which modern clients learn who they talk to (SEP-2575).</summary>
internal sealed class DiscoverMethod(ServerAbilities abilities, ToolTable table) : IMcpMethod
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public string Name => RequestMethods.ServerDiscover;

    public ValueTask<McpAnswer> AnswerAsync(McpCall call, JsonElement parameters, CancellationToken cancellationToken)
    {
        if (!call.IsModern)
        {
            return new(NoSuchMethod.Answer(Name, call));
        }

        using var result = ResultWriter.For(isModern: true);
        result.Json.WriteStartArray("supportedVersions"u8);
        result.Json.WriteStringValue(ProtocolVersions.Modern);
        result.Json.WriteEndArray();
        result.Json.WritePropertyName("capabilities"u8);
        abilities.Write(result.Json, tells: true);
        result.Json.WriteString("instructions"u8, Instructions.For(call, table));
        return new(result.End(Lifetime));
    }
}
