using System.Text;
using System.Text.Json;

namespace HomeDash.Mcp;

/// <summary>Writes messages to a client that reads one of them on each line.</summary>
internal sealed class MessageLines(Stream output) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Writes a message; JSON's own line breaks are taken out of it.</summary>
    public async Task WriteAsync(JsonElement message, CancellationToken cancellationToken)
    {
        var line = message.GetRawText();
        if (line.Contains('\n', StringComparison.Ordinal) || line.Contains('\r', StringComparison.Ordinal))
        {
            line = JsonSerializer.Serialize(message, SdkJson.Of<JsonElement>());
        }

        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await output.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), cancellationToken).ConfigureAwait(false);
            await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
