using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Procedures;

/// <summary>A subscription that has begun, or that was refused.</summary>
public abstract class ProcedureStream : IAsyncDisposable
{
    /// <summary>What happened instead of a beginning; null when it has begun.</summary>
    public ProcedureOutcome? Refusal { get; protected init; }

    /// <summary>What the caller's targets turned out to be, in the order in which they were resolved.</summary>
    public IReadOnlyList<ResolvedTarget> Targets { get; protected init; } = [];

    /// <summary>The items, each of which writes itself as JSON. To be read once; nothing when the stream was refused.</summary>
    /// <exception cref="ProcedureException">While reading: the stream broke.</exception>
    public abstract IAsyncEnumerable<Action<Utf8JsonWriter>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Lets go of a stream that nobody is going to read; one that is read lets go by itself.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return default;
    }
}

/// <summary>A subscription whose items are typed.</summary>
internal sealed class ProcedureStream<TItem> : ProcedureStream
{
    private readonly Func<CancellationToken, IAsyncEnumerable<TItem>>? open;
    private readonly JsonWrite<TItem>? write;
    private readonly AsyncServiceScope scope;
    private readonly Action<Exception?>? ended;

    public ProcedureStream(ProcedureOutcome refusal) => Refusal = refusal;

    public ProcedureStream(
        Func<CancellationToken, IAsyncEnumerable<TItem>> open, JsonWrite<TItem> write, IReadOnlyList<ResolvedTarget> targets, AsyncServiceScope scope, Action<Exception?> ended)
    {
        Targets = targets;
        this.open = open;
        this.write = write;
        this.scope = scope;
        this.ended = ended;
    }

    public override async IAsyncEnumerable<Action<Utf8JsonWriter>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in Items(cancellationToken).ConfigureAwait(false))
        {
            yield return writer => write!(writer, item);
        }
    }

    public override ValueTask DisposeAsync() => open is null ? default : scope.DisposeAsync();

    /// <summary>The items themselves; the run's scope lives as long as they are read.</summary>
    public async IAsyncEnumerable<TItem> Items([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (open is null)
        {
            yield break;
        }

        await using var owned = scope;
        Exception? fault = null;
        await using var items = open(cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            while (true)
            {
                try
                {
                    if (!await items.MoveNextAsync().ConfigureAwait(false))
                    {
                        yield break;
                    }
                }
                catch (Exception exception)
                {
                    // The reader who left has ended the stream; that is no fault.
                    fault = cancellationToken.IsCancellationRequested ? null : exception;
                    if (fault is null)
                    {
                        throw;
                    }

                    throw fault is ProcedureException ? fault : new ProcedureException(ProcedureErrors.From(fault), fault);
                }

                yield return items.Current;
            }
        }
        finally
        {
            ended!(fault);
        }
    }
}
