using HomeDash.Procedures;

namespace HomeDash.Components.Shared;

/// <summary>Something that is read from HomeDash: not there yet, there, or failed. What was read before stays while it is read again.</summary>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="read">Calls the procedure.</param>
public sealed class Load<T>(Func<CancellationToken, Task<T>> read)
    where T : class
{
    /// <summary>What was read last; null when nothing was yet.</summary>
    public T? Value { get; private set; }

    /// <summary>Why the last reading failed; null when it did not.</summary>
    public ProcedureError? Error { get; private set; }

    /// <summary>Takes what came by itself.</summary>
    public void Show(T value) => (Value, Error) = (value, null);

    /// <summary>Takes why nothing comes any more.</summary>
    public void Fail(ProcedureError error) => Error = error;

    /// <summary>Reads, again if need be.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            Value = await read(cancellationToken);
            Error = null;
        }
        catch (ProcedureException failure) when (!cancellationToken.IsCancellationRequested)
        {
            Error = failure.Error;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Nobody waits for it any more.
        }
    }
}
