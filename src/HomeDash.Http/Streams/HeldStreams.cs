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

    /// <summary>
    /// Goes on with the stream that the last event id names, or opens a new one. Whoever comes back goes through the same
    /// checks as whoever comes first: what was allowed then may not be any more, and a name may mean something else now.
    /// </summary>
    public async ValueTask<OpenedStream> OpenAsync(
        ProcedureDefinition definition, ReadOnlyMemory<byte> input, ProcedureRequest request, string? lastEventId, CancellationToken cancellationToken)
    {
        var owner = new StreamOwner(request.Caller.UserId, request.Caller.KeyId, definition.Path, Encoding.UTF8.GetString(input.Span));
        var opened = await calls.OpenAsync(definition.Path, input, request, cancellationToken).ConfigureAwait(false);
        if (opened.Refusal is not null)
        {
            return new(null, Refusal: opened.Refusal);
        }

        var targets = opened.Targets.Select(target => (target.Kind, target.Id)).ToArray();
        if (Find(lastEventId, out var number) is { } held && held.Owner == owner && held.Targets.SequenceEqual(targets) && held.CanGoOnAfter(number))
        {
            await opened.DisposeAsync().ConfigureAwait(false);
            return new(held, number);
        }

        if (!MakeRoom(owner))
        {
            await opened.DisposeAsync().ConfigureAwait(false);
            return new(null, Refusal: new ProcedureOutcome.Failed(new(ProcedureErrorCode.TooManyRequests, ErrorReason.TooManyCalls,
                $"You have {MostOfOneCaller} streams open. Close some; each is forgotten {options.Value.Keep.TotalSeconds:0} s after its connection.")));
        }

        var stream = new HeldStream(owner) { Targets = targets };
        streams[stream.Id] = stream;
        _ = stream.FillAsync(opened);
        return new(stream, IsRestarted: lastEventId is { Length: > 0 });
    }

    /// <summary>A connection has ended. Its stream stays for a while, for the last that was sent may not have arrived.</summary>
    public void Leave(HeldStream stream)
    {
        if (stream.AloneSince is { } reader)
        {
            _ = DropLaterAsync(stream, reader);
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

    /// <summary>False when the caller has too many streams that still go on.</summary>
    private bool MakeRoom(StreamOwner owner)
    {
        var own = streams.Values.Where(stream => stream.Owner.UserId == owner.UserId && stream.Owner.KeyId == owner.KeyId).ToArray();
        if (own.Length < MostOfOneCaller)
        {
            return true;
        }

        // Ids are in the order of their making.
        if (own.Where(stream => stream.IsOver).MinBy(stream => stream.Id, StringComparer.Ordinal) is not { } oldest)
        {
            return false;
        }

        Drop(oldest);
        return true;
    }

    private async Task DropLaterAsync(HeldStream stream, int reader)
    {
        await Task.Delay(options.Value.Keep, clock).ConfigureAwait(false);
        if (stream.AloneSince == reader)
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
