using System.Globalization;
using System.Net;
using HomeDash.Procedures;

namespace HomeDash.Integrations.QBittorrent;

/// <summary>qBittorrent's WebUI API: version 2.8 (qBittorrent 4.4) and later, with the words of both 4 and 5.</summary>
internal sealed class QBittorrentClient : QueueClient
{
    private readonly QBittorrentAccess access;
    private volatile bool stops = true;

    public QBittorrentClient(ServiceHttp http, Integration integration, TimeProvider clock)
        : base(http, integration.Name, clock) =>
        access = new(http, integration);

    public override IReadOnlyList<DownloadSourceKind> Takes => [DownloadSourceKind.Magnet, DownloadSourceKind.Torrent, DownloadSourceKind.Link];

    public override bool HasCategories => true;

    public override async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken)
    {
        var version = (await FetchAsync("/app/version", cancellationToken).ConfigureAwait(false)).Succeeded().Text.Trim();
        return version.Length is > 1 and < 40 && version[0] == 'v' ? new("qBittorrent", version[1..]) : throw Errors.MakesNoSense("something else");
    }

    public override async Task<DownloadQueue> ReadAsync(CancellationToken cancellationToken)
    {
        var state = (await FetchAsync("/sync/maindata?rid=0", cancellationToken).ConfigureAwait(false)).Json(QBittorrentJson.Default.QBittorrentState);
        Download[] items = [.. (state.Torrents ?? new Dictionary<string, QBittorrentTorrent>()).Select(entry => QBittorrentMapping.ToDownload(entry.Key, entry.Value, Name))];
        return new(items, QBittorrentMapping.ToState(state.Server, items, Name));
    }

    public override async Task<DownloadDetails> GetAsync(string id, CancellationToken cancellationToken)
    {
        var hash = Uri.EscapeDataString(id);
        var download = (await ReadAsync(cancellationToken).ConfigureAwait(false)).Find(id) ?? throw Errors.NotFound($"torrent '{id}'");
        var properties = await FetchAsync($"/torrents/properties?hash={hash}", cancellationToken).ConfigureAwait(false);
        var files = await FetchAsync($"/torrents/files?hash={hash}", cancellationToken).ConfigureAwait(false);
        return QBittorrentMapping.ToDetails(
            download,
            properties.Json(QBittorrentJson.Default.QBittorrentProperties),
            files.Json(QBittorrentJson.Default.QBittorrentFileArray));
    }

    public override void Dispose()
    {
        access.Dispose();
        base.Dispose();
    }

    protected override Task SendPauseAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => HoldAsync("stop", "pause", ids, cancellationToken);

    protected override Task SendResumeAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => HoldAsync("start", "resume", ids, cancellationToken);

    protected override Task SendPauseAllAsync(CancellationToken cancellationToken) => SendPauseAsync(["all"], cancellationToken);

    protected override Task SendResumeAllAsync(CancellationToken cancellationToken) => SendResumeAsync(["all"], cancellationToken);

    protected override async Task SendDeleteAsync(IReadOnlyList<string> ids, bool files, CancellationToken cancellationToken) =>
        (await PostAsync("/torrents/delete", () => Form(("hashes", Hashes(ids)), ("deleteFiles", Word(files))), cancellationToken).ConfigureAwait(false)).Succeeded();

    protected override async Task<string?> SendAddAsync(NewDownload download, CancellationToken cancellationToken)
    {
        var answer = await PostAsync("/torrents/add", () => Addition(download), cancellationToken).ConfigureAwait(false);
        return answer switch
        {
            { Status: HttpStatusCode.UnsupportedMediaType } => throw Errors.Says("This is not a valid torrent file."),
            { Status: HttpStatusCode.Conflict } => throw ProcedureErrors.AlreadyExists($"{Name} has {download.Title} already."),
            _ when answer.Succeeded().Text.StartsWith("Fails", StringComparison.Ordinal) => throw Errors.Says($"It does not take {download.Title}. It may have it already, or find nothing in it."),
            _ => download.Hash,
        };
    }

    protected override async Task SendLimitAsync(IReadOnlyDictionary<SpeedLimit, long?> limits, CancellationToken cancellationToken)
    {
        foreach (var (direction, limit) in limits)
        {
            var path = direction == SpeedLimit.DownBytesPerSecond ? "/transfer/setDownloadLimit" : "/transfer/setUploadLimit";
            var value = (limit ?? 0).ToString(CultureInfo.InvariantCulture);
            (await PostAsync(path, () => Form(("limit", value)), cancellationToken).ConfigureAwait(false)).Succeeded();
        }
    }

    // 5.0 renamed pause and resume, and answers 404 to the old words as 4 does to the new ones.
    private async Task HoldAsync(string word, string oldWord, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        for (var another = true; ; another = false)
        {
            var answer = await PostAsync($"/torrents/{(stops ? word : oldWord)}", () => Form(("hashes", Hashes(ids))), cancellationToken).ConfigureAwait(false);
            if (answer.Status != HttpStatusCode.NotFound || !another)
            {
                answer.Succeeded();
                return;
            }

            stops = !stops;
        }
    }

    private Task<ServiceResponse> FetchAsync(string path, CancellationToken cancellationToken) =>
        access.SendAsync(pass => Http.ReadAsync(() => pass.Request(HttpMethod.Get, path), cancellationToken), cancellationToken);

    private Task<ServiceResponse> PostAsync(string path, Func<HttpContent> content, CancellationToken cancellationToken) =>
        access.SendAsync(
            pass =>
            {
                var request = pass.Request(HttpMethod.Post, path);
                request.Content = content();
                return Http.WriteAsync(request, cancellationToken);
            },
            cancellationToken);

    // 4 knows paused, 5 stopped; each leaves the other's word aside.
    private static MultipartFormDataContent Addition(NewDownload download)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent(Word(download.Paused)), "paused" },
            { new StringContent(Word(download.Paused)), "stopped" },
        };
        if (download.Category is not null)
        {
            form.Add(new StringContent(download.Category), "category");
        }

        if (download.Link is not null)
        {
            form.Add(new StringContent(download.Link), "urls");
        }
        else
        {
            form.Add(new ReadOnlyMemoryContent(download.Content) { Headers = { ContentType = new("application/x-bittorrent") } }, "torrents", "add.torrent");
        }

        return form;
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private static string Hashes(IReadOnlyList<string> ids) => string.Join('|', ids);

    private static string Word(bool value) => value ? "true" : "false";
}
