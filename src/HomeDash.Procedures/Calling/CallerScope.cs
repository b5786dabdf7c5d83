namespace HomeDash.Procedures;

/// <summary>Tells the typed caller who is calling, wherever it is used: a circuit, a request, the command line. Registered scoped.</summary>
public interface ICallerSource
{
    /// <summary>Where calls come from: <c>dashboard</c> or <c>cli</c>.</summary>
    string Surface { get; }

    /// <summary>The caller of this scope.</summary>
    ValueTask<Caller> GetAsync(CancellationToken cancellationToken);
}

/// <summary>What generated typed callers call through: the pipeline, for whoever this scope belongs to.</summary>
public sealed class CallerScope
{
    private readonly ProcedureCaller calls;
    private readonly ICallerSource source;
    private readonly Func<ProcedureRequest, ProcedureRequest>? change;

    /// <summary>Calls for the caller of this scope.</summary>
    public CallerScope(ProcedureCaller calls, ICallerSource source)
        : this(calls, source, null)
    {
    }

    private CallerScope(ProcedureCaller calls, ICallerSource source, Func<ProcedureRequest, ProcedureRequest>? change) =>
        (this.calls, this.source, this.change) = (calls, source, change);

    /// <summary>The same scope with a different way of calling, for example a dry run or with progress.</summary>
    public CallerScope With(Func<ProcedureRequest, ProcedureRequest> change) => new(calls, source, change);

    /// <summary>Calls a query or mutation and waits to its end.</summary>
    /// <exception cref="ProcedureException">The call failed.</exception>
    /// <exception cref="ProcedurePendingException">The call waits for an answer or an approval, or was only planned.</exception>
    public async Task<TOutput> CallAsync<TInput, TOutput>(Procedure<TInput, TOutput> procedure, TInput input, CancellationToken cancellationToken)
        where TInput : class =>
        await calls.CallAsync(procedure, input, await RequestAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>Reads a subscription.</summary>
    /// <exception cref="ProcedureException">While reading: the call failed.</exception>
    public async IAsyncEnumerable<TItem> StreamAsync<TInput, TItem>(
        SubscriptionProcedure<TInput, TItem> procedure, TInput input,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        where TInput : class
    {
        var request = await RequestAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var item in calls.StreamAsync(procedure, input, request, cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    /// <summary>Calls a query or mutation by its path, with JSON.</summary>
    /// <param name="path">For example <c>docker.restart</c>.</param>
    /// <param name="input">One JSON object in UTF-8; empty for none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How it ended. Never throws for what a caller did wrong.</returns>
    public async Task<ProcedureOutcome> CallAsync(string path, ReadOnlyMemory<byte> input, CancellationToken cancellationToken) =>
        await calls.CallAsync(path, input, await RequestAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>Opens a subscription by its path, with JSON.</summary>
    /// <inheritdoc cref="CallAsync(string, ReadOnlyMemory{byte}, CancellationToken)" path="/param"/>
    /// <returns>A stream, or one that was refused.</returns>
    public async Task<ProcedureStream> OpenAsync(string path, ReadOnlyMemory<byte> input, CancellationToken cancellationToken) =>
        await calls.OpenAsync(path, input, await RequestAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    private async ValueTask<ProcedureRequest> RequestAsync(CancellationToken cancellationToken)
    {
        var request = new ProcedureRequest(await source.GetAsync(cancellationToken).ConfigureAwait(false), source.Surface) { WaitsToTheEnd = true };
        return change is null ? request : change(request);
    }
}
