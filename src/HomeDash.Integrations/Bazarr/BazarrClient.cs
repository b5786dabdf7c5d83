using System.Globalization;
using System.Text.Json.Serialization.Metadata;

namespace HomeDash.Integrations.Bazarr;

/// <summary>Bazarr 1.x.</summary>
internal sealed class BazarrClient(ServiceHttp http, Integration integration) : ISubtitleFinder, IIntegrationClient, IDisposable
{
    private const string Live = "LIVE";
    private const string Good = "Good";

    public async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) =>
        new("Bazarr", (await GetAsync("/api/system/status", BazarrJson.Default.BazarrDataBazarrStatus, cancellationToken).ConfigureAwait(false)).Data.Version.TrimStart('v'));

    public async Task<SubtitleBadges> BadgesAsync(CancellationToken cancellationToken)
    {
        // One before the others: wrong credentials are sent once.
        var counts = await GetAsync("/api/badges", BazarrJson.Default.BazarrBadges, cancellationToken).ConfigureAwait(false);
        var providers = GetAsync("/api/providers", BazarrJson.Default.BazarrDataBazarrProviderArray, cancellationToken);
        var issues = GetAsync("/api/system/health", BazarrJson.Default.BazarrDataBazarrIssueArray, cancellationToken);
        await Task.WhenAll(providers, issues).ConfigureAwait(false);
        return new()
        {
            Integration = integration.Name,
            Episodes = counts.Episodes,
            Movies = counts.Movies,
            SonarrLive = counts.SonarrLive is null ? null : counts.SonarrLive == Live,
            RadarrLive = counts.RadarrLive is null ? null : counts.RadarrLive == Live,
            Throttled =
            [
                .. (await providers).Data.Where(provider => Amounts.Text(provider.Status) is { } status && !status.Equals(Good, StringComparison.OrdinalIgnoreCase))
                    .Select(provider => new ThrottledProvider(provider.Name, Amounts.Text(provider.Status), Amounts.Text(provider.Retry?.Trim('-', ' ')))),
            ],
            Issues = [.. (await issues).Data.Where(issue => Amounts.Text(issue.Issue) is not null).Select(issue => new SubtitleIssue(Amounts.Text(issue.Object), issue.Issue!.Trim()))],
        };
    }

    public async Task<WantedReading> WantedAsync(int most, CancellationToken cancellationToken)
    {
        var series = await GetAsync($"/api/episodes/wanted?start=0&length={most}", BazarrJson.Default.BazarrDataBazarrEpisodeArray, cancellationToken).ConfigureAwait(false);
        var movies = await GetAsync($"/api/movies/wanted?start=0&length={most}", BazarrJson.Default.BazarrDataBazarrFilmArray, cancellationToken).ConfigureAwait(false);
        return new(
            [
                .. series.Data.Select(one => new WantedSubtitles(
                    Id(one.SonarrEpisodeId), CollectedKind.Episode, one.SeriesTitle, Amounts.Text(one.EpisodeTitle), Amounts.Text(one.Number), Languages(one.Missing), integration.Name)),
                .. movies.Data.Select(one => new WantedSubtitles(Id(one.RadarrId), CollectedKind.Movie, one.Title, null, null, Languages(one.Missing), integration.Name)),
            ],
            (series.Total ?? series.Data.Length) + (movies.Total ?? movies.Data.Length));
    }

    public void Dispose() => http.Dispose();

    private async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : notnull =>
        (await http.ReadAsync(() => Request(path), cancellationToken).ConfigureAwait(false)).Json(type);

    private HttpRequestMessage Request(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("X-API-KEY", integration.Credentials.ApiKey?.Reveal());
        return request;
    }

    private static string Id(int id) => id.ToString(CultureInfo.InvariantCulture);

    private static string[] Languages(IReadOnlyList<BazarrLanguage>? languages) =>
        [.. (languages ?? []).Select(language => $"{language.Name ?? language.Code2}{(language.Forced ? " forced" : "")}{(language.Hi ? " HI" : "")}").Distinct()];
}
