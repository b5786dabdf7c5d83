using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Downloads that have failed, or that nobody sends anything of.</summary>
internal sealed class DownloadsPart(DownloadFleet fleet) : IReportPart
{
    public string Area => "downloads";

    public string Permission => DownloadPermissions.View;

    public async Task<PartReport> LookAsync(Caller caller, CancellationToken cancellationToken)
    {
        var survey = await fleet.SurveyAsync(caller, null, cancellationToken).ConfigureAwait(false);
        return survey.Reports.Count == 0
            ? PartReport.Nothing(Area, "There is no download client that you may use")
            : new(
                [.. survey.Items.Select(found => Judge(found.Item)).OfType<Finding>()],
                [.. survey.Clients.Select(client => new LookedAt(Area, survey.Items.Count(found => found.Item.Integration == client.Integration), client.Integration))],
                [.. survey.Reports.Where(report => !report.Ok).Select(report => new NotLookedAt(Area, report.Reason!, report.Message!, report.Integration))]);
    }

    private Finding? Judge(Download download)
    {
        var name = $"{download.Integration}/{download.Id}";
        return download.State switch
        {
            DownloadState.Failed => new(
                Severity.Critical, Area, download.Name, download.Integration,
                $"{download.Name} on {download.Integration} has failed{(download.Error is { } error ? $": {error.Trim().TrimEnd('.')}" : "")}.",
                "Resume it once what it says is mended, or delete it and add it anew.",
                [NextCall.ForEach("downloads.resume", "downloads", name, "It tries again.")]),
            DownloadState.Stalled => new(
                Severity.Warning, Area, download.Name, download.Integration,
                $"{download.Name} on {download.Integration} is stalled at {Fullness.Say(download.Progress * 100)}: nobody sends anything.",
                "Wait for others who have it, or look for another source.",
                [NextCall.For("downloads.get", "download", name, "It shows what is known of it.")]),
            _ => null,
        };
    }
}
