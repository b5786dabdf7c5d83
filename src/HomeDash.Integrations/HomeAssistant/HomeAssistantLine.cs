using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace HomeDash.Integrations.HomeAssistant;

/// <summary>A line over Home Assistant's WebSocket: all states at first, then each change. developers.home-assistant.io/docs/api/websocket</summary>
internal sealed class HomeAssistantLine : IDisposable
{
    private const int Subscribing = 1;
    private const int Reading = 2;

    private readonly ServiceSocket socket;
    private readonly ConcurrentDictionary<string, HassState> states = new();

    private HomeAssistantLine(ServiceSocket socket) => this.socket = socket;

    /// <summary>All states as they are now.</summary>
    public IReadOnlyCollection<HassState> States => [.. states.Values];

    /// <summary>Opens one, signs in and reads all states.</summary>
    /// <exception cref="Procedures.ProcedureException">It did not come about.</exception>
    public static async Task<HomeAssistantLine> OpenAsync(ServiceHttp http, string token, CancellationToken cancellationToken)
    {
        var opened = new HomeAssistantLine(await http.OpenAsync("/api/websocket", cancellationToken).ConfigureAwait(false));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(ServiceHttp.Patience);
        try
        {
            await opened.BeginAsync(http.Errors, token, patience.Token).ConfigureAwait(false);
            return opened;
        }
        catch (Exception exception)
        {
            opened.Dispose();
            throw exception is OperationCanceledException && !cancellationToken.IsCancellationRequested ? http.Errors.TimedOut(ServiceHttp.Patience) : exception;
        }
    }

    /// <summary>The ids of entities as they change.</summary>
    public async IAsyncEnumerable<string> ChangesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var message = await socket.ReceiveAsync(HomeAssistantJson.Default.HassMessage, cancellationToken).ConfigureAwait(false);
            if (Apply(message) is { } id)
            {
                yield return id;
            }
        }
    }

    /// <summary>Takes states that were read otherwise, where they are newer than those that were told.</summary>
    public void Learn(IEnumerable<HassState> read)
    {
        foreach (var state in read)
        {
            states.AddOrUpdate(state.EntityId, state, (_, known) => known.LastUpdated > state.LastUpdated ? known : state);
        }
    }

    public void Dispose() => socket.Dispose();

    private async Task BeginAsync(ServiceErrors errors, string token, CancellationToken cancellationToken)
    {
        await ExpectAsync(message => message.Type == "auth_required").ConfigureAwait(false);
        await socket.SendAsync(new("auth", token), HomeAssistantJson.Default.HassCommand, cancellationToken).ConfigureAwait(false);
        if ((await ExpectAsync(message => message.Type is "auth_ok" or "auth_invalid").ConfigureAwait(false)).Type == "auth_invalid")
        {
            throw errors.CredentialsRefused();
        }

        // Listening first: nothing that changes in between is lost.
        await socket.SendAsync(new("subscribe_events", Id: Subscribing, EventType: "state_changed"), HomeAssistantJson.Default.HassCommand, cancellationToken).ConfigureAwait(false);
        await socket.SendAsync(new("get_states", Id: Reading), HomeAssistantJson.Default.HassCommand, cancellationToken).ConfigureAwait(false);
        var subscribed = await ExpectAsync(message => message is { Type: "result", Id: Subscribing }).ConfigureAwait(false);
        var all = await ExpectAsync(message => message is { Type: "result", Id: Reading }).ConfigureAwait(false);
        if (!subscribed.Success || !all.Success)
        {
            throw errors.PermissionRefused("It does not let this user follow what changes.");
        }

        Learn(all.Result.Deserialize(HomeAssistantJson.Default.IReadOnlyListHassState) ?? []);

        async Task<HassMessage> ExpectAsync(Func<HassMessage, bool> expected)
        {
            while (true)
            {
                var message = await socket.ReceiveAsync(HomeAssistantJson.Default.HassMessage, cancellationToken).ConfigureAwait(false);
                if (expected(message))
                {
                    return message;
                }

                // Events come before results.
                Apply(message);
            }
        }
    }

    private string? Apply(HassMessage message)
    {
        if (message is not { Type: "event", Event.Data: { } data })
        {
            return null;
        }

        if (data.NewState is { } state)
        {
            states[data.EntityId] = state;
        }
        else
        {
            states.TryRemove(data.EntityId, out _);
        }

        return data.EntityId;
    }
}
