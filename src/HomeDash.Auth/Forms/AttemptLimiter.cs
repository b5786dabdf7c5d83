using System.Threading.RateLimiting;

namespace HomeDash.Auth;

/// <summary>How often one address may try: 10 times a minute for a name, 60 times a minute in all.</summary>
internal sealed class AttemptLimiter : IDisposable
{
    private readonly PartitionedRateLimiter<(string Address, string Name)> limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<(string Address, string Name), string>(attempt => PerMinute(attempt.Address, 60)),
        PartitionedRateLimiter.Create<(string Address, string Name), (string, string)>(attempt => PerMinute((attempt.Address, attempt.Name.ToLowerInvariant()), 10)));

    /// <summary>Counts an attempt; false when there were too many.</summary>
    public bool Allows(string address, string name)
    {
        using var lease = limiter.AttemptAcquire((address, name));
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();

    private static RateLimitPartition<TKey> PerMinute<TKey>(TKey key, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });
}
