using System.Threading.Channels;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HomeDash;

/// <summary>Remembers MCP sessions in the database, many with one transaction, behind the requests that change them.</summary>
internal sealed partial class SessionLedger(HouseWork work, TimeProvider clock, ILogger<SessionLedger> logger) : BackgroundService, ISessionLedger
{
    /// <summary>How long more is waited for before it is written.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private readonly Channel<bool> due = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>What is not written yet; null for a session that is forgotten.</summary>
    private readonly Dictionary<string, SessionRecord?> unwritten = new(StringComparer.Ordinal);

    private DateTimeOffset? unusedSince;

    /// <inheritdoc/>
    public async ValueTask<SessionRecord?> FindAsync(string idHash, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (unwritten.TryGetValue(idHash, out var known))
            {
                return known;
            }
        }

        return await work.ReadAsync(services => services.GetRequiredService<SessionStore>().FindAsync(idHash, cancellationToken)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Keep(SessionRecord session) => Note(session.IdHash, session);

    /// <inheritdoc/>
    public void Forget(string idHash) => Note(idHash, null);

    /// <inheritdoc/>
    public void ForgetUnusedSince(DateTimeOffset moment)
    {
        lock (gate)
        {
            unusedSince = moment;
        }

        due.Writer.TryWrite(true);
    }

    /// <summary>Writes what is left.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await WriteAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await due.Reader.WaitToReadAsync(stoppingToken).ConfigureAwait(false))
        {
            await Task.Delay(Moment, clock, stoppingToken).ConfigureAwait(false);
            due.Reader.TryRead(out _);
            await WriteAsync(stoppingToken).ConfigureAwait(false);
        }
    }

    private void Note(string idHash, SessionRecord? session)
    {
        lock (gate)
        {
            unwritten[idHash] = session;
        }

        due.Writer.TryWrite(true);
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        KeyValuePair<string, SessionRecord?>[] batch;
        DateTimeOffset? before;
        lock (gate)
        {
            (batch, before) = ([.. unwritten], unusedSince);
        }

        if (batch.Length == 0 && before is null)
        {
            return;
        }

        try
        {
            await work.WriteAsync(
                async services =>
                {
                    await WriteAsync(services.GetRequiredService<SessionStore>(), batch, before, cancellationToken).ConfigureAwait(false);
                    return true;
                },
                cancellationToken).ConfigureAwait(false);
            Written(batch, before);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // It stays noted, and goes along with the next change.
            LogNotWritten(exception, batch.Length);
        }
    }

    private static async Task WriteAsync(SessionStore store, KeyValuePair<string, SessionRecord?>[] batch, DateTimeOffset? before, CancellationToken cancellationToken)
    {
        if (before is { } moment)
        {
            await store.ForgetUnusedSinceAsync(moment, cancellationToken).ConfigureAwait(false);
        }

        foreach (var (idHash, session) in batch)
        {
            await (session is null ? store.ForgetAsync(idHash, cancellationToken) : store.KeepAsync(session, cancellationToken)).ConfigureAwait(false);
        }
    }

    private void Written(KeyValuePair<string, SessionRecord?>[] batch, DateTimeOffset? before)
    {
        lock (gate)
        {
            foreach (var (idHash, _) in batch.Where(entry => ReferenceEquals(unwritten.GetValueOrDefault(entry.Key), entry.Value)))
            {
                unwritten.Remove(idHash);
            }

            unusedSince = unusedSince == before ? null : unusedSince;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} MCP sessions could not be written down")]
    private partial void LogNotWritten(Exception exception, int count);
}
