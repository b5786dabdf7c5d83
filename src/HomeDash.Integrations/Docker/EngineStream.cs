namespace HomeDash.Integrations.Docker;

/// <summary>Reads some bytes; 0 at the end.</summary>
internal delegate ValueTask<int> ReadBytes(Memory<byte> buffer, CancellationToken cancellationToken);

/// <summary>An answer of an engine that is read bit by bit.</summary>
internal sealed class EngineStream(HttpResponseMessage response, Stream body, TimeSpan silence, EngineErrors errors) : IDisposable
{
    /// <summary>Reads some bytes; 0 at the end.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timed.CancelAfter(silence);
        try
        {
            return await body.ReadAsync(buffer, timed.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw errors.TimedOut(silence);
        }
        catch (Exception exception) when (EngineErrors.Expected(exception))
        {
            throw errors.Of(exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => response.Dispose();
}
