using System.Text.Json.Nodes;
using HomeDash.Procedures;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>A modern client that listens: what it wants to hear of, and the line of its request, on which it hears it.</summary>
internal sealed class Listening(McpCall call, SubscriptionsListenNotifications granted, CancellationToken cancellationToken) : IListener
{
    private readonly Lock gate = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task sending = Task.CompletedTask;
    private List<(string Method, JsonObject Parameters)>? early = [];

    public Caller Caller { get; set; } = call.Caller;

    public string Profile => call.Profile.Name;

    public string ToolSet { get; set; } = "";

    public IReadOnlyCollection<string> Uris => [.. granted.ResourceSubscriptions ?? []];

    /// <summary>Done when there is nobody left to tell.</summary>
    public Task Ended => ended.Task;

    /// <summary>Says what the client will hear of. It comes first, whatever happened meanwhile.</summary>
    public void Acknowledge(JsonNode notifications)
    {
        lock (gate)
        {
            Send(NotificationMethods.SubscriptionsAcknowledgedNotification, new() { ["notifications"] = notifications });
            foreach (var (method, parameters) in early!)
            {
                Send(method, parameters);
            }

            early = null;
        }
    }

    public void TellListChanged(string method)
    {
        var wanted = method switch
        {
            NotificationMethods.ToolListChangedNotification => granted.ToolsListChanged,
            NotificationMethods.PromptListChangedNotification => granted.PromptsListChanged,
            _ => granted.ResourcesListChanged,
        };
        if (wanted == true)
        {
            Tell(method, []);
        }
    }

    public void TellUpdated(string uri) => Tell(NotificationMethods.ResourceUpdatedNotification, new() { ["uri"] = uri });

    public void End() => ended.TrySetResult();

    private void Tell(string method, JsonObject parameters)
    {
        lock (gate)
        {
            if (early is not null)
            {
                early.Add((method, parameters));
            }
            else
            {
                Send(method, parameters);
            }
        }
    }

    /// <summary>In order, and without waiting for a client that reads slowly.</summary>
    private void Send(string method, JsonObject parameters)
    {
        // "MUST include the subscription id in _meta": clients tell their streams apart by it (SEP-2575).
        parameters["_meta"] = new JsonObject { [MetaKeys.SubscriptionId] = JsonNode.Parse(call.RequestIdJson!) };
        sending = SendAfterAsync(sending, method, parameters);
    }

    private async Task SendAfterAsync(Task before, string method, JsonObject parameters)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await call.Line!.NotifyAsync(method, parameters, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The client has left; whoever listens for that ends the rest.
            End();
        }
    }
}
