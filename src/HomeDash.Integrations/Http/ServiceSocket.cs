using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HomeDash.Integrations;

/// <summary>A WebSocket with a service, on which both sides send JSON.</summary>
internal sealed class ServiceSocket(WebSocket socket, ServiceErrors errors) : IDisposable
{
    private readonly byte[] part = new byte[16 << 10];

    /// <summary>Sends a message.</summary>
    /// <exception cref="Procedures.ProcedureException">The line is broken.</exception>
    public async Task SendAsync<T>(T message, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        try
        {
            await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message, type), WebSocketMessageType.Text, endOfMessage: true, cancellationToken).ConfigureAwait(false);
        }
        catch (WebSocketException exception)
        {
            throw errors.Of(exception, null);
        }
    }

    /// <summary>The next message.</summary>
    /// <exception cref="Procedures.ProcedureException">It is no such JSON, it is too large, or the service has closed the line.</exception>
    public async Task<T> ReceiveAsync<T>(JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            var whole = new MemoryStream();
            ValueWebSocketReceiveResult received;
            do
            {
                received = await socket.ReceiveAsync(part.AsMemory(), cancellationToken).ConfigureAwait(false);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    throw new IOException("The service has closed the line.");
                }

                whole.Write(part, 0, received.Count);
                if (whole.Length > ServiceHttp.MostBytes)
                {
                    throw errors.TooLarge();
                }
            }
            while (!received.EndOfMessage);
            return JsonSerializer.Deserialize(whole.GetBuffer().AsSpan(0, (int)whole.Length), type) ?? throw errors.MakesNoSense("nothing");
        }
        catch (JsonException)
        {
            throw errors.MakesNoSense("JSON of another shape, or none");
        }
        catch (Exception exception) when (exception is WebSocketException or IOException)
        {
            throw errors.Of(exception, null);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();
}
