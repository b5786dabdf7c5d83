using System.Globalization;

namespace HomeDash.Integrations.PiHole;

/// <summary>Pi-hole 6, whose FTL has the interface under <c>/api</c>.</summary>
internal sealed class PiHoleSix(ServiceErrors errors, SixSession session, TimeProvider clock) : IPiHoleApi
{
    public async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken)
    {
        await BlockingAsync(cancellationToken).ConfigureAwait(false);

        // One built from source does not know its own version and answers 500.
        var versions = await session.GetAsync("/api/info/version", cancellationToken).ConfigureAwait(false);
        return new("Pi-hole", versions.IsSuccess ? versions.Json(PiHoleJson.Default.SixVersions).Version.Core?.Local?.Version ?? "6" : "6");
    }

    public async Task<Blocking> BlockingAsync(CancellationToken cancellationToken) =>
        Read((await session.GetAsync("/api/dns/blocking", cancellationToken).ConfigureAwait(false)).Json(PiHoleJson.Default.SixBlocking));

    public async Task<DnsHoleReading> ReadAsync(CancellationToken cancellationToken)
    {
        var blocking = await BlockingAsync(cancellationToken).ConfigureAwait(false);
        var summary = (await session.GetAsync("/api/stats/summary", cancellationToken).ConfigureAwait(false)).Json(PiHoleJson.Default.SixSummary);
        return new(blocking, summary.Queries.Total, summary.Queries.Blocked, summary.Gravity?.DomainsBeingBlocked is { } domains and >= 0 ? domains : null, PiHolePeriod.Counted);
    }

    public async Task<TopBlocked> TopBlockedAsync(int limit, CancellationToken cancellationToken)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/api/stats/top_domains?blocked=true&count={limit}");
        var top = (await session.GetAsync(path, cancellationToken).ConfigureAwait(false)).Json(PiHoleJson.Default.SixTopDomains);
        return new([.. top.Domains.Select(one => new BlockedDomain(one.Domain, one.Count))], PiHolePeriod.Counted);
    }

    public async Task<Blocking> EnableAsync(CancellationToken cancellationToken)
    {
        // With a timer it would switch blocking off when that ends.
        await OrderAsync(new(true, null), cancellationToken).ConfigureAwait(false);
        return await SettledAsync(state => state is { Status: BlockingStatus.Enabled, FlipsAt: null }, "blocking is not on for good", cancellationToken).ConfigureAwait(false);
    }

    public async Task<Blocking> DisableAsync(TimeSpan? pause, CancellationToken cancellationToken)
    {
        // Told what it does already, FTL drops the timer that runs and ignores the new one: a pause is only set from blocking.
        if (pause is not null && (await BlockingAsync(cancellationToken).ConfigureAwait(false)).Status != BlockingStatus.Enabled)
        {
            await OrderAsync(new(true, null), cancellationToken).ConfigureAwait(false);
        }

        await OrderAsync(new(false, pause?.TotalSeconds), cancellationToken).ConfigureAwait(false);
        return await SettledAsync(
            state => state.Status == BlockingStatus.Disabled && state.FlipsAt is null == pause is null,
            pause is null ? "blocking is not off for good" : "blocking is not off for that time", cancellationToken).ConfigureAwait(false);
    }

    private Task OrderAsync(SixOrder order, CancellationToken cancellationToken) => session.OrderAsync("/api/dns/blocking", order, cancellationToken);

    private Task<Blocking> SettledAsync(Func<Blocking, bool> settled, string otherwise, CancellationToken cancellationToken) =>
        Settling.OrFailAsync(BlockingAsync, settled, errors, otherwise, clock, cancellationToken);

    private Blocking Read(SixBlocking state)
    {
        DateTimeOffset? flipsAt = state.Timer is { } seconds and >= 0 ? clock.GetUtcNow().AddSeconds(seconds) : null;
        return state.Blocking switch
        {
            "enabled" => new(BlockingStatus.Enabled, flipsAt),
            "disabled" => new(BlockingStatus.Disabled, flipsAt),
            _ => new(BlockingStatus.Unknown, Note: "The DNS server of Pi-hole has failed, or is starting. Its page Tools, Pi-hole diagnosis, tells why."),
        };
    }
}

/// <summary>Over which time Pi-hole counts: both versions keep 24 hours in memory.</summary>
internal static class PiHolePeriod
{
    public static readonly TimeSpan Counted = TimeSpan.FromHours(24);
}
