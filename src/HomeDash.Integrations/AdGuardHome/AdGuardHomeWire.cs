using System.Text.Json.Serialization;

namespace HomeDash.Integrations.AdGuardHome;

/// <summary>What it does.</summary>
/// <param name="Version">Its version, with a <c>v</c>.</param>
/// <param name="ProtectionEnabled">Whether it blocks.</param>
/// <param name="PauseMilliseconds">What is left of a pause; 0 when it stays. Some builds write a fraction.</param>
internal sealed record AdGuardStatus(
    string Version,
    [property: JsonPropertyName("protection_enabled")] bool ProtectionEnabled,
    [property: JsonPropertyName("protection_disabled_duration")] double? PauseMilliseconds = null);

/// <summary>What it has counted.</summary>
/// <param name="TimeUnits"><c>hours</c> or <c>days</c>: what one element of the lists is.</param>
/// <param name="Queries">All queries of the period.</param>
/// <param name="Filtered">Those that a list blocked.</param>
/// <param name="Dangerous">Those that its safe browsing blocked.</param>
/// <param name="Adult">Those that its parental control blocked.</param>
/// <param name="QueriesByTime">One element per unit of the period.</param>
/// <param name="TopBlocked">Objects of one property each: the domain, and how often it was blocked.</param>
internal sealed record AdGuardStats(
    [property: JsonPropertyName("time_units")] string TimeUnits,
    [property: JsonPropertyName("num_dns_queries")] double Queries,
    [property: JsonPropertyName("num_blocked_filtering")] double Filtered,
    [property: JsonPropertyName("num_replaced_safebrowsing")] double Dangerous = 0,
    [property: JsonPropertyName("num_replaced_parental")] double Adult = 0,
    [property: JsonPropertyName("dns_queries")] IReadOnlyList<double>? QueriesByTime = null,
    [property: JsonPropertyName("top_blocked_domains")] IReadOnlyList<IReadOnlyDictionary<string, double>>? TopBlocked = null);

/// <summary>Its lists.</summary>
/// <param name="Enabled">Whether the lists are used at all.</param>
/// <param name="Filters">The lists; null when there is none, as Go writes it.</param>
internal sealed record AdGuardFiltering(bool Enabled, IReadOnlyList<AdGuardFiltering.List>? Filters = null)
{
    internal sealed record List(bool Enabled, [property: JsonPropertyName("rules_count")] long RulesCount);
}

/// <summary>What it is told to do.</summary>
/// <param name="Enabled">Whether it shall block.</param>
/// <param name="Duration">For how many milliseconds not; it refuses one when it shall block.</param>
internal sealed record AdGuardOrder(bool Enabled, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Duration);
