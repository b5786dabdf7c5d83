using System.Globalization;

namespace HomeDash.Mcp;

/// <summary>The streams of a session: one for each answer that takes the long road, and one for everything that nobody asked for.</summary>
internal sealed class SessionStreams
{
    /// <summary>How many streams of answers are kept after their end, for clients that lost their connection.</summary>
    private const int MostEnded = 4;

    private static readonly TimeSpan KeptAfterEnd = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly List<MessageStream> answers = [];
    private readonly TimeProvider clock;
    private readonly string tag;

    // Begins with the time, so that numbers grow over restarts as well and nobody has to remember them.
    private long last;

    public SessionStreams(string tag, TimeProvider clock)
    {
        (this.tag, this.clock) = (tag, clock);
        last = clock.GetUtcNow().ToUnixTimeMilliseconds() << 8;
        Standalone = new(0, Next, clock);
    }

    /// <summary>What the client was not waiting for: notifications that belong to no request.</summary>
    public MessageStream Standalone { get; }

    /// <summary>How many of them a client listens to now.</summary>
    public int Read
    {
        get
        {
            lock (gate)
            {
                return answers.Count(stream => stream.IsRead) + (Standalone.IsRead ? 1 : 0);
            }
        }
    }

    /// <summary>A stream for one answer.</summary>
    public MessageStream Open()
    {
        lock (gate)
        {
            var before = clock.GetUtcNow() - KeptAfterEnd;
            var ended = answers.Where(stream => stream.EndedAt is not null).ToArray();
            answers.RemoveAll(stream => stream.EndedAt < before || ended.SkipLast(MostEnded - 1).Contains(stream));
            var opened = new MessageStream(Next(), Next, clock);
            answers.Add(opened);
            return opened;
        }
    }

    public void EndAll()
    {
        Standalone.End();
        lock (gate)
        {
            answers.ForEach(stream => stream.End());
        }
    }

    /// <summary>The id of an event: a client that lost its connection gives the last one that it got.</summary>
    public string IdOf(MessageStream stream, long number) => string.Create(CultureInfo.InvariantCulture, $"{tag}-{stream.Number}-{number}");

    /// <summary>The stream of an event and the event's number; null when it is not one of this session, or too old.</summary>
    public (MessageStream Stream, long Number)? Find(string eventId)
    {
        if (eventId.Split('-') is not [var own, var stream, var number] || own != tag
            || !long.TryParse(stream, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted)
            || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var after))
        {
            return null;
        }

        lock (gate)
        {
            return wanted == 0 ? (Standalone, after) : answers.Find(answer => answer.Number == wanted) is { } found ? (found, after) : null;
        }
    }

    private long Next() => Interlocked.Increment(ref last);
}
