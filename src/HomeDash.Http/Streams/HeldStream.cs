using System.Runtime.CompilerServices;
using HomeDash.Procedures;

namespace HomeDash.Http;

/// <summary>
/// A subscription that outlives the connections of its reader. It keeps its newest items: those that were sent so that a
/// reader who lost its connection gets what was lost with it, and those that came meanwhile.
/// </summary>
/// <param name="owner">Whose it is, and what of: only the same call of the same caller may go on with it.</param>
internal sealed class HeldStream(StreamOwner owner) : IDisposable
{
    /// <summary>How many items are kept at most.</summary>
    internal const int MostItems = 1000;

    /// <summary>How many bytes of items are kept at most, apart from a single item that has more.</summary>
    private const int MostBytes = 1024 * 1024;

    private readonly Lock changing = new();
    private readonly List<StreamItem> kept = [];
    private readonly CancellationTokenSource ending = new();
    private TaskCompletionSource changed = NewSignal();
    private long last;
    private long sent;
    private int bytes;
    private int reader;
    private bool attached;
    private bool ended;
    private ProcedureError? fault;

    /// <summary>Names the stream in the ids of its items.</summary>
    public string Id { get; } = Guid.CreateVersion7().ToString("N");

    public StreamOwner Owner => owner;

    /// <summary>What the targets of its input were when it was opened.</summary>
    public IReadOnlyList<(string Kind, string Id)> Targets { get; init; } = [];

    /// <summary>Whether every item after this one is still there.</summary>
    public bool CanGoOnAfter(long number)
    {
        lock (changing)
        {
            return !ending.IsCancellationRequested && number <= last && number >= (kept.Count > 0 ? kept[0].Number - 1 : last);
        }
    }

    /// <summary>Takes the items from the procedure until it ends, fails, or nobody is interested any more.</summary>
    public async Task FillAsync(ProcedureStream stream)
    {
        ProcedureError? broken = null;
        try
        {
            await foreach (var write in stream.ReadAsync(ending.Token).ConfigureAwait(false))
            {
                await AddAsync(Json.Print(write)).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // Let go of.
        }
        catch (Exception exception)
        {
            broken = ProcedureErrors.From(exception);
        }

        lock (changing)
        {
            (ended, fault) = (true, broken);
            Signal();
        }
    }

    /// <summary>The items after a number, until the stream ends. A reader who comes later takes the place of this one.</summary>
    /// <exception cref="ProcedureException">The stream broke.</exception>
    /// <exception cref="OperationCanceledException">Another reader has come, or the stream was let go of.</exception>
    public async IAsyncEnumerable<StreamItem> ReadAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int mine;
        lock (changing)
        {
            mine = ++reader;
            (attached, sent) = (true, after);
            Signal();
        }

        try
        {
            while (true)
            {
                StreamItem? next = null;
                Task? wait = null;
                lock (changing)
                {
                    if (mine != reader || ending.IsCancellationRequested)
                    {
                        throw new OperationCanceledException("Another connection reads this stream now, or nobody may.");
                    }

                    if (sent < last)
                    {
                        next = kept[(int)(++sent - kept[0].Number)];
                        Signal();
                    }
                    else if (ended)
                    {
                        break;
                    }
                    else
                    {
                        wait = changed.Task;
                    }
                }

                if (next is not null)
                {
                    yield return next;
                }
                else
                {
                    await wait!.WaitAsync(cancellationToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            lock (changing)
            {
                attached = attached && mine != reader;
                Signal();
            }
        }

        if (fault is not null)
        {
            throw new ProcedureException(fault);
        }
    }

    /// <summary>Whether it has ended, and no connection reads the rest of it.</summary>
    public bool IsOver
    {
        get
        {
            lock (changing)
            {
                return ended && !attached;
            }
        }
    }

    /// <summary>The number of its last reader, when no connection reads it now; null while one does.</summary>
    public int? AloneSince
    {
        get
        {
            lock (changing)
            {
                return attached ? null : reader;
            }
        }
    }

    /// <summary>Lets go of it: the procedure ends.</summary>
    public void Dispose()
    {
        lock (changing)
        {
            ending.Cancel();
            Signal();
        }
    }

    /// <summary>A reader who is slow makes the procedure wait; one who is away for too many items has lost the stream.</summary>
    private async Task AddAsync(ReadOnlyMemory<byte> json)
    {
        while (true)
        {
            Task wait;
            lock (changing)
            {
                while (IsFullFor(json) && kept[0].Number <= sent)
                {
                    bytes -= kept[0].Json.Length;
                    kept.RemoveAt(0);
                }

                if (!IsFullFor(json))
                {
                    kept.Add(new(++last, json));
                    bytes += json.Length;
                    Signal();
                    return;
                }

                if (!attached)
                {
                    ending.Cancel();
                }

                wait = changed.Task;
            }

            await wait.WaitAsync(ending.Token).ConfigureAwait(false);
        }
    }

    private bool IsFullFor(ReadOnlyMemory<byte> json) => kept.Count > 0 && (kept.Count == MostItems || bytes + json.Length > MostBytes);

    private void Signal()
    {
        var before = changed;
        changed = NewSignal();
        before.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>Whose a stream is, and what of.</summary>
/// <param name="UserId">The caller.</param>
/// <param name="KeyId">The key that was used.</param>
/// <param name="Path">The procedure.</param>
/// <param name="Input">Its input.</param>
internal sealed record StreamOwner(string UserId, string? KeyId, string Path, string Input);
