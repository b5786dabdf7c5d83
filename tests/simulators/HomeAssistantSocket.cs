using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomeDash.Simulators;

/// <summary>One WebSocket of Home Assistant: sign-in, rising ids, get_states, subscribe_events. What happens while an answer is made is told before the answer.</summary>
internal sealed class HomeAssistantSocket(WebSocket socket, Func<string> token, Func<JsonArray> states, Action meanwhile)
{
    private readonly SemaphoreSlim sending = new(1, 1);
    private int subscription;
    private int lastId;

    /// <summary>Talks until the other side leaves.</summary>
    public async Task RunAsync()
    {
        await SendAsync("""{"type":"auth_required","ha_version":"2022.12.8"}""");
        if ((await ReceiveAsync())?["access_token"]?.GetValue<string>() != token())
        {
            await SendAsync("""{"type":"auth_invalid","message":"Invalid access token or password"}""");
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
            return;
        }

        await SendAsync("""{"type":"auth_ok","ha_version":"2022.12.8"}""");
        while (await ReceiveAsync() is { } command)
        {
            await AnswerAsync(command);
        }
    }

    /// <summary>Tells an event, where somebody has subscribed.</summary>
    public void Tell(string happened)
    {
        if (subscription != 0)
        {
            _ = SendAsync($$"""{"id":{{subscription}},"type":"event","event":{{happened}}}""");
        }
    }

    /// <summary>Breaks the line.</summary>
    public void Abort() => socket.Abort();

    private async Task AnswerAsync(JsonNode command)
    {
        var id = command["id"]!.GetValue<int>();
        if (id <= lastId)
        {
            await SendAsync(Failure(id, "id_reuse", "Identifier values have to increase."));
            return;
        }

        lastId = id;
        switch (command["type"]!.GetValue<string>())
        {
            case "subscribe_events":
                subscription = id;
                await SendAsync(Success(id, "null"));
                break;
            case "get_states":
                var all = states().ToJsonString();
                meanwhile();
                await Task.Delay(50);
                await SendAsync(Success(id, all));
                break;
            default:
                await SendAsync(Failure(id, "unknown_command", "Unknown command."));
                break;
        }
    }

    private async Task<JsonNode?> ReceiveAsync()
    {
        var buffer = new byte[1 << 16];
        var received = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
        return received.MessageType == WebSocketMessageType.Close ? null : JsonNode.Parse(buffer.AsSpan(0, received.Count));
    }

    private async Task SendAsync(string message)
    {
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        catch (Exception exception) when (exception is WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The other side has left.
        }
        finally
        {
            sending.Release();
        }
    }

    private static string Success(int id, string result) => $$"""{"id":{{id}},"type":"result","success":true,"result":{{result}}}""";

    private static string Failure(int id, string code, string message) =>
        $$"""{"id":{{id}},"type":"result","success":false,"error":{{JsonSerializer.Serialize(new { code, message })}}}""";
}
