using HomeDash.Components.Shared;

namespace HomeDash.Components.MediaRequests;

/// <summary>What states of requests and media are called, and what colour they have.</summary>
internal static class RequestWords
{
    public static string Word(this MediaAvailability availability) => availability switch
    {
        MediaAvailability.Partial => "Partly there",
        MediaAvailability.Blocked => "Blocked",
        _ => availability.ToString(),
    };

    public static Tone Tone(this MediaAvailability availability) => availability switch
    {
        MediaAvailability.Available => Shared.Tone.Good,
        MediaAvailability.Partial or MediaAvailability.Processing => Shared.Tone.Info,
        MediaAvailability.Requested => Shared.Tone.Accent,
        MediaAvailability.Blocked => Shared.Tone.Bad,
        _ => Shared.Tone.Plain,
    };

    public static string Word(this RequestStatus status) => status switch
    {
        RequestStatus.Pending => "Waiting",
        RequestStatus.Completed => "Available",
        _ => status.ToString(),
    };

    public static Tone Tone(this RequestStatus status) => status switch
    {
        RequestStatus.Pending => Shared.Tone.Warn,
        RequestStatus.Approved => Shared.Tone.Info,
        RequestStatus.Completed => Shared.Tone.Good,
        RequestStatus.Failed => Shared.Tone.Bad,
        _ => Shared.Tone.Plain,
    };

    public static string Word(this RequestedType type) => type == RequestedType.Movie ? "Film" : "Series";

    /// <summary>Seasons as a list shows them: <c>Season 2</c>, <c>Seasons 1, 2</c>; null for a film.</summary>
    public static string? Seasons(this MediaRequest request) => request.Seasons switch
    {
        null or [] => null,
        [var only] => $"Season {only}",
        var several => $"Seasons {string.Join(", ", several)}",
    };
}
