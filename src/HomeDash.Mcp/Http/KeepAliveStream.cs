namespace HomeDash.Mcp;

/// <summary>The body of an answer that somebody else writes events to; says in between that it is still there.</summary>
internal sealed class KeepAliveStream : Stream
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly CancellationTokenSource ended = new();
    private readonly Stream body;
    private readonly Task keepingAlive;
    private bool betweenEvents = true;

    public KeepAliveStream(Stream body, TimeProvider clock)
    {
        this.body = body;
        keepingAlive = KeepAliveAsync(clock);
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await body.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
            betweenEvents = buffer.Span.EndsWith("\n\n"u8);
        }
        finally
        {
            turn.Release();
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await body.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Answers are written asynchronously.");

    public override void Flush() => throw new NotSupportedException("Answers are written asynchronously.");

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Stops; the body itself belongs to the request.</summary>
    public override async ValueTask DisposeAsync()
    {
        await ended.CancelAsync().ConfigureAwait(false);
        await keepingAlive.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ended.Dispose();
        turn.Dispose();
    }

    private async Task KeepAliveAsync(TimeProvider clock)
    {
        using var timer = new PeriodicTimer(EventStream.KeepAlive, clock);
        while (await timer.WaitForNextTickAsync(ended.Token).ConfigureAwait(false))
        {
            await turn.WaitAsync(ended.Token).ConfigureAwait(false);
            try
            {
                if (betweenEvents)
                {
                    await body.WriteAsync(EventStream.Comment.ToArray(), ended.Token).ConfigureAwait(false);
                    await body.FlushAsync(ended.Token).ConfigureAwait(false);
                }
            }
            finally
            {
                turn.Release();
            }
        }
    }
}
