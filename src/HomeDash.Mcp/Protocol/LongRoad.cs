using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace HomeDash.Mcp;

/// <summary>
/// Answers a request from inside the SDK's server, which carries what a call has to say to its client and to ask of it.
/// What is answered is made by the same classes as on the short road.
/// </summary>
internal sealed class LongRoad(McpMethods methods)
{
    /// <summary>A call that has not all its answers after so many rounds of questions will never have them.</summary>
    private const int MostRounds = 10;

    /// <summary>The filter of incoming messages.</summary>
    public McpMessageHandler Answer(McpMessageHandler next) => async (context, cancellationToken) =>
    {
        if (context.JsonRpcMessage is not JsonRpcRequest request || methods.Find(request.Method) is not { } method)
        {
            await RefuseMisfitsAsync(next, context, cancellationToken).ConfigureAwait(false);
            return;
        }

        var line = new ServerLine(context.Server, request);
        var call = McpCall.Of(request) with { Line = line };
        var parameters = call.Parameters.ValueKind == JsonValueKind.Undefined && request.Params is { } given ? given.Deserialize(SdkJson.Of<JsonElement>()) : call.Parameters;
        switch (await AnswerAsync(method, call, parameters, cancellationToken).ConfigureAwait(false))
        {
            case McpAnswer.Result result:
                await line.AnswerAsync(new FinishedJson(result.Json).ToNode(), cancellationToken).ConfigureAwait(false);
                break;
            case McpAnswer.Error error:
                await line.RefuseAsync(
                    new() { Code = (int)error.Code, Message = error.Message, Data = error.DataJson is null ? null : JsonNode.Parse(error.DataJson) }, cancellationToken).ConfigureAwait(false);
                break;
        }
    };

    /// <summary>Answers a request on its line, and asks there what has to be asked.</summary>
    public async Task<McpAnswer> AnswerAsync(IMcpMethod method, McpCall call, JsonElement parameters, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var answer = await methods.AnswerAsync(method, call, parameters, cancellationToken).ConfigureAwait(false);
            if (answer is not McpAnswer.Asks asks)
            {
                return answer;
            }

            if (call.IsModern)
            {
                return ResultWriter.OfAsking(asks);
            }

            // Clients of the handshake are asked by requests of their own; the call is then repeated with what they said (SEP-2322 does the same through the client).
            var answers = new JsonObject();
            foreach (var (key, question) in asks.Requests)
            {
                answers[key] = await call.Line!.AskAsync(question.Method, JsonSerializer.SerializeToNode(question, SdkJson.Of<InputRequest>())?["params"]?.DeepClone(), cancellationToken).ConfigureAwait(false);
            }

            var repeated = parameters.Deserialize(SdkJson.Of<JsonNode>())!.AsObject();
            repeated["inputResponses"] = answers;
            repeated["requestState"] = asks.State;
            parameters = repeated.Deserialize(SdkJson.Of<JsonElement>());
        }

        return new McpAnswer.Error(McpErrorCode.InternalError, $"The call asked {MostRounds} times and was not done.");
    }

    /// <summary>Parameters that the SDK cannot read are the caller's fault: "Invalid params" and no internal error (JSON-RPC 2.0, 5.1).</summary>
    private static async Task RefuseMisfitsAsync(McpMessageHandler next, MessageContext context, CancellationToken cancellationToken)
    {
        try
        {
            await next(context, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException misfit)
        {
            throw new McpProtocolException(McpMethods.MisfitMessage(misfit), misfit, McpErrorCode.InvalidParams);
        }
    }
}
