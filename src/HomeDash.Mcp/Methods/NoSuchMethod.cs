using ModelContextProtocol;

namespace HomeDash.Mcp;

/// <summary>Answers what is no method of the version that a request speaks.</summary>
internal static class NoSuchMethod
{
    public static McpAnswer.Error Answer(string name, McpCall call) => new(
        McpErrorCode.MethodNotFound,
        $"There is no method '{(name.Length > 64 ? name[..64] : name)}' {(call.IsModern ? $"in {ProtocolVersions.Modern}" : "for clients of the handshake")}.");
}
