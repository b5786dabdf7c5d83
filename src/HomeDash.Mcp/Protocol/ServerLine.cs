using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace HomeDash.Mcp;

/// <summary>The line of a request without a session: through the SDK's server, which the SDK has bound to the stream of the answer.</summary>
internal sealed class ServerLine(McpServer server, JsonRpcRequest request) : ClientLine
{
    public override Task NotifyAsync(string method, JsonNode parameters, CancellationToken cancellationToken) =>
        server.SendMessageAsync(new JsonRpcNotification { Method = method, Params = parameters }, cancellationToken);

    public override async Task<JsonNode?> AskAsync(string method, JsonNode? parameters, CancellationToken cancellationToken) =>
        (await server.SendRequestAsync(new JsonRpcRequest { Method = method, Params = parameters }, cancellationToken).ConfigureAwait(false)).Result;

    public Task AnswerAsync(JsonNode? result, CancellationToken cancellationToken) =>
        server.SendMessageAsync(new JsonRpcResponse { Id = request.Id, Result = result }, cancellationToken);

    public Task RefuseAsync(JsonRpcErrorDetail error, CancellationToken cancellationToken) =>
        server.SendMessageAsync(new JsonRpcError { Id = request.Id, Error = error }, cancellationToken);
}
