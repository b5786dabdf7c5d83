using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace HomeDash.Mcp;

/// <summary>Leads to the client of one request while it is being answered: on the stream that will carry the answer, to which the SDK has bound this server.</summary>
internal sealed class ClientLine(McpServer server, JsonRpcRequest request)
{
    public Task NotifyAsync(string method, JsonNode parameters, CancellationToken cancellationToken) =>
        server.SendMessageAsync(new JsonRpcNotification { Method = method, Params = parameters }, cancellationToken);

    /// <summary>Asks something of the client, and waits for its answer. Only clients of the handshake can be asked so.</summary>
    /// <exception cref="ModelContextProtocol.McpException">The client answered with an error.</exception>
    public async Task<JsonNode?> AskAsync(string method, JsonNode? parameters, CancellationToken cancellationToken) =>
        (await server.SendRequestAsync(new JsonRpcRequest { Method = method, Params = parameters }, cancellationToken).ConfigureAwait(false)).Result;

    public Task AnswerAsync(JsonNode? result, CancellationToken cancellationToken) =>
        server.SendMessageAsync(new JsonRpcResponse { Id = request.Id, Result = result }, cancellationToken);

    public Task RefuseAsync(JsonRpcErrorDetail error, CancellationToken cancellationToken) =>
        server.SendMessageAsync(new JsonRpcError { Id = request.Id, Error = error }, cancellationToken);
}
