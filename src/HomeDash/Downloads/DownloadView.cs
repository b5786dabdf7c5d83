namespace HomeDash;

/// <summary>Makes a page of what the clients say.</summary>
internal static class DownloadView
{
    /// <summary>The page after a position.</summary>
    /// <param name="survey">What the clients say.</param>
    /// <param name="filter">What is to be on it.</param>
    /// <param name="after">Where the page before ended; null for the first one.</param>
    /// <param name="limit">How many downloads at most.</param>
    public static DownloadList Of(DownloadSurvey survey, DownloadFilter filter, DownloadPosition? after, int limit)
    {
        var found = survey.Items.Where(filter.Names).ToArray();
        var fitting = found.Where(filter.Admits).OrderBy(DownloadPosition.Of).ToArray();
        var rest = fitting.Where(download => after is null || DownloadPosition.Of(download).CompareTo(after) > 0).ToArray();
        var page = rest.Take(limit).ToArray();
        return new(
            survey.Clients.Sum(client => client.DownBytesPerSecond),
            survey.Clients.Sum(client => client.UpBytesPerSecond ?? 0),
            found.GroupBy(download => download.Item.State).OrderBy(group => group.Key).ToDictionary(group => group.Key.ToWords(), group => group.Count()),
            [.. page.Select(download => download.Item)],
            fitting.Length,
            survey.Clients,
            survey.Reports,
            rest.Length > page.Length ? DownloadPosition.Of(page[^1]).Write() : null);
    }
}

/// <summary>Which downloads a list shows.</summary>
/// <param name="States">Those in these states; null for any.</param>
/// <param name="Search">Those with this text in their name or category; null for any.</param>
internal sealed record DownloadFilter(IReadOnlyList<DownloadState>? States, string? Search)
{
    public bool Names(FoundDownload found) => Search is null || Holds(found.Item.Name) || Holds(found.Item.Category);

    public bool Admits(FoundDownload found) => States is null or [] || States.Contains(found.Item.State);

    private bool Holds(string? text) => text?.Contains(Search!.Trim(), StringComparison.OrdinalIgnoreCase) == true;
}
