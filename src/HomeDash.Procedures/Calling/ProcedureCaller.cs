namespace HomeDash.Procedures;

/// <summary>The one door: every surface calls procedures here, by path and with JSON, or by the generated typed caller.</summary>
public sealed class ProcedureCaller(ProcedureCatalog catalog, ProcedurePipeline pipeline)
{
    /// <summary>Calls a query or mutation.</summary>
    /// <param name="path">For example <c>docker.restart</c>.</param>
    /// <param name="input">One JSON object in UTF-8; empty for none.</param>
    /// <param name="request">Who is calling, and how.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How it ended. Never throws for what a caller did wrong.</returns>
    public ValueTask<ProcedureOutcome> CallAsync(string path, ReadOnlyMemory<byte> input, ProcedureRequest request, CancellationToken cancellationToken) =>
        Refusal(path, request, out var procedure) is { } refusal
            ? new(new ProcedureOutcome.Failed(refusal))
            : procedure.CallAsync(pipeline, OrEmptyObject(input), request, cancellationToken);

    /// <summary>Opens a subscription.</summary>
    /// <returns>A stream, or one that was refused.</returns>
    public async ValueTask<ProcedureStream> OpenAsync(string path, ReadOnlyMemory<byte> input, ProcedureRequest request, CancellationToken cancellationToken) =>
        Refusal(path, request, out var procedure) is { } refusal ? new ProcedureStream<object>(new ProcedureOutcome.Failed(refusal))
        : procedure.Definition.Kind != ProcedureKind.Subscription ? new ProcedureStream<object>(new ProcedureOutcome.Failed(new(
            ProcedureErrorCode.BadRequest, ErrorReason.InvalidInput, $"{path} is not a subscription: call it.")))
        : await procedure.OpenAsync(pipeline, OrEmptyObject(input), request, cancellationToken).ConfigureAwait(false);

    /// <summary>Finds out what the targets in an input are, without running anything.</summary>
    /// <returns>The targets in the order of the parameters.</returns>
    /// <exception cref="ProcedureException">The caller may not call it or use them, the input breaks the contract, or there is no such target.</exception>
    public async ValueTask<IReadOnlyList<ResolvedTarget>> ResolveAsync(string path, ReadOnlyMemory<byte> input, ProcedureRequest request, CancellationToken cancellationToken) =>
        Refusal(path, request, out var procedure) is { } refusal
            ? throw new ProcedureException(refusal)
            : await procedure.ResolveAsync(pipeline, OrEmptyObject(input), request, cancellationToken).ConfigureAwait(false);

    /// <summary>Calls a procedure with an input that is typed already; used by generated callers.</summary>
    /// <exception cref="ProcedureException">The call failed.</exception>
    /// <exception cref="ProcedurePendingException">The call waits for an answer or an approval.</exception>
    public async Task<TOutput> CallAsync<TInput, TOutput>(Procedure<TInput, TOutput> procedure, TInput input, ProcedureRequest request, CancellationToken cancellationToken)
        where TInput : class =>
        await pipeline.RunAsync(procedure, default, input, request, cancellationToken).ConfigureAwait(false) switch
        {
            ProcedureOutcome.Completed<TOutput> completed => completed.Value,
            ProcedureOutcome.Failed failed => throw new ProcedureException(failed.Error),
            var outcome => throw new ProcedurePendingException(outcome),
        };

    /// <summary>Opens a subscription with an input that is typed already; used by generated callers.</summary>
    /// <exception cref="ProcedureException">While reading: the call failed.</exception>
    public async IAsyncEnumerable<TItem> StreamAsync<TInput, TItem>(
        SubscriptionProcedure<TInput, TItem> procedure, TInput input, ProcedureRequest request,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        where TInput : class
    {
        var stream = await pipeline.OpenAsync(procedure, default, input, request, cancellationToken).ConfigureAwait(false);
        switch (stream.Refusal)
        {
            case null:
                break;
            case ProcedureOutcome.Failed failed:
                throw new ProcedureException(failed.Error);
            default:
                throw new ProcedurePendingException(stream.Refusal);
        }

        await foreach (var item in stream.Items(cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    private static ReadOnlyMemory<byte> OrEmptyObject(ReadOnlyMemory<byte> input) => input.IsEmpty ? "{}"u8.ToArray() : input;

    private ProcedureError? Refusal(string path, ProcedureRequest request, out Procedure procedure)
    {
        procedure = catalog.Find(path)!;
        if (procedure is not null)
        {
            return null;
        }

        var near = NearestNames.Of(path, catalog.Procedures.Where(known => request.Caller.MayCall(known.Definition)).Select(known => known.Definition.Path));
        var hint = near.Count == 0 ? "tools.list names all of them." : $"Did you mean {string.Join(" or ", near)}?";
        return new(ProcedureErrorCode.NotFound, ErrorReason.UnknownProcedure, $"There is no procedure '{path}'. {hint}");
    }
}

/// <summary>A typed call did not end with a result: it needs an answer or an approval, was only planned, or is running.</summary>
public sealed class ProcedurePendingException(ProcedureOutcome outcome) : Exception($"The call did not complete: {outcome.GetType().Name}.")
{
    /// <summary>How it ended.</summary>
    public ProcedureOutcome Outcome { get; } = outcome;
}
