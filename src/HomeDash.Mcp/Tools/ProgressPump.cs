using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using HomeDash.Procedures;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>Sends progress notifications in order while a call runs, and has sent the last one when it is disposed.</summary>
internal sealed class ProgressPump : IAsyncDisposable
{
    // A client that reads slowly misses the middle of the story, not its end.
    private readonly Channel<ProgressReport> reports = Channel.CreateBounded<ProgressReport>(
        new BoundedChannelOptions(32) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly Task pumping;

    private ProgressPump(ClientLine line, JsonElement token, CancellationToken cancellationToken) => pumping = PumpAsync(line, token, cancellationToken);

    /// <summary>The token of a request whose client wants to know how far it has come; undefined otherwise.</summary>
    public static JsonElement TokenOf(JsonElement parameters) =>
        parameters.ValueKind == JsonValueKind.Object && parameters.TryGetProperty("_meta"u8, out var meta) && meta.ValueKind == JsonValueKind.Object
        && meta.TryGetProperty("progressToken"u8, out var token) && token.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? token
            : default;

    /// <summary>Starts to send for a request that gave a token; null for one that did not, or whose client cannot be reached.</summary>
    public static ProgressPump? For(McpCall call, JsonElement parameters, CancellationToken cancellationToken) =>
        call.Line is { } line && TokenOf(parameters) is { ValueKind: not JsonValueKind.Undefined } token ? new(line, token, cancellationToken) : null;

    /// <summary>Never waits.</summary>
    public void Report(ProgressReport report) => reports.Writer.TryWrite(report);

    public async ValueTask DisposeAsync()
    {
        reports.Writer.TryComplete();
        await pumping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task PumpAsync(ClientLine line, JsonElement token, CancellationToken cancellationToken)
    {
        var last = double.NegativeInfinity;
        await foreach (var report in reports.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            // "The progress value MUST increase with each notification" (Progress, Progress Flow).
            if (report.Done <= last)
            {
                continue;
            }

            last = report.Done;
            var value = new JsonObject { ["progressToken"] = JsonValue.Create(token), ["progress"] = last };
            if (report.Total is { } total)
            {
                value["total"] = total;
            }

            if (report.Message is { } message)
            {
                value["message"] = message;
            }

            await line.NotifyAsync(NotificationMethods.ProgressNotification, value, cancellationToken).ConfigureAwait(false);
        }
    }
}
