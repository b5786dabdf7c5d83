using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Media that could not be had, or that were fetched and wait for somebody to look.</summary>
internal sealed class MediaPart(CalendarSurvey survey) : IReportPart
{
    public string Area => "media";

    public string Permission => CalendarPermissions.View;

    public async Task<PartReport> LookAsync(Caller caller, CancellationToken cancellationToken) => PartReport.Of(
        Area, await survey.QueueAsync(caller, null, cancellationToken).ConfigureAwait(false), queue => queue, (_, queued) => Judge(queued),
        "There is no Sonarr, Radarr, Lidarr or Readarr that you may use");

    private Finding? Judge(QueuedMedia queued) => queued.State switch
    {
        QueuedState.Failed => new(
            Severity.Warning, Area, queued.Title, queued.Integration, $"{queued.Title} cannot be had by {queued.Integration} this way{Why(queued)}.",
            $"Remove it from the queue of {queued.Integration}, which then looks for another release.", [Next(queued)]),
        QueuedState.Blocked => new(
            Severity.Warning, Area, queued.Title, queued.Integration, $"{queued.Title} was fetched, and {queued.Integration} does not know how to take it in{Why(queued)}.",
            $"Open the queue of {queued.Integration} and import it by hand, or remove it.", [Next(queued)]),
        _ => null,
    };

    private static string Why(QueuedMedia queued) => queued.Error is { } error ? $": {error.Trim().TrimEnd('.')}" : "";

    private static NextCall Next(QueuedMedia queued) => NextCall.ForEach("calendar.queued", "integrations", queued.Integration, "It shows what is being fetched.");
}
