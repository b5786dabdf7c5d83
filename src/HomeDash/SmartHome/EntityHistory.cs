namespace HomeDash;

/// <summary>How an entity was over some time.</summary>
/// <param name="Entity">The entity as it is now.</param>
/// <param name="From">Where the time begins, UTC.</param>
/// <param name="To">Where it ends, UTC.</param>
/// <param name="Items">Its states, oldest first; the latest ones when there are more than the limit.</param>
/// <param name="Total">How many states there were in all.</param>
/// <param name="Lowest">The lowest measured value.</param>
/// <param name="Highest">The highest measured value.</param>
/// <param name="Mean">The mean of the measured values, each weighted by how long it lasted.</param>
public sealed record EntityHistory(
    Entity Entity, DateTimeOffset From, DateTimeOffset To, IReadOnlyList<HistoryPoint> Items, int Total, double? Lowest = null, double? Highest = null, double? Mean = null)
{
    internal static EntityHistory Of(Entity entity, DateTimeOffset from, DateTimeOffset to, IReadOnlyList<HistoryPoint> points, int limit)
    {
        var measured = points.Where(point => point.Value is not null).ToArray();
        return new(
            entity, from, to, [.. points.TakeLast(limit)], points.Count,
            measured.Length == 0 ? null : measured.Min(point => point.Value), measured.Length == 0 ? null : measured.Max(point => point.Value), MeanOf(points, to));
    }

    private static double? MeanOf(IReadOnlyList<HistoryPoint> points, DateTimeOffset to)
    {
        var (weighted, weight) = (0.0, 0.0);
        for (var at = 0; at < points.Count; at++)
        {
            var seconds = ((at + 1 < points.Count ? points[at + 1].At : to) - points[at].At).TotalSeconds;
            if (points[at].Value is { } value && seconds > 0)
            {
                (weighted, weight) = (weighted + (value * seconds), weight + seconds);
            }
        }

        return weight > 0 ? Math.Round(weighted / weight, 2) : null;
    }
}

/// <summary>How an entity was from a time on.</summary>
/// <param name="At">From when, UTC.</param>
/// <param name="State">How it was, in one word.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Text">What the hub said beyond the state.</param>
public sealed record HistoryPoint(DateTimeOffset At, EntityState State, double? Value = null, string? Text = null);
