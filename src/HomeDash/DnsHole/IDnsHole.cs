using HomeDash.Procedures;

namespace HomeDash;

/// <summary>
/// A DNS server that blocks domains. Every method throws <see cref="ProcedureException"/> when the service does not answer as
/// it should; its message names the integration.
/// </summary>
[Capability("dnsHole")]
public interface IDnsHole
{
    /// <summary>Whether it blocks now.</summary>
    Task<Blocking> BlockingAsync(CancellationToken cancellationToken);

    /// <summary>Whether it blocks now, and what it has counted.</summary>
    Task<DnsHoleReading> ReadAsync(CancellationToken cancellationToken);

    /// <summary>The domains that it blocked most often.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<TopBlocked> TopBlockedAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Makes it block, whatever timer runs.</summary>
    /// <returns>What it says afterwards; the call fails when that is anything else.</returns>
    [Writes]
    Task<Blocking> EnableAsync(CancellationToken cancellationToken);

    /// <summary>Makes it block nothing, whatever timer runs.</summary>
    /// <param name="pause">For how long; null until <see cref="EnableAsync"/>. A service that counts in minutes rounds up, and says so in the note.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What it says afterwards; the call fails when that is anything else.</returns>
    [Writes]
    Task<Blocking> DisableAsync(TimeSpan? pause, CancellationToken cancellationToken);
}

/// <summary>Whether a service blocks.</summary>
/// <param name="Status">What it does now.</param>
/// <param name="FlipsAt">When it does the opposite by itself, by the clock of HomeDash; null when it stays as it is, or does not tell.</param>
/// <param name="Note">What is worth knowing.</param>
public sealed record Blocking(BlockingStatus Status, DateTimeOffset? FlipsAt = null, string? Note = null);

/// <summary>What a service has counted, and whether it blocks.</summary>
/// <param name="Blocking">Whether it blocks.</param>
/// <param name="Queries">How many queries it had.</param>
/// <param name="Blocked">How many of them it blocked.</param>
/// <param name="Domains">How many domains or rules are on its lists; null when it does not tell.</param>
/// <param name="Period">Over which time up to now the queries are counted; null when it does not tell.</param>
public sealed record DnsHoleReading(Blocking Blocking, long Queries, long Blocked, long? Domains, TimeSpan? Period);

/// <summary>The domains that a service blocked most often.</summary>
/// <param name="Domains">The domains, most often blocked first.</param>
/// <param name="Period">Over which time up to now they are counted; null when it does not tell.</param>
public sealed record TopBlocked(IReadOnlyList<BlockedDomain> Domains, TimeSpan? Period);
