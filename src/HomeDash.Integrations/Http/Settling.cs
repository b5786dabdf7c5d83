namespace HomeDash.Integrations;

/// <summary>Waits until a service has done what it was told: several say "ok" first, or to nothing at all.</summary>
internal static class Settling
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    /// <summary>Reads the state until it is as wanted, or the patience is over.</summary>
    /// <param name="read">Reads the state.</param>
    /// <param name="settled">Whether it is as wanted.</param>
    /// <param name="clock">Measures the patience.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The state as it was read last, and whether it is as wanted.</returns>
    public static async Task<(T State, bool Settled)> UntilAsync<T>(
        Func<CancellationToken, Task<T>> read, Func<T, bool> settled, TimeProvider clock, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            var state = await read(cancellationToken).ConfigureAwait(false);
            if (settled(state))
            {
                return (state, true);
            }

            if (clock.GetElapsedTime(started) > Patience)
            {
                return (state, false);
            }

            await Task.Delay(Step, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the state until it is as wanted.</summary>
    /// <param name="read">Reads the state.</param>
    /// <param name="settled">Whether it is as wanted.</param>
    /// <param name="errors">How errors of the service are worded.</param>
    /// <param name="otherwise">What is the case when it is not, after "took the order, but".</param>
    /// <param name="clock">Measures the patience.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="Procedures.ProcedureException">It is not as wanted in time.</exception>
    public static async Task<T> OrFailAsync<T>(
        Func<CancellationToken, Task<T>> read, Func<T, bool> settled, ServiceErrors errors, string otherwise, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (state, isSettled) = await UntilAsync(read, settled, clock, cancellationToken).ConfigureAwait(false);
        return isSettled ? state : throw errors.NotDone(otherwise);
    }
}
