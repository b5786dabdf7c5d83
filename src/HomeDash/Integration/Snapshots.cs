using System.Collections.Concurrent;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>
/// What services said last. Calls at the same time share one request, a young answer serves again, and when a service fails
/// its last answer serves with its age beside the error. What HomeDash writes to a service empties what it knew of it.
/// </summary>
internal sealed class Snapshots(TimeProvider clock)
{
    /// <summary>How long an answer may stand in for a service that fails.</summary>
    private static readonly TimeSpan OldestStandIn = TimeSpan.FromMinutes(5);

    /// <summary>From how many answers on those that serve no longer are dropped: what decides an answer, such as days, may be anything.</summary>
    private const int Many = 1000;

    private readonly ConcurrentDictionary<(string Integration, string What), Slot> slots = [];

    /// <summary>Reads what a service says, or what it said lately.</summary>
    /// <param name="integrationId">Of which integration.</param>
    /// <param name="what">What is read, with all that decides the answer.</param>
    /// <param name="freshFor">How young an answer has to be to serve without asking again.</param>
    /// <param name="patience">How long the service may take. The request is shared: it goes on when this caller leaves.</param>
    /// <param name="read">Asks the service.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<Snapshot<T>> ReadAsync<T>(
        string integrationId, string what, TimeSpan freshFor, TimeSpan patience, Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
        where T : class
    {
        if (slots.Count >= Many)
        {
            DropOld();
        }

        var slot = slots.GetOrAdd((integrationId, what), _ => new());
        Task<Snapshot<T>> reading;
        lock (slot)
        {
            if (slot.Value is T young && clock.GetElapsedTime(slot.ReadAt) < freshFor)
            {
                return Task.FromResult(new Snapshot<T>(young, clock.GetElapsedTime(slot.ReadAt), null));
            }

            if (slot.Reading is not Task<Snapshot<T>> { IsCompleted: false } shared)
            {
                var round = slot.Round;
                shared = Task.Run(() => AskAsync(slot, round, patience, read), CancellationToken.None);
                slot.Reading = shared;
            }

            reading = shared;
        }

        return reading.WaitAsync(cancellationToken);
    }

    /// <summary>Forgets all that an integration said: it was changed, or is gone.</summary>
    public void Forget(string integrationId)
    {
        foreach (var (key, slot) in slots)
        {
            if (key.Integration != integrationId)
            {
                continue;
            }

            lock (slot)
            {
                slot.Round++;
                slot.Value = null;
                slot.Reading = null;
            }
        }
    }

    /// <summary>Drops the integrations that are no more.</summary>
    public void Keep(IReadOnlySet<string> integrationIds)
    {
        foreach (var key in slots.Keys.Where(key => !integrationIds.Contains(key.Integration)))
        {
            slots.TryRemove(key, out _);
        }
    }

    private void DropOld()
    {
        foreach (var (key, slot) in slots)
        {
            bool serves;
            lock (slot)
            {
                serves = slot.Reading is { IsCompleted: false } || (slot.Value is not null && clock.GetElapsedTime(slot.ReadAt) < OldestStandIn);
            }

            if (!serves)
            {
                slots.TryRemove(key, out _);
            }
        }
    }

    private async Task<Snapshot<T>> AskAsync<T>(Slot slot, int round, TimeSpan patience, Func<CancellationToken, Task<T>> read)
        where T : class
    {
        using var limit = new CancellationTokenSource(patience, clock);
        try
        {
            var value = await read(limit.Token).WaitAsync(limit.Token).ConfigureAwait(false);
            lock (slot)
            {
                // An answer to a question from before a write must not be taken for the state after it.
                if (slot.Round == round)
                {
                    (slot.Value, slot.ReadAt) = (value, clock.GetTimestamp());
                }
            }

            return new(value, TimeSpan.Zero, null);
        }
        catch (Exception exception)
        {
            var error = limit.IsCancellationRequested && exception is OperationCanceledException
                ? new ProcedureError(ProcedureErrorCode.GatewayTimeout, ErrorReason.Timeout, $"No answer within {patience.TotalSeconds:0.#} s.")
                : ProcedureErrors.From(exception);
            lock (slot)
            {
                return slot.Value is T old && clock.GetElapsedTime(slot.ReadAt) is var age && age < OldestStandIn
                    ? new(old, age, error)
                    : new(null, TimeSpan.Zero, error);
            }
        }
    }

    private sealed class Slot
    {
        public object? Value { get; set; }

        public long ReadAt { get; set; }

        public int Round { get; set; }

        public Task? Reading { get; set; }
    }
}

/// <summary>What a service said.</summary>
/// <param name="Value">The answer; null when there is none.</param>
/// <param name="Age">How old it is; zero when it was read for this call.</param>
/// <param name="Error">Why there is none, or none that is fresh.</param>
internal sealed record Snapshot<T>(T? Value, TimeSpan Age, ProcedureError? Error)
    where T : class;
