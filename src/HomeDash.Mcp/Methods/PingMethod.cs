using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>Answers ping, which left the protocol with 2026-07-28.</summary>
internal sealed class PingMethod : IMcpMethod
{
    private static readonly McpAnswer.Result Pong = new("{}"u8.ToArray());

    public string Name => RequestMethods.Ping;

    public ValueTask<McpAnswer> AnswerAsync(McpCall call, JsonElement parameters, CancellationToken cancellationToken) =>
        new(call.IsModern ? new McpAnswer.Error(McpErrorCode.MethodNotFound, "There is no ping in 2026-07-28: any request tells that HomeDash is there.") : Pong);
}
