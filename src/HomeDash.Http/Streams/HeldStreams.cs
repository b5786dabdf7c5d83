using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using HomeDash.Procedures;
using Microsoft.Extensions.Options;

namespace HomeDash.Http;

/// <summary>The streams that are open, with and without a connection.</summary>
internal sealed class HeldStreams(ProcedureCaller calls, IOptions<HttpOptions> options, TimeProvider clock) : IDisposable
{
    /// <summary>How many streams a caller may have open.</summary>
    internal const int MostOfOneCaller = 64;

    private readonly ConcurrentDictionary<string, HeldStream> streams = new();

    /// <summary>Goes on with the stream that the last event id names, or opens a new one.</summary>
    public async ValueTask<OpenedStream> OpenAsync(
        ProcedureDefinition definition, ReadOnlyMemory<byte> input, ProcedureRequest request, string? lastEventId, CancellationToken cancellationToken)
    {
        var owner = new StreamOwner(request.Caller.UserId, request.Caller.KeyId, definition.Path, Encoding.UTF8.GetString(input.Span));
        if (Find(lastEventId, out var number) is { } held && held.Owner == owner && request.Caller.MayCall(definition) && held.CanGoOnAfter(number))
        {
            return new(held, number);
        }

        if (streams.Values.Count(stream => stream.Owner.UserId == owner.UserId && stream.Owner.KeyId == owner.KeyId) >= MostOfOneCaller)
        {
            return new(null, Refusal: new ProcedureOutcome.Failed(new(ProcedureErrorCode.TooManyRequests, ErrorReason.TooManyCalls,
                $"You have {MostOfOneCaller} streams open. Close some; each is forgotten {options.Value.Keep.TotalSeconds:0} s after its connection.")));
        }

        var opened = await calls.OpenAsync(definition.Path, input, request, cancellationToken).ConfigureAwait(false);
        if (opened.Refusal is not null)
        {
            return new(null, Refusal: opened.Refusal);
        }

        var stream = new HeldStream(owner);
        streams[stream.Id] = stream;
        _ = stream.FillAsync(opened);
        return new(stream, IsRestarted: lastEventId is { Length: > 0 });
    }

    /// <summary>A connection has ended. Its stream stays for a while, unless it was read to its end.</summary>
    public void Leave(HeldStream stream, bool isOver)
    {
        if (isOver)
        {
            Drop(stream);
        }
        else
        {
            _ = DropLaterAsync(stream);
        }
    }

    /// <summary>Ends all of them.</summary>
    public void Dispose()
    {
        foreach (var stream in streams.Values)
        {
            Drop(stream);
        }
    }

    private async Task DropLaterAsync(HeldStream stream)
    {
        await Task.Delay(options.Value.Keep, clock).ConfigureAwait(false);
        if (stream.IsAlone)
        {
            Drop(stream);
        }
    }

    private void Drop(HeldStream stream)
    {
        streams.TryRemove(stream.Id, out _);
        stream.Dispose();
    }

    private HeldStream? Find(string? eventId, out long number)
    {
        number = 0;
        return eventId?.Split('.') is [var id, var text] && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
            ? streams.GetValueOrDefault(id)
            : null;
    }
}
