using System.Text.Json;

namespace HomeDash.Procedures;

/// <summary>Something that can be called. Derived from by generated code and by <see cref="RawProcedure"/>.</summary>
public abstract class Procedure
{
    /// <summary>What it is.</summary>
    public abstract ProcedureDefinition Definition { get; }

    /// <summary>Calls it with JSON: generic code meets generated types here.</summary>
    internal abstract ValueTask<ProcedureOutcome> CallAsync(ProcedurePipeline pipeline, ReadOnlyMemory<byte> input, ProcedureRequest request, CancellationToken cancellationToken);

    /// <summary>Finds the targets in an input, and runs nothing.</summary>
    internal abstract ValueTask<IReadOnlyList<ResolvedTarget>> ResolveAsync(ProcedurePipeline pipeline, ReadOnlyMemory<byte> input, ProcedureRequest request, CancellationToken cancellationToken);

    /// <summary>Opens its stream with JSON; only subscriptions have one.</summary>
    internal virtual ValueTask<ProcedureStream> OpenAsync(ProcedurePipeline pipeline, ReadOnlyMemory<byte> input, ProcedureRequest request, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"{Definition.Path} is not a subscription.");
}

/// <summary>What the steps before the run need of any procedure: reading, checking and resolving its input.</summary>
/// <typeparam name="TInput">The generated input record.</typeparam>
public abstract class BoundProcedure<TInput> : Procedure
    where TInput : class
{
    /// <summary>Reads the input, tolerant by the table of docs/binding.md, and collects every problem.</summary>
    /// <param name="reader">Before the first token.</param>
    /// <param name="problems">Receives what is wrong, limits included; the result only counts when there are none.</param>
    protected internal abstract TInput? Read(ref Utf8JsonReader reader, ref InputProblems problems);

    /// <summary>Checks the limits of an input that was not read from JSON.</summary>
    protected internal abstract void Validate(TInput input, ref InputProblems problems);

    /// <summary>Writes the input as canonical JSON: parameters in the order of the signature, targets by their resolved ids, absent ones left out.</summary>
    protected internal abstract void WriteInput(Utf8JsonWriter writer, TInput input);

    /// <summary>Resolves the targets among the parameters.</summary>
    protected internal virtual ValueTask<TInput> ResolveAsync(TInput input, TargetScope targets, CancellationToken cancellationToken) => new(input);

    internal sealed override ValueTask<IReadOnlyList<ResolvedTarget>> ResolveAsync(
        ProcedurePipeline pipeline, ReadOnlyMemory<byte> input, ProcedureRequest request, CancellationToken cancellationToken) =>
        pipeline.ResolveAsync(this, input, request, cancellationToken);
}

/// <summary>A query or mutation.</summary>
/// <typeparam name="TInput">The generated input record.</typeparam>
/// <typeparam name="TOutput">What it returns.</typeparam>
public abstract class Procedure<TInput, TOutput> : BoundProcedure<TInput>
    where TInput : class
{
    /// <summary>Runs the router's method.</summary>
    protected internal abstract ValueTask<TOutput> RunAsync(IServiceProvider services, TInput input, ProcedureContext context, CancellationToken cancellationToken);

    /// <summary>Writes the result as JSON.</summary>
    protected internal abstract void Write(Utf8JsonWriter writer, TOutput output);

    /// <summary><see cref="Write"/>, made into a delegate once and not for each call.</summary>
    internal JsonWrite<TOutput> Writer => field ??= Write;

    internal sealed override ValueTask<ProcedureOutcome> CallAsync(ProcedurePipeline pipeline, ReadOnlyMemory<byte> input, ProcedureRequest request, CancellationToken cancellationToken) =>
        pipeline.RunAsync(this, input, null, request, cancellationToken);
}

/// <summary>A subscription.</summary>
/// <typeparam name="TInput">The generated input record.</typeparam>
/// <typeparam name="TItem">What it streams.</typeparam>
public abstract class SubscriptionProcedure<TInput, TItem> : BoundProcedure<TInput>
    where TInput : class
{
    /// <summary>Opens the router's stream.</summary>
    protected internal abstract IAsyncEnumerable<TItem> StreamAsync(IServiceProvider services, TInput input, ProcedureContext context, CancellationToken cancellationToken);

    /// <summary>Writes one item as JSON.</summary>
    protected internal abstract void Write(Utf8JsonWriter writer, TItem item);

    internal sealed override ValueTask<ProcedureOutcome> CallAsync(ProcedurePipeline pipeline, ReadOnlyMemory<byte> input, ProcedureRequest request, CancellationToken cancellationToken) =>
        new(new ProcedureOutcome.Failed(new(ProcedureErrorCode.BadRequest, ErrorReason.InvalidInput,
            $"{Definition.Path} is a subscription: open it as a stream.")));

    internal sealed override async ValueTask<ProcedureStream> OpenAsync(ProcedurePipeline pipeline, ReadOnlyMemory<byte> input, ProcedureRequest request, CancellationToken cancellationToken) =>
        await pipeline.OpenAsync(this, input, null, request, cancellationToken).ConfigureAwait(false);
}
