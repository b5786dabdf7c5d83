using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>Answers initialize, the handshake that left the protocol with 2026-07-28.</summary>
internal sealed class InitializeMethod(ServerAbilities abilities, ToolTable table) : IMcpMethod
{
    public string Name => RequestMethods.Initialize;

    /// <summary>The version that is spoken after this handshake; null when it asks for one without handshake.</summary>
    public static string? Agree(JsonElement parameters) => parameters.RequiredText("protocolVersion") switch
    {
        ProtocolVersions.Modern => null,
        { } wanted when ProtocolVersions.IsKnown(wanted) => wanted,
        // "Otherwise, the server MUST respond with another protocol version it supports. This SHOULD be the latest" (Lifecycle, Version Negotiation).
        _ => ProtocolVersions.LatestWithHandshake,
    };

    public ValueTask<McpAnswer> AnswerAsync(McpCall call, JsonElement parameters, CancellationToken cancellationToken)
    {
        if (call.IsModern)
        {
            return new(NoSuchMethod.Answer(Name, call));
        }

        return new(Agree(parameters) is { } version ? Introduce(call, version) : new McpAnswer.Error(
            McpErrorCode.UnsupportedProtocolVersion,
            $"{ProtocolVersions.Modern} has no handshake: send each request with its metadata, or ask for an older version.",
            $$"""{"supported":[{{string.Join(',', ProtocolVersions.AllWithHandshake.Select(known => $"\"{known}\""))}}],"requested":"{{ProtocolVersions.Modern}}"}"""));
    }

    private McpAnswer.Result Introduce(McpCall call, string version)
    {
        using var result = ResultWriter.For(isModern: false);
        result.Json.WriteString("protocolVersion"u8, version);
        result.Json.WritePropertyName("capabilities"u8);
        abilities.Write(result.Json, tells: call.Session is not null);
        result.Json.WritePropertyName("serverInfo"u8);
        result.Json.WriteRawValue(ServerIdentity.Json, skipInputValidation: true);
        result.Json.WriteString("instructions"u8, Instructions.For(call, table));
        return result.End();
    }
}
