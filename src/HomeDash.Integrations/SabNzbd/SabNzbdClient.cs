using System.Globalization;
using System.Net;
using System.Text.Json.Serialization.Metadata;

namespace HomeDash.Integrations.SabNzbd;

/// <summary>SABnzbd's API, version 3 and later.</summary>
internal sealed class SabNzbdClient(ServiceHttp http, Integration integration, TimeProvider clock) : QueueClient(http, integration.Name, clock)
{
    private const string MostPast = "200";

    public override IReadOnlyList<DownloadSourceKind> Takes => [DownloadSourceKind.Nzb, DownloadSourceKind.Link];

    public override bool HasCategories => true;

    public override IReadOnlyList<SpeedLimit> Limits => [SpeedLimit.DownBytesPerSecond];

    public override string? ObstacleToDelete(Download download, bool files) =>
        files && download.State == DownloadState.Completed ? "keeps its files, as SABnzbd never deletes those of complete downloads: delete it without them" : null;

    public override async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => new("SABnzbd", (await QueueAsync(cancellationToken).ConfigureAwait(false)).Version);

    // The queue before the history: what moves from one to the other meanwhile is in both, not in neither.
    public override async Task<DownloadQueue> ReadAsync(CancellationToken cancellationToken)
    {
        var queue = await QueueAsync(cancellationToken).ConfigureAwait(false);
        var past = await PastAsync(cancellationToken).ConfigureAwait(false);
        var active = queue.Slots.Count(slot => slot.Status == "Downloading");
        return new(
            [
                .. queue.Slots.Where(slot => past.All(old => old.Id != slot.Id))
                    .Select(slot => SabNzbdMapping.ToDownload(slot, active == 1 && slot.Status == "Downloading" ? SabNzbdMapping.Speed(queue) : 0, Name)),
                .. past.Select(old => SabNzbdMapping.ToDownload(old, Name)),
            ],
            SabNzbdMapping.ToState(queue, Name));
    }

