using HomeDash.Procedures;

namespace HomeDash;

/// <summary>One page of what happens in some days.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="TimeZone">Where these are days.</param>
/// <param name="Items">What happens: by day, all day first, then by time.</param>
/// <param name="Total">How much happens, on all pages.</param>
/// <param name="Integrations">How each integration fared: what one that did not answer contributes is old, or missing.</param>
/// <param name="Next">Give this as <c>cursor</c> to get the next page; absent on the last one.</param>
public sealed record CalendarEvents(
    DateOnly From, DateOnly To, string TimeZone, IReadOnlyList<CalendarEvent> Items, int Total, IReadOnlyList<IntegrationReport> Integrations, string? Next = null) : IOutcomes
{
    bool IOutcomes.AllFailed => IntegrationReport.NoneAnswered(Integrations);
}
