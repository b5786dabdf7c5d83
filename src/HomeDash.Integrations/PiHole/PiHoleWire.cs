using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomeDash.Integrations.PiHole;

/// <summary>What version 6 is told to sign in.</summary>
internal sealed record SixSignIn(string Password);

/// <summary>What version 6 answers to a sign-in.</summary>
internal sealed record SixAuth(SixAuth.State Session)
{
    /// <param name="Valid">Whether somebody is signed in.</param>
    /// <param name="Sid">The session; null when no password is set, or somebody is not signed in.</param>
    /// <param name="Message">Why.</param>
    internal sealed record State(bool Valid, string? Sid = null, string? Message = null);
}

/// <summary>An error of version 6.</summary>
internal sealed record SixProblem(SixProblem.Details Error)
{
    internal sealed record Details(string Key, string? Message = null);
}

/// <summary>Whether version 6 blocks.</summary>
/// <param name="Blocking"><c>enabled</c>, <c>disabled</c>, <c>failure</c> (<c>failed</c> in its documents) or <c>unknown</c>.</param>
/// <param name="Timer">Seconds until it does the opposite, with fractions; null when it stays.</param>
internal sealed record SixBlocking(string Blocking, double? Timer = null);

/// <summary>What version 6 is told to do. A timer is always sent: left out, or null, it ends one that runs.</summary>
internal sealed record SixOrder(bool Blocking, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Timer);

/// <summary>What version 6 has counted in the last 24 hours.</summary>
internal sealed record SixSummary(SixSummary.Counts Queries, SixSummary.Lists? Gravity = null)
{
    internal sealed record Counts(long Total, long Blocked);

    /// <param name="DomainsBeingBlocked">Negative when it does not know.</param>
    internal sealed record Lists([property: JsonPropertyName("domains_being_blocked")] long? DomainsBeingBlocked = null);
}

/// <summary>What version 6 blocked most often.</summary>
internal sealed record SixTopDomains(IReadOnlyList<SixTopDomains.One> Domains)
{
    internal sealed record One(string Domain, long Count);
}

/// <summary>The versions of the parts of version 6.</summary>
internal sealed record SixVersions(SixVersions.Parts Version)
{
    internal sealed record Parts(Part? Core = null);

    internal sealed record Part(Here? Local = null);

    internal sealed record Here(string? Version = null);
}

/// <summary>How an unsigned caller knows version 5: <c>{"version":3}</c>, the version of its interface.</summary>
internal sealed record FiveProbe(int Version);

/// <summary>What version 5 answers to <c>versions</c>.</summary>
internal sealed record FiveVersions([property: JsonPropertyName("core_current")] string? Core = null);

/// <summary>What version 5 answers to an order, and to <c>status</c>.</summary>
internal sealed record FiveStatus(string Status);

/// <summary>What version 5 answers to <c>summaryRaw</c>. Its numbers come as floats.</summary>
internal sealed record FiveSummary(
    string Status,
    [property: JsonPropertyName("dns_queries_today")] double Queries,
    [property: JsonPropertyName("ads_blocked_today")] double Blocked,
    [property: JsonPropertyName("domains_being_blocked")] JsonElement Domains);

/// <summary>What version 5 blocked most often: an object, but an empty array when there is nothing, as PHP writes it.</summary>
internal sealed record FiveTopItems([property: JsonPropertyName("top_ads")] JsonElement TopAds);