    public override async Task<DownloadDetails> GetAsync(string id, CancellationToken cancellationToken)
    {
        var download = (await ReadAsync(cancellationToken).ConfigureAwait(false)).Find(id) ?? throw Errors.NotFound($"download '{id}'");
        var files = await ReadCallAsync(SabNzbdJson.Default.SabNzbdFiles, cancellationToken, ("mode", "get_files"), ("value", id)).ConfigureAwait(false);
        var old = (await PastAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(past => past.Id == id);
        return new()
        {
            Download = download,
            Folder = Amounts.Text(old?.Storage),
            CompletedAt = old is null ? null : Amounts.Time(old.Completed),
            Files = [.. (files.Files ?? []).Take(DownloadFile.Most).Select(SabNzbdMapping.ToFile)],
        };
    }

    protected override Task SendPauseAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        OrderAsync(cancellationToken, ("mode", "queue"), ("name", "pause"), ("value", string.Join(',', ids)));

    protected override Task SendResumeAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        OrderAsync(cancellationToken, ("mode", "queue"), ("name", "resume"), ("value", string.Join(',', ids)));

    // An id is in the queue or in the history, and the order for the other one finds nothing.
    protected override async Task SendDeleteAsync(IReadOnlyList<string> ids, bool files, CancellationToken cancellationToken)
    {
        foreach (var place in new[] { "queue", "history" })
        {
            await OrderAsync(cancellationToken, ("mode", place), ("name", "delete"), ("value", string.Join(',', ids)), ("del_files", files ? "1" : "0")).ConfigureAwait(false);
        }
    }

    protected override Task SendPauseAllAsync(CancellationToken cancellationToken) => OrderAsync(cancellationToken, ("mode", "pause"));

    protected override Task SendResumeAllAsync(CancellationToken cancellationToken) => OrderAsync(cancellationToken, ("mode", "resume"));

    protected override async Task<string?> SendAddAsync(NewDownload download, CancellationToken cancellationToken)
    {
        List<(string, string)> fields = [("mode", download.Link is null ? "addfile" : "addurl")];
        fields.AddRange(download.Name is { } name ? [("nzbname", name)] : []);
        fields.AddRange(download.Link is { } link ? [("name", link)] : []);
        fields.AddRange(download.Category is { } category ? [("cat", category)] : []);
        fields.AddRange(download.Paused ? [("priority", "-2")] : []);
        var form = new MultipartFormDataContent();
        foreach (var (key, value) in Fields([.. fields]))
        {
            form.Add(new StringContent(value), key);
        }

        if (download.Link is null)
        {
            form.Add(new ReadOnlyMemoryContent(download.Content) { Headers = { ContentType = new("application/x-nzb") } }, "name", "add.nzb");
        }

        var answer = Checked(await Http.WriteAsync(new(HttpMethod.Post, "/api") { Content = form }, cancellationToken).ConfigureAwait(false), SabNzbdJson.Default.SabNzbdDone);
        return answer is { Status: true, Ids: [var id, ..] } ? id : throw Errors.Says(answer.Error ?? $"It does not take {download.Title}. It may have had it before, and be set to refuse that.");
    }

    protected override Task SendLimitAsync(IReadOnlyDictionary<SpeedLimit, long?> limits, CancellationToken cancellationToken)
    {
        // A number alone is a percentage of the line; with a unit it is a speed.
        var value = limits[SpeedLimit.DownBytesPerSecond] is { } bytes ? $"{(bytes / 1024).ToString(CultureInfo.InvariantCulture)}K" : "0";
        return OrderAsync(cancellationToken, ("mode", "config"), ("name", "speedlimit"), ("value", value));
    }

    private async Task<SabNzbdQueue> QueueAsync(CancellationToken cancellationToken)
    {
        var answer = await ReadCallAsync(SabNzbdJson.Default.SabNzbdQueueAnswer, cancellationToken, ("mode", "queue")).ConfigureAwait(false);
        return answer.Queue ?? throw (answer.Error is { } error ? Errors.Says(error) : Errors.MakesNoSense("JSON of another shape, or none"));
    }

    private async Task<IReadOnlyList<SabNzbdPast>> PastAsync(CancellationToken cancellationToken)
    {
        var answer = await ReadCallAsync(SabNzbdJson.Default.SabNzbdHistoryAnswer, cancellationToken, ("mode", "history"), ("limit", MostPast)).ConfigureAwait(false);
        return answer.History?.Slots ?? throw (answer.Error is { } error ? Errors.Says(error) : Errors.MakesNoSense("JSON of another shape, or none"));
    }

    private async Task<T> ReadCallAsync<T>(JsonTypeInfo<T> type, CancellationToken cancellationToken, params (string, string)[] fields)
        where T : notnull =>
        Checked(await Http.ReadAsync(() => Request(fields), cancellationToken).ConfigureAwait(false), type);

    private async Task OrderAsync(CancellationToken cancellationToken, params (string, string)[] fields)
    {
        var answer = Checked(await Http.WriteAsync(Request(fields), cancellationToken).ConfigureAwait(false), SabNzbdJson.Default.SabNzbdDone);
        if (answer is { Status: false, Error: { } error })
        {
            throw Errors.Says(error);
        }
    }

    // A wrong key is answered with 403, and so is an address or a host name that SABnzbd does not want to speak with.
    private T Checked<T>(ServiceResponse response, JsonTypeInfo<T> type)
        where T : notnull => response switch
        {
            { Status: HttpStatusCode.Forbidden } when response.Text.Contains("API Key", StringComparison.OrdinalIgnoreCase) => throw Errors.CredentialsRefused(),
            { Status: HttpStatusCode.Forbidden } => throw Errors.PermissionRefused(
                "It refuses this machine or the host name of its address: see 'External internet access' and host_whitelist in its settings."),
            _ => response.Json(type),
        };

    // The key goes into the body: addresses end up in logs.
    private HttpRequestMessage Request((string, string)[] fields) =>
        new(HttpMethod.Post, "/api") { Content = new FormUrlEncodedContent(Fields(fields).Select(field => KeyValuePair.Create(field.Name, field.Value))) };

    private (string Name, string Value)[] Fields((string, string)[] fields) => [("output", "json"), ("apikey", integration.Credentials.ApiKey?.Reveal() ?? ""), .. fields];
}
