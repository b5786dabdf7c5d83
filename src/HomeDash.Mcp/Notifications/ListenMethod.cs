using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>Answers subscriptions/listen: tells a modern client what changes until it leaves, or HomeDash ends.</summary>
internal sealed class ListenMethod(NotificationHub hub, ServerLifetime lifetime) : IMcpMethod
{
    public string Name => RequestMethods.SubscriptionsListen;

    public bool MayTalk(McpCall call, JsonElement parameters) => call.IsModern;

    public async ValueTask<McpAnswer> AnswerAsync(McpCall call, JsonElement parameters, CancellationToken cancellationToken)
    {
        if (!call.IsModern)
        {
            return NoSuchMethod.Answer(Name, call);
        }

        var wanted = parameters.Deserialize(SdkJson.Of<SubscriptionsListenRequestParams>())?.Notifications ?? throw MethodParameters.Misfit("notifications");
        Followable.RefuseTooMany(wanted.ResourceSubscriptions?.Count ?? 0);
        var granted = new SubscriptionsListenNotifications
        {
            ToolsListChanged = Grant(wanted.ToolsListChanged, RequestMethods.ToolsList),
            PromptsListChanged = Grant(wanted.PromptsListChanged, RequestMethods.PromptsList),
            ResourcesListChanged = Grant(wanted.ResourcesListChanged, RequestMethods.ResourcesList),
        };
        var listening = new Listening(call, granted, cancellationToken) { ToolSet = hub.ToolSetOf(call.Caller, call.Profile.Name) };
        hub.Add(listening);
        try
        {
            granted.ResourceSubscriptions = wanted.ResourceSubscriptions is { } uris ? await FollowAsync(uris, listening, cancellationToken).ConfigureAwait(false) : null;
            listening.Acknowledge(JsonSerializer.SerializeToNode(granted, SdkJson.Of<SubscriptionsListenNotifications>())!);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.Stopping);
            await listening.Ended.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
        finally
        {
            hub.Remove(listening);
        }

        using var result = ResultWriter.For(isModern: true);
        return result.End();
    }

    private async Task<List<string>> FollowAsync(IEnumerable<string> uris, Listening listening, CancellationToken cancellationToken)
    {
        var followed = new List<string>();
        foreach (var uri in uris.Distinct(StringComparer.Ordinal))
        {
            if (await hub.FollowAsync(uri, listening, cancellationToken).ConfigureAwait(false))
            {
                followed.Add(uri);
            }
        }

        return followed;
    }

    private bool? Grant(bool? wanted, string method) => wanted == true && hub.Has(method) ? true : null;
}
