namespace HomeDash.Mcp;

/// <summary>A message on its way to the client.</summary>
/// <param name="Number">Its place in the session: grows with every message.</param>
/// <param name="Json">The JSON-RPC message in UTF-8.</param>
internal readonly record struct StreamMessage(long Number, ReadOnlyMemory<byte> Json);

/// <summary>
/// The messages of one stream to a client, in order. They are recorded whether or not the client is listening, and kept after
/// it has heard them, so that one that lost its connection gets the rest of them (Streamable HTTP, Resumability).
/// </summary>
/// <param name="number">Names the stream within its session.</param>
/// <param name="next">Gives the next number of the session.</param>
/// <param name="clock">The time.</param>
internal sealed class MessageStream(long number, Func<long> next, TimeProvider clock)
{
    /// <summary>How many messages are kept; the oldest go first.</summary>
    public const int Capacity = 512;

    /// <summary>How many bytes are kept; the newest message stays whatever its length.</summary>
    public const int CapacityBytes = 1024 * 1024;

    private readonly Lock gate = new();
    private readonly TimeProvider clock = clock;
    private readonly Queue<StreamMessage> kept = [];
    private TaskCompletionSource changed = Signal();
    private Listener? reader;
    private long keptBytes;
    private long heard;

    public long Number { get; } = number;

    /// <summary>When the last message was added after which there are none; null before that.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Whether somebody listens.</summary>
    public bool IsRead
    {
        get
        {
            lock (gate)
            {
                return reader is not null;
            }
        }
    }

    public void Add(ReadOnlyMemory<byte> json) => Add(json, once: false);

    /// <summary>The same as a line sends: nobody has to wait until it has been heard.</summary>
    public Task AddAsync(ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        Add(json);
        return Task.CompletedTask;
    }

    /// <summary>Adds a message, unless the client has yet to hear one that says the same.</summary>
    public void AddOnce(ReadOnlyMemory<byte> json) => Add(json, once: true);

    /// <summary>Says that there will be no more messages.</summary>
    public void End()
    {
        lock (gate)
        {
            EndedAt ??= clock.GetUtcNow();
            Wake();
        }
    }

    /// <summary>Starts to listen, in the place of whoever listened before.</summary>
    /// <param name="after">The number of the last message that the client has; null for the last that it was sent.</param>
    public Listener Read(long? after)
    {
        lock (gate)
        {
            reader = new(this, after ?? heard);
            Wake();
            return reader;
        }
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Add(ReadOnlyMemory<byte> json, bool once)
    {
        lock (gate)
        {
            if (EndedAt is not null || (once && kept.Any(message => message.Number > heard && message.Json.Span.SequenceEqual(json.Span))))
            {
                return;
            }

            kept.Enqueue(new(next(), json));
            keptBytes += json.Length;
            while (kept.Count > Capacity || (keptBytes > CapacityBytes && kept.Count > 1))
            {
                keptBytes -= kept.Dequeue().Json.Length;
            }

            Wake();
        }
    }

    private void Wake()
    {
        changed.TrySetResult();
        changed = Signal();
    }

    /// <summary>Listens to the stream.</summary>
    internal sealed class Listener(MessageStream stream, long position) : IDisposable
    {
        /// <summary>The number of the last message that was read.</summary>
        public long Position { get; private set; } = position;

        /// <summary>The next messages; none when there were none for so long, null when there will be none here: the stream has ended, or somebody else listens.</summary>
        /// <exception cref="OperationCanceledException">It was cancelled.</exception>
        public async ValueTask<IReadOnlyList<StreamMessage>?> NextAsync(TimeSpan patience, CancellationToken cancellationToken)
        {
            for (var waited = false; ; waited = true)
            {
                Task change;
                lock (stream.gate)
                {
                    if (stream.reader != this)
                    {
                        return null;
                    }

                    StreamMessage[] messages = [.. stream.kept.Where(message => message.Number > Position)];
                    if (messages.Length > 0)
                    {
                        Position = messages[^1].Number;
                        return messages;
                    }

                    if (stream.EndedAt is not null)
                    {
                        return null;
                    }

                    change = stream.changed.Task;
                }

                if (waited)
                {
                    return [];
                }

                await change.WaitAsync(patience, stream.clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        /// <summary>Everything read until now has gone to the client.</summary>
        public void Sent()
        {
            lock (stream.gate)
            {
                stream.heard = Math.Max(stream.heard, Position);
            }
        }

        public void Dispose()
        {
            lock (stream.gate)
            {
                if (stream.reader == this)
                {
                    stream.reader = null;
                }
            }
        }
    }
}
