using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>Answers resources/subscribe: from now on the session is told when the resource changes.</summary>
internal sealed class SubscribeMethod(NotificationHub hub) : IMcpMethod
{
    internal static readonly McpAnswer.Result Done = new("{}"u8.ToArray());

    public string Name => RequestMethods.ResourcesSubscribe;

    public async ValueTask<McpAnswer> AnswerAsync(McpCall call, JsonElement parameters, CancellationToken cancellationToken)
    {
        if (call.IsModern)
        {
            return NoSuchMethod.Answer(Name, call);
        }

        var uri = parameters.RequiredText("uri");
        var session = SessionOf(call);
        if (session.Uris.Contains(uri))
        {
            return Done;
        }

        Followable.RefuseTooMany(session.Uris.Count + 1);
        if (!await hub.FollowAsync(uri, session, cancellationToken).ConfigureAwait(false))
        {
            throw new McpProtocolException(
                $"There is no resource '{(uri.Length > 200 ? uri[..200] : uri)}' that can be followed. resources/list and resources/templates/list name them.", McpErrorCode.ResourceNotFound);
        }

        session.Change(record => record.Subscriptions.Contains(uri) ? record : record with { Subscriptions = [.. record.Subscriptions, uri] });
        return Done;
    }

    /// <exception cref="McpProtocolException">The call has none.</exception>
    public static McpSession SessionOf(McpCall call) => call.Session
        ?? throw new McpProtocolException("To be told of changes takes a session: begin with initialize, and send the Mcp-Session-Id that it answers with.", McpErrorCode.InvalidRequest);
}
