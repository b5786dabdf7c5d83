using System.Buffers;
using System.Text;
using System.Text.Json;

namespace HomeDash.Mcp;

/// <summary>Writes messages to a client that reads one of them on each line.</summary>
internal sealed class MessageLines(Stream output) : IDisposable
{
    private static readonly SearchValues<byte> LineBreaks = SearchValues.Create("\n\r"u8);

    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Writes a message; JSON's own line breaks are taken out of it.</summary>
    public Task WriteAsync(JsonElement message, CancellationToken cancellationToken) => WriteAsync(Encoding.UTF8.GetBytes(message.GetRawText()), cancellationToken);

    /// <inheritdoc cref="WriteAsync(JsonElement, CancellationToken)"/>
    public async Task WriteAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        var line = new byte[message.Length + 1];
        message.Span.CopyTo(line);
        // A line break only ever stands between the parts of JSON, where a space will do.
        line.AsSpan(0, message.Length).ReplaceAny(LineBreaks, (byte)' ');
        line[^1] = (byte)'\n';
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await output.WriteAsync(line, cancellationToken).ConfigureAwait(false);
            await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
