using Dapper;

namespace HomeDash;

/// <summary>The tool_usage table: one row for each tool and day on which it was called.</summary>
internal sealed class UsageStore(HouseData data)
{
    /// <summary>What was counted from a day on, for each tool.</summary>
    /// <param name="from">Days since 1970.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Dictionary<string, UseCount>> SinceAsync(int from, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var rows = await connection.QueryAsync<Row>(new(
            "SELECT path, calls, errors, bytes, last_at, durations FROM tool_usage WHERE day >= @from", new { from }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        var counts = new Dictionary<string, UseCount>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            counts.TryAdd(row.Path, new());
            counts[row.Path].Add(row.ToCount());
        }

        return counts;
    }

    /// <summary>Adds to what was counted on a day, and forgets days that are too long ago.</summary>
    public async Task AddAsync(int day, IReadOnlyDictionary<string, UseCount> counts, int keptFrom, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new("DELETE FROM tool_usage WHERE day < @keptFrom", new { keptFrom }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        foreach (var (path, count) in counts)
        {
            var sum = count;
            if (await connection.QuerySingleOrDefaultAsync<Row>(new(
                "SELECT path, calls, errors, bytes, last_at, durations FROM tool_usage WHERE day = @day AND path = @path", new { day, path }, cancellationToken: cancellationToken)).ConfigureAwait(false) is { } before)
            {
                sum = before.ToCount();
                sum.Add(count);
            }

            await connection.ExecuteAsync(new(
                """
                INSERT INTO tool_usage (day, path, calls, errors, bytes, last_at, durations) VALUES (@day, @path, @Calls, @Errors, @Bytes, @LastAt, @durations)
                ON CONFLICT (day, path) DO UPDATE SET
                  calls = excluded.calls, errors = excluded.errors, bytes = excluded.bytes, last_at = excluded.last_at, durations = excluded.durations
                """,
                new { day, path, sum.Calls, sum.Errors, sum.Bytes, sum.LastAt, durations = sum.Durations.ToString() }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        }
    }

    private sealed record Row(string Path, long Calls, long Errors, long Bytes, DateTimeOffset LastAt, string Durations)
    {
        public UseCount ToCount() => UseCount.Of(Calls, Errors, Bytes, LastAt, DurationCounts.Parse(Durations));
    }
}
