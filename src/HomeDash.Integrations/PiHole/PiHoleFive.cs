using System.Globalization;
using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Integrations.PiHole;

/// <summary>
/// Pi-hole 5, whose interface is <c>/admin/api.php</c>. It says 200 to everything, <c>[]</c> to whoever has no token, and ok to
/// a pause while it is paused already, without doing anything.
/// </summary>
internal sealed class PiHoleFive(ServiceHttp http, Secret? token, TimeProvider clock) : IPiHoleApi
{
    /// <summary>Whether a Pi-hole 5 answers. It tells so to everybody.</summary>
    public async Task<bool> IsThereAsync(CancellationToken cancellationToken) =>
        await http.ReadAsync("/admin/api.php?version", cancellationToken).ConfigureAwait(false) is { IsSuccess: true } response
        && response.TryJson(PiHoleJson.Default.FiveProbe) is not null;

    public async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken)
    {
        await BlockingAsync(cancellationToken).ConfigureAwait(false);
        var versions = (await http.ReadAsync(Path("versions"), cancellationToken).ConfigureAwait(false)).Json(PiHoleJson.Default.FiveVersions);
        return new("Pi-hole", versions.Core ?? "5");
    }

    public async Task<Blocking> BlockingAsync(CancellationToken cancellationToken)
    {
        var status = Read(await http.ReadAsync(Path("status"), cancellationToken).ConfigureAwait(false), PiHoleJson.Default.FiveStatus).Status;
        return await WithTimerAsync(status, cancellationToken).ConfigureAwait(false);
    }

    public async Task<DnsHoleReading> ReadAsync(CancellationToken cancellationToken)
    {
        var summary = Read(await http.ReadAsync(Path("summaryRaw"), cancellationToken).ConfigureAwait(false), PiHoleJson.Default.FiveSummary);
        var blocking = await WithTimerAsync(summary.Status, cancellationToken).ConfigureAwait(false);

        // Without lists it is a word or a negative number.
        var domains = summary.Domains.ValueKind == JsonValueKind.Number && summary.Domains.GetDouble() >= 0 ? (long?)summary.Domains.GetDouble() : null;
        return new(blocking, (long)summary.Queries, (long)summary.Blocked, domains, PiHolePeriod.Counted);
    }

    public async Task<TopBlocked> TopBlockedAsync(int limit, CancellationToken cancellationToken)
    {
        var top = Read(await http.ReadAsync(Path(string.Create(CultureInfo.InvariantCulture, $"topItems={limit}")), cancellationToken).ConfigureAwait(false), PiHoleJson.Default.FiveTopItems);
        BlockedDomain[] domains = top.TopAds.ValueKind == JsonValueKind.Object
            ? [.. top.TopAds.EnumerateObject().Where(one => one.Value.ValueKind == JsonValueKind.Number).Select(one => new BlockedDomain(one.Name, (long)one.Value.GetDouble()))]
            : [];
        return new([.. domains.OrderByDescending(one => one.Count).Take(limit)], PiHolePeriod.Counted);
    }

    public async Task<Blocking> EnableAsync(CancellationToken cancellationToken)
    {
        await OrderAsync("enable", cancellationToken).ConfigureAwait(false);
        return await SettledAsync(state => state.Status == BlockingStatus.Enabled, "still blocks nothing", cancellationToken).ConfigureAwait(false);
    }

    public async Task<Blocking> DisableAsync(TimeSpan? pause, CancellationToken cancellationToken)
    {
        // While it is disabled it changes nothing, neither the end of a pause nor that there is none.
        if ((await BlockingAsync(cancellationToken).ConfigureAwait(false)).Status == BlockingStatus.Disabled)
        {
            await EnableAsync(cancellationToken).ConfigureAwait(false);
        }

        await OrderAsync(pause is { } span ? string.Create(CultureInfo.InvariantCulture, $"disable={span.TotalSeconds:0}") : "disable", cancellationToken).ConfigureAwait(false);
        var state = await SettledAsync(found => found.Status == BlockingStatus.Disabled, "still blocks", cancellationToken).ConfigureAwait(false);
        return pause is { } meant && state.FlipsAt is null
            ? state with { FlipsAt = clock.GetUtcNow() + meant, Note = "This Pi-hole does not tell the time left; it is the time that was asked for." }
            : state;
    }

    private async Task OrderAsync(string order, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path(order));
        Read(await http.WriteAsync(request, cancellationToken).ConfigureAwait(false), PiHoleJson.Default.FiveStatus);
    }

    private Task<Blocking> SettledAsync(Func<Blocking, bool> settled, string otherwise, CancellationToken cancellationToken) =>
        Settling.OrFailAsync(BlockingAsync, settled, http.Errors, $"it {otherwise}", clock, cancellationToken);

    /// <summary>Its web interface leaves the end of a pause, in Unix milliseconds, in a file beside itself; it may be old, or missing.</summary>
    private async Task<Blocking> WithTimerAsync(string status, CancellationToken cancellationToken)
    {
        if (status != "disabled")
        {
            return new(status == "enabled" ? BlockingStatus.Enabled : BlockingStatus.Unknown);
        }

        var file = await http.ReadAsync("/custom_disable_timer", cancellationToken).ConfigureAwait(false);
        var left = file.IsSuccess && long.TryParse(file.Text.AsSpan().Trim(), CultureInfo.InvariantCulture, out var end)
            ? TimeSpan.FromMilliseconds(end) - ((file.Headers.Date ?? clock.GetUtcNow()) - DateTimeOffset.UnixEpoch)
            : TimeSpan.Zero;
        return new(BlockingStatus.Disabled, left > TimeSpan.Zero ? clock.GetUtcNow() + left : null);
    }

    private string Path(string query) => $"/admin/api.php?{query}{(token is null ? "" : "&auth=" + Uri.EscapeDataString(token.Reveal()))}";

    private T Read<T>(ServiceResponse response, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class =>
        response.Succeeded().Text.Trim() is "[]" or "Not authorized!"
            ? throw http.Errors.CredentialsRefused("Pi-hole 5 needs the token of its page Settings, API.")
            : response.Json(type);
}
