using System.Text;

namespace HomeDash.Http;

/// <summary>Writes server-sent events (HTML Living Standard, 9.2), each sent at once.</summary>
internal sealed class EventWriter(Stream body, CancellationToken cancellationToken)
{
    /// <summary>A named event.</summary>
    public Task WriteAsync(string name, string data) => SendAsync($"event: {name}\ndata: {data}\n\n");

    /// <summary>An item, which is of no name, with the id to come back with.</summary>
    public Task WriteItemAsync(string id, ReadOnlyMemory<byte> json) => SendAsync($"data: {Encoding.UTF8.GetString(json.Span)}\nid: {id}\n\n");

    private async Task SendAsync(string text)
    {
        await body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).ConfigureAwait(false);
        await body.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
