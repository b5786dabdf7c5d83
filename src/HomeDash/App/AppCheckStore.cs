using Dapper;

namespace HomeDash;

/// <summary>The app_checks table. An app that always answers alike has one row, however long it does.</summary>
internal sealed class AppCheckStore(HouseData data, TimeProvider clock)
{
    private const int MostRows = 2000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>When each app was asked last.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> LastAskedAsync(CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        return (await connection.QueryAsync<(string Id, DateTimeOffset At)>(new(
            "SELECT app_id, MAX(until_at) FROM app_checks GROUP BY app_id", cancellationToken: cancellationToken)).ConfigureAwait(false))
            .ToDictionary(row => row.Id, row => row.At, StringComparer.Ordinal);
    }

    /// <summary>How these apps are, in their order.</summary>
    public async Task<IReadOnlyList<AppStatus>> StatusAsync(IReadOnlyList<App> apps, CancellationToken cancellationToken)
    {
        var now = clock.GetStorableNow();
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var last = (await connection.QueryAsync<AppCheckRow>(new(
            $"{AppCheckRow.Select} WHERE from_at = (SELECT MAX(newest.from_at) FROM app_checks newest WHERE newest.app_id = app_checks.app_id)",
            cancellationToken: cancellationToken)).ConfigureAwait(false)).ToDictionary(row => row.AppId, StringComparer.Ordinal);
        var day = await SharesAsync(now - TimeSpan.FromDays(1), cancellationToken).ConfigureAwait(false);
        var week = await SharesAsync(now - TimeSpan.FromDays(7), cancellationToken).ConfigureAwait(false);
        return [.. apps.Select(app => last.TryGetValue(app.Id, out var row)
            ? row.ToStatus(app, now, Of(day, app), Of(week, app))
            : new AppStatus(app.Id, app.Name, AppState.Unknown, app.AskedAddress))];

        static double? Of(Dictionary<string, double> shares, App app) => shares.TryGetValue(app.Id, out var share) ? share : null;
    }

    /// <summary>The stretches in which an app answered alike, the newest first.</summary>
    public async Task<IReadOnlyList<AppPeriod>> HistoryAsync(string appId, int limit, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var rows = await connection.QueryAsync<AppCheckRow>(new(
            $"{AppCheckRow.Select} WHERE app_id = @appId ORDER BY from_at DESC LIMIT @limit", new { appId, limit }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToPeriod())];
    }

    /// <summary>Keeps an answer, unless the app is gone or has another address by now.</summary>
    public async Task AddAsync(AppAnswer answer, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        if (!await connection.ExecuteScalarAsync<bool>(new(
            "SELECT EXISTS (SELECT 1 FROM apps WHERE id = @AppId AND COALESCE(ping_url, href) = @Address)",
            new { answer.AppId, answer.Address }, cancellationToken: cancellationToken)).ConfigureAwait(false))
        {
            return;
        }

        var last = await connection.QuerySingleOrDefaultAsync<AppCheckRow>(new(
            $"{AppCheckRow.Select} WHERE app_id = @AppId ORDER BY from_at DESC LIMIT 1", new { answer.AppId }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        switch (last)
        {
            case not null when answer.At <= last.UntilAt:
                // Somebody else has asked it at the same moment.
                break;
            case not null when last.ReachesTo(answer) && last.Says(answer):
                await WriteAsync(
                    """
                    UPDATE app_checks SET until_at = @UntilAt, trusted = @Trusted, asked = @Asked, total_seconds = @TotalSeconds,
                      slowest_seconds = @SlowestSeconds, last_seconds = @LastSeconds
                    WHERE app_id = @AppId AND from_at = @FromAt
                    """,
                    last.With(answer), cancellationToken).ConfigureAwait(false);
                break;
            case not null when last.ReachesTo(answer):
                // The time between two answers belongs to the first.
                await WriteAsync("UPDATE app_checks SET until_at = @UntilAt WHERE app_id = @AppId AND from_at = @FromAt", last with { UntilAt = answer.At }, cancellationToken).ConfigureAwait(false);
                await BeginAsync(AppCheckRow.Begin(answer, last.State == answer.State ? last.Since : answer.At), cancellationToken).ConfigureAwait(false);
                break;
            default:
                await BeginAsync(AppCheckRow.Begin(answer, answer.At), cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>Forgets how an app was: its address was another one.</summary>
    public async Task ForgetAsync(string appId, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new("DELETE FROM app_checks WHERE app_id = @appId", new { appId }, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    private async Task BeginAsync(AppCheckRow row, CancellationToken cancellationToken)
    {
        await WriteAsync(
            """
            INSERT INTO app_checks (app_id, from_at, until_at, since, state, code, error, trusted, asked, total_seconds, slowest_seconds, last_seconds)
            VALUES (@AppId, @FromAt, @UntilAt, @Since, @State, @Code, @Error, @Trusted, @Asked, @TotalSeconds, @SlowestSeconds, @LastSeconds)
            """,
            row, cancellationToken).ConfigureAwait(false);
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new(
            """
            DELETE FROM app_checks WHERE app_id = @AppId AND (until_at < @oldest
              OR from_at <= (SELECT excess.from_at FROM app_checks excess WHERE excess.app_id = @AppId ORDER BY excess.from_at DESC LIMIT 1 OFFSET @MostRows))
            """,
            new { row.AppId, oldest = row.FromAt - Kept, MostRows }, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    private async Task WriteAsync(string sql, AppCheckRow row, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new(
            sql,
            new
            {
                row.AppId, row.FromAt, row.UntilAt, row.Since, State = row.State.ToString(), row.Code, row.Error, row.Trusted, row.Asked, row.TotalSeconds, row.SlowestSeconds, row.LastSeconds,
            },
            cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    private async Task<Dictionary<string, double>> SharesAsync(DateTimeOffset start, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var rows = await connection.QueryAsync<(string Id, long Known, long Down)>(new(
            """
            SELECT app_id, SUM(until_at - began), SUM(CASE WHEN state = 'Down' THEN until_at - began ELSE 0 END)
            FROM (SELECT app_id, state, until_at, CASE WHEN from_at < @start THEN @start ELSE from_at END AS began FROM app_checks WHERE until_at > @start) AS stretches
            GROUP BY app_id
            """,
            new { start }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return rows.Where(row => row.Known > 0).ToDictionary(row => row.Id, row => Math.Round(1 - ((double)row.Down / row.Known), 4), StringComparer.Ordinal);
    }
}
