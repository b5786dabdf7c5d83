using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HomeDash;

/// <summary>Counts what AI clients call: in memory while it happens, added to the table every minute.</summary>
internal sealed partial class ToolUsage(HouseWork work, TimeProvider clock, ILogger<ToolUsage> logger) : BackgroundService, ICallRecorder, IAnswerMeter
{
    /// <summary>For how many days counts are kept.</summary>
    public const int KeptDays = 90;

    private const string Surface = "mcp";
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly Lock counting = new();
    private readonly SemaphoreSlim keeping = new(1, 1);
    private Dictionary<string, UseCount> unkept = new(StringComparer.Ordinal);
    private int day;

    private int Today => (int)(clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalDays;

    /// <inheritdoc/>
    public void Record(CallRecord record)
    {
        if (record.Request.Surface == Surface)
        {
            var failed = record.Outcome is ProcedureOutcome.Failed or ProcedureOutcome.Completed { AllTargetsFailed: true };
            lock (counting)
            {
                Of(record.Definition).Called(failed, record.Elapsed, clock.GetStorableNow());
            }
        }
    }

    /// <inheritdoc/>
    public void Sent(ProcedureDefinition definition, string surface, long bytes)
    {
        if (surface == Surface)
        {
            lock (counting)
            {
                Of(definition).Sent(bytes);
            }
        }
    }

    /// <summary>What was counted in the last days, today among them, for each path.</summary>
    public async Task<IReadOnlyDictionary<string, UseCount>> ReadAsync(int days, UsageStore store, CancellationToken cancellationToken)
    {
        // No count may be on its way from memory to the table meanwhile: it would be missed, or counted twice.
        await keeping.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var counts = await store.SinceAsync(Today - days + 1, cancellationToken).ConfigureAwait(false);
            lock (counting)
            {
                Merge(unkept, counts);
            }

            return counts;
        }
        finally
        {
            keeping.Release();
        }
    }

    /// <summary>Adds what was counted to the table.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        await keeping.WaitAsync(cancellationToken).ConfigureAwait(false);
        Dictionary<string, UseCount> taken;
        int of;
        lock (counting)
        {
            (taken, unkept, of) = (unkept, new(StringComparer.Ordinal), day);
        }

        try
        {
            if (taken.Count > 0)
            {
                await work.WriteAsync(
                    async services =>
                    {
                        await services.GetRequiredService<UsageStore>().AddAsync(of, taken, Today - KeptDays + 1, cancellationToken).ConfigureAwait(false);
                        return of;
                    },
                    cancellationToken).ConfigureAwait(false);
            }
        }
        catch
        {
            lock (counting)
            {
                Merge(taken, unkept);
            }

            throw;
        }
        finally
        {
            keeping.Release();
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await TryKeepAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            await TryKeepAsync(stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task TryKeepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await KeepAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // What was counted is still in memory, and goes along the next time.
            LogNotKept(exception);
        }
    }

    // A minute around midnight counts for the day on which it is first counted.
    private UseCount Of(ProcedureDefinition definition)
    {
        if (unkept.Count == 0)
        {
            day = Today;
        }

        if (!unkept.TryGetValue(definition.Path, out var count))
        {
            unkept[definition.Path] = count = new();
        }

        return count;
    }

    private static void Merge(Dictionary<string, UseCount> from, Dictionary<string, UseCount> to)
    {
        foreach (var (path, count) in from)
        {
            to.TryAdd(path, new());
            to[path].Add(count);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What tools were used for could not be written down and will be written later")]
    private partial void LogNotKept(Exception exception);
}
