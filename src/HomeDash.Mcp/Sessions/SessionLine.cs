using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;

namespace HomeDash.Mcp;

/// <summary>The line of a request in a session: its stream. What is asked there is answered by a request of its own.</summary>
internal sealed class SessionLine(McpSession session, MessageStream stream, TimeProvider clock) : ClientLine
{
    public override Task NotifyAsync(string method, JsonNode parameters, CancellationToken cancellationToken)
    {
        stream.Add(JsonRpc.Message(method, parameters));
        return Task.CompletedTask;
    }

    public override async Task<JsonNode?> AskAsync(string method, JsonNode? parameters, CancellationToken cancellationToken)
    {
        var (id, answer) = session.Calls.Ask();
        try
        {
            stream.Add(JsonRpc.Message(method, parameters, id));
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
            session.Calls.Forget(id);
        }
    }
}
