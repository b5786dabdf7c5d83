namespace HomeDash;

/// <summary>The clock as the database keeps it.</summary>
internal static class Times
{
    /// <summary>Now, to the millisecond: what is stored reads back equal.</summary>
    public static DateTimeOffset GetStorableNow(this TimeProvider clock) =>
        DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
}
