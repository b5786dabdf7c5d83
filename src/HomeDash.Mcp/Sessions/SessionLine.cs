using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;

namespace HomeDash.Mcp;

/// <summary>The line of a request to a client that is remembered between its messages. What is asked there is answered by a message of its own.</summary>
/// <param name="calls">Where the answers to questions come in.</param>
/// <param name="send">Sends a JSON-RPC message.</param>
/// <param name="clock">The time.</param>
internal sealed class SessionLine(SessionCalls calls, Func<ReadOnlyMemory<byte>, CancellationToken, Task> send, TimeProvider clock) : ClientLine
{
    public override Task NotifyAsync(string method, JsonNode parameters, CancellationToken cancellationToken) =>
        send(JsonRpc.Message(method, parameters), cancellationToken);

    public override async Task<JsonNode?> AskAsync(string method, JsonNode? parameters, CancellationToken cancellationToken)
    {
        var (id, answer) = calls.Ask();
        try
        {
            await send(JsonRpc.Message(method, parameters, id), cancellationToken).ConfigureAwait(false);
            var response = await answer.WaitAsync(RequestStates.Lifetime, clock, cancellationToken).ConfigureAwait(false);
            return response.TryGetProperty("result"u8, out var result)
                ? result.Deserialize(SdkJson.Of<JsonNode>())
                : throw new McpException($"The client could not ask its user: {response.GetProperty("error"u8).GetProperty("message"u8).GetString()}");
        }
        catch (TimeoutException)
        {
            throw new McpException("The client did not answer in time.");
        }
        finally
        {
            calls.Forget(id);
        }
    }
}
