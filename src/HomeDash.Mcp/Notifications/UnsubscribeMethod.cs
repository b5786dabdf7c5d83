using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>Answers resources/unsubscribe.</summary>
internal sealed class UnsubscribeMethod(NotificationHub hub) : IMcpMethod
{
    public string Name => RequestMethods.ResourcesUnsubscribe;

    public ValueTask<McpAnswer> AnswerAsync(McpCall call, JsonElement parameters, CancellationToken cancellationToken)
    {
        if (call.IsModern)
        {
            return new(NoSuchMethod.Answer(Name, call));
        }

        var uri = parameters.RequiredText("uri");
        var session = SubscribeMethod.SessionOf(call);
        session.Change(record => record with { Subscriptions = [.. record.Subscriptions.Where(own => own != uri)] });
        hub.Unfollow(uri, session);
        return new(SubscribeMethod.Done);
    }
}
