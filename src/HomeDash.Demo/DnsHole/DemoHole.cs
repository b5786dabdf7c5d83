namespace HomeDash.Demo;

/// <summary>A DNS blocker in memory, which counts what a household asks for and lets everything through while it is paused.</summary>
internal sealed class DemoHole(TimeProvider clock) : IDnsHole, IIntegrationClient
{
    private const int QueriesAtFirst = 18_412;
    private const int BlockedAtFirst = 3_207;
    private const double QueriesPerSecond = 0.25;
    private const int OneOf = 6;
    private static readonly TimeSpan Counted = TimeSpan.FromDays(1);

    private static readonly (string Domain, int Weight)[] Unwanted =
    [
        ("telemetry.tv.example", 31), ("ads.video.example", 24), ("metrics.phone.example", 17), ("pixel.shop.example", 11), ("tracker.news.example", 8), ("banner.games.example", 5),
    ];

    private readonly Lock gate = new();
    private readonly DateTimeOffset started = clock.GetUtcNow();
    private bool blocks = true;
    private DateTimeOffset? resumesAt;
    private DateTimeOffset countedTo = clock.GetUtcNow();
    private double missed;

    public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => Task.FromResult(new ServiceVersion("Demo Pi-hole", "1.0"));

    public Task<Blocking> BlockingAsync(CancellationToken cancellationToken) => Task.FromResult(Now());

    public Task<DnsHoleReading> ReadAsync(CancellationToken cancellationToken)
    {
        var state = Now();
        var queries = QueriesAtFirst + (long)((clock.GetUtcNow() - started).TotalSeconds * QueriesPerSecond);
        return Task.FromResult(new DnsHoleReading(state, queries, Blocked(queries), 151_234, Counted));
    }

    public async Task<TopBlocked> TopBlockedAsync(int limit, CancellationToken cancellationToken)
    {
        var blocked = (await ReadAsync(cancellationToken).ConfigureAwait(false)).Blocked;
        var weights = Unwanted.Sum(one => one.Weight);
        return new([.. Unwanted.Take(limit).Select(one => new BlockedDomain(one.Domain, blocked * one.Weight / weights))], Counted);
    }

    public Task<Blocking> EnableAsync(CancellationToken cancellationToken) => Task.FromResult(Set(true, null));

    public Task<Blocking> DisableAsync(TimeSpan? pause, CancellationToken cancellationToken) => Task.FromResult(Set(false, pause));

    private Blocking Set(bool value, TimeSpan? pause)
    {
        lock (gate)
        {
            Now();
            (blocks, resumesAt) = (value, pause is { } span ? clock.GetUtcNow() + span : null);
            return Now();
        }
    }

    private Blocking Now()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var resumed = resumesAt <= now;
            if (!blocks)
            {
                missed += ((resumed ? resumesAt!.Value : now) - countedTo).TotalSeconds * QueriesPerSecond;
            }

            countedTo = now;
            if (resumed)
            {
                (blocks, resumesAt) = (true, null);
            }

            return new(blocks ? BlockingStatus.Enabled : BlockingStatus.Disabled, resumesAt);
        }
    }

    private long Blocked(long queries)
    {
        lock (gate)
        {
            return BlockedAtFirst + (long)Math.Max(0, (queries - QueriesAtFirst - missed) / OneOf);
        }
    }
}
