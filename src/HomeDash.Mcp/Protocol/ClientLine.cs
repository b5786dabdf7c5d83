using System.Text.Json.Nodes;

namespace HomeDash.Mcp;

/// <summary>Leads to the client of one request while it is being answered: on the stream that will carry the answer.</summary>
internal abstract class ClientLine
{
    public abstract Task NotifyAsync(string method, JsonNode parameters, CancellationToken cancellationToken);

    /// <summary>Asks something of the client, and waits for its answer. Only clients of the handshake can be asked so.</summary>
    /// <exception cref="ModelContextProtocol.McpException">The client answered with an error.</exception>
    public abstract Task<JsonNode?> AskAsync(string method, JsonNode? parameters, CancellationToken cancellationToken);
}
