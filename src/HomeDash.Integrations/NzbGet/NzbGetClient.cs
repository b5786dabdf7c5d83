using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace HomeDash.Integrations.NzbGet;

/// <summary>NZBGet's JSON-RPC, version 16 and later.</summary>
internal sealed class NzbGetClient(ServiceHttp http, Integration integration, TimeProvider clock) : QueueClient(http, integration.Name, clock)
{
    private const int Kilobyte = 1024;

    private readonly AuthenticationHeaderValue? credentials = Rpc.Basic(integration.Credentials);

    public override IReadOnlyList<DownloadSourceKind> Takes => [DownloadSourceKind.Nzb, DownloadSourceKind.Link];

    public override bool HasCategories => true;

    public override IReadOnlyList<SpeedLimit> Limits => [SpeedLimit.DownBytesPerSecond];

    public override string? ObstacleToDelete(Download download, bool files) =>
        files && download.State == DownloadState.Completed ? "keeps its files, as NZBGet never deletes those of complete downloads: delete it without them" : null;

    public override async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) =>
        new("NZBGet", await ReadCallAsync("version", [], NzbGetJson.Default.NzbGetAnswerString, cancellationToken).ConfigureAwait(false));

    // The queue before the history: what moves from one to the other meanwhile is in both, not in neither.
    public override async Task<DownloadQueue> ReadAsync(CancellationToken cancellationToken)
    {
        var status = await ReadCallAsync("status", [], NzbGetJson.Default.NzbGetAnswerNzbGetStatus, cancellationToken).ConfigureAwait(false);
        var groups = await GroupsAsync(cancellationToken).ConfigureAwait(false);
        var past = await PastAsync(cancellationToken).ConfigureAwait(false);
        var active = groups.Count(group => group.Status == "DOWNLOADING");
        return new(
            [
                .. groups.Where(group => past.All(old => old.Id != group.Id))
                    .Select(group => NzbGetMapping.ToDownload(group, active == 1 && group.Status == "DOWNLOADING" ? status.DownloadRate : 0, Name)),
                .. past.Where(NzbGetMapping.IsShown).Select(old => NzbGetMapping.ToDownload(old, Name)),
            ],
            NzbGetMapping.ToState(status, Name));
    }

    public override async Task<DownloadDetails> GetAsync(string id, CancellationToken cancellationToken)
    {
        var download = (await ReadAsync(cancellationToken).ConfigureAwait(false)).Find(id) ?? throw Errors.NotFound($"download '{id}'");
        var number = Number(id);
        if ((await GroupsAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(group => group.Id == number) is { } waiting)
        {
            var files = await ReadCallAsync("listfiles", [0, 0, number], NzbGetJson.Default.NzbGetAnswerNzbGetFileArray, cancellationToken).ConfigureAwait(false);
            return new()
            {
                Download = download,
                Folder = Amounts.Text(waiting.DestDir),
                Files = [.. files.Take(DownloadFile.Most).Select(file => new DownloadFile(file.Filename, file.Size, Amounts.Share(file.Size - file.Remaining, file.Size)))],
            };
        }

        var old = (await PastAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(past => past.Id == number);
        return new() { Download = download, Folder = Amounts.Text(old?.FinalDir) ?? Amounts.Text(old?.DestDir), CompletedAt = old is null ? null : Amounts.Time(old.HistoryTime) };
    }

    protected override Task SendPauseAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => EditAsync("GroupPause", ids, cancellationToken);

    protected override Task SendResumeAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => EditAsync("GroupResume", ids, cancellationToken);

    // An id is in the queue or in the history: the other order finds nothing, and says false.
    protected override async Task SendDeleteAsync(IReadOnlyList<string> ids, bool files, CancellationToken cancellationToken)
    {
        await EditAsync("GroupFinalDelete", ids, cancellationToken).ConfigureAwait(false);
        await EditAsync("HistoryFinalDelete", ids, cancellationToken).ConfigureAwait(false);
    }

    protected override Task SendPauseAllAsync(CancellationToken cancellationToken) => OrderAsync("pausedownload", [], cancellationToken);

    protected override Task SendResumeAllAsync(CancellationToken cancellationToken) => OrderAsync("resumedownload", [], cancellationToken);

    protected override async Task<string?> SendAddAsync(NewDownload download, CancellationToken cancellationToken)
    {
        var id = await WriteCallAsync(
            "append",
            [
                download.Name is { } name ? name + ".nzb" : "",
                download.Link ?? Convert.ToBase64String(download.Content.Span),
                download.Category ?? "", 0, false, download.Paused, "", 0, "SCORE", new JsonArray(),
            ],
            NzbGetJson.Default.NzbGetAnswerNullableInt32,
            cancellationToken).ConfigureAwait(false);
        return id > 0 ? NzbGetMapping.IdOf(id.Value) : throw Errors.Says($"It does not take {download.Title}.");
    }

    protected override Task SendLimitAsync(IReadOnlyDictionary<SpeedLimit, long?> limits, CancellationToken cancellationToken) =>
        OrderAsync("rate", [(limits[SpeedLimit.DownBytesPerSecond] ?? 0) / Kilobyte], cancellationToken);

    private Task<NzbGetGroup[]> GroupsAsync(CancellationToken cancellationToken) => ReadCallAsync("listgroups", [0], NzbGetJson.Default.NzbGetAnswerNzbGetGroupArray, cancellationToken);

    private Task<NzbGetPast[]> PastAsync(CancellationToken cancellationToken) => ReadCallAsync("history", [false], NzbGetJson.Default.NzbGetAnswerNzbGetPastArray, cancellationToken);

    private Task EditAsync(string order, IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        OrderAsync("editqueue", [order, "", new JsonArray([.. ids.Select(id => (JsonNode)Number(id))])], cancellationToken);

    private async Task OrderAsync(string method, JsonArray parameters, CancellationToken cancellationToken) =>
        await WriteCallAsync(method, parameters, NzbGetJson.Default.NzbGetAnswerNullableBoolean, cancellationToken).ConfigureAwait(false);

    private async Task<T> ReadCallAsync<T>(string method, JsonArray parameters, JsonTypeInfo<NzbGetAnswer<T>> type, CancellationToken cancellationToken)
    {
        var body = Body(method, parameters);
        return Result(await Http.ReadAsync(() => Request(body), cancellationToken).ConfigureAwait(false), type);
    }

    private async Task<T> WriteCallAsync<T>(string method, JsonArray parameters, JsonTypeInfo<NzbGetAnswer<T>> type, CancellationToken cancellationToken) =>
        Result(await Http.WriteAsync(Request(Body(method, parameters)), cancellationToken).ConfigureAwait(false), type);

    private T Result<T>(ServiceResponse response, JsonTypeInfo<NzbGetAnswer<T>> type)
    {
        var answer = response.Json(type);
        return answer.Error is { } error ? throw Errors.Says(error.Message) : answer.Result ?? throw Errors.MakesNoSense("JSON of another shape, or none");
    }

    private HttpRequestMessage Request(byte[] body)
    {
        var request = Rpc.Request("/jsonrpc", body);
        request.Headers.Authorization = credentials;
        return request;
    }

    private static byte[] Body(string method, JsonArray parameters) => Rpc.Text(new() { ["method"] = method, ["params"] = parameters, ["id"] = 1 });

    private static int Number(string id) => int.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture);
}
