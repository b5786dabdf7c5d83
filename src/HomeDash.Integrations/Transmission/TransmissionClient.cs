using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace HomeDash.Integrations.Transmission;

/// <summary>Transmission's RPC: version 3.00 (rpc-version 16) and later.</summary>
internal sealed class TransmissionClient : QueueClient
{
    private const string SessionHeader = "X-Transmission-Session-Id";
    private const int OldestRpc = 15;

    private static readonly string[] ListFields =
    [
        "hashString", "name", "status", "percentDone", "metadataPercentComplete", "sizeWhenDone", "leftUntilDone", "rateDownload", "rateUpload",
        "eta", "error", "errorString", "peersSendingToUs", "addedDate", "labels",
    ];

    private static readonly string[] DetailFields = [.. ListFields, "downloadDir", "doneDate", "uploadedEver", "peersConnected", "files"];

    private readonly ServiceSession<string> session;
    private readonly AuthenticationHeaderValue? credentials;

    public TransmissionClient(ServiceHttp http, Integration integration, TimeProvider clock)
        : base(http, integration.Name, clock)
    {
        credentials = Rpc.Basic(integration.Credentials);
        session = new(http.Errors, SignInAsync);
    }

    public override IReadOnlyList<DownloadSourceKind> Takes => [DownloadSourceKind.Magnet, DownloadSourceKind.Torrent, DownloadSourceKind.Link];

    public override bool HasCategories => true;

    public override async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken)
    {
        var about = await SessionAsync(cancellationToken).ConfigureAwait(false);
        return about.RpcVersion < OldestRpc ? throw Errors.Unsupported(about.Version, "2.80 or later") : new("Transmission", about.Version.Split(' ')[0]);
    }

    public override async Task<DownloadQueue> ReadAsync(CancellationToken cancellationToken)
    {
        var about = await SessionAsync(cancellationToken).ConfigureAwait(false);
        var listed = await CallAsync("torrent-get", new() { ["fields"] = Rpc.Names(ListFields) }, TransmissionJson.Default.TransmissionAnswerTransmissionTorrents, cancellationToken).ConfigureAwait(false);
        Download[] items = [.. listed.Torrents.Select(torrent => TransmissionMapping.ToDownload(torrent, Name))];
        return new(items, TransmissionMapping.ToState(about, items, Name));
    }

    public override async Task<DownloadDetails> GetAsync(string id, CancellationToken cancellationToken)
    {
        var found = await CallAsync(
            "torrent-get", new() { ["fields"] = Rpc.Names(DetailFields), ["ids"] = Rpc.Names([id]) }, TransmissionJson.Default.TransmissionAnswerTransmissionTorrents, cancellationToken).ConfigureAwait(false);
        return found.Torrents is [var torrent, ..] ? TransmissionMapping.ToDetails(torrent, Name) : throw Errors.NotFound($"torrent '{id}'");
    }

    public override void Dispose()
    {
        session.Dispose();
        base.Dispose();
    }

    protected override Task SendPauseAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => OrderAsync("torrent-stop", new() { ["ids"] = Rpc.Names(ids) }, cancellationToken);

    protected override Task SendResumeAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => OrderAsync("torrent-start", new() { ["ids"] = Rpc.Names(ids) }, cancellationToken);

    protected override Task SendDeleteAsync(IReadOnlyList<string> ids, bool files, CancellationToken cancellationToken) =>
        OrderAsync("torrent-remove", new() { ["ids"] = Rpc.Names(ids), ["delete-local-data"] = files }, cancellationToken);

    protected override Task SendPauseAllAsync(CancellationToken cancellationToken) => OrderAsync("torrent-stop", [], cancellationToken);

    protected override Task SendResumeAllAsync(CancellationToken cancellationToken) => OrderAsync("torrent-start", [], cancellationToken);

    protected override async Task<string?> SendAddAsync(NewDownload download, CancellationToken cancellationToken)
    {
        var order = new JsonObject { ["paused"] = download.Paused };
        if (download.Link is not null)
        {
            order["filename"] = download.Link;
        }
        else
        {
            order["metainfo"] = Convert.ToBase64String(download.Content.Span);
        }

        var answer = await CallAsync("torrent-add", order, TransmissionJson.Default.TransmissionAnswerTransmissionAdded, cancellationToken).ConfigureAwait(false);
        if (answer.Duplicate is { } duplicate)
        {
            throw Procedures.ProcedureErrors.AlreadyExists($"{Name} has '{duplicate.Name}' already.");
        }

        var added = answer.Added ?? throw Errors.NotDone("names no torrent that it added");
        if (download.Category is not null)
        {
            // In torrent-add only version 4 knows labels.
            await OrderAsync("torrent-set", new() { ["ids"] = Rpc.Names([added.HashString]), ["labels"] = Rpc.Names([download.Category]) }, cancellationToken).ConfigureAwait(false);
        }

        return added.HashString;
    }

    protected override async Task SendLimitAsync(IReadOnlyDictionary<SpeedLimit, long?> limits, CancellationToken cancellationToken)
    {
        var about = await SessionAsync(cancellationToken).ConfigureAwait(false);

        // The alternative limits ("turtle") would go before those that are set here.
        var order = new JsonObject { ["alt-speed-enabled"] = false };
        foreach (var (direction, limit) in limits)
        {
            var field = direction == SpeedLimit.DownBytesPerSecond ? "speed-limit-down" : "speed-limit-up";
            order[field + "-enabled"] = limit is not null;
            if (limit is { } bytes)
            {
                order[field] = Math.Max(1, bytes / TransmissionMapping.Kilobyte(about));
            }
        }

        await OrderAsync("session-set", order, cancellationToken).ConfigureAwait(false);
    }

    private Task<TransmissionSession> SessionAsync(CancellationToken cancellationToken) =>
        CallAsync("session-get", [], TransmissionJson.Default.TransmissionAnswerTransmissionSession, cancellationToken);

    private Task<TransmissionNothing> OrderAsync(string method, JsonObject arguments, CancellationToken cancellationToken) =>
        CallAsync(method, arguments, TransmissionJson.Default.TransmissionAnswerTransmissionNothing, cancellationToken);

    private async Task<T> CallAsync<T>(string method, JsonObject arguments, JsonTypeInfo<TransmissionAnswer<T>> type, CancellationToken cancellationToken)
    {
        var body = Rpc.Text(new() { ["method"] = method, ["arguments"] = arguments });
        var response = await session.SendAsync(
            id => method.EndsWith("-get", StringComparison.Ordinal)
                ? Http.ReadAsync(() => Request(body, id), cancellationToken)
                : Http.WriteAsync(Request(body, id), cancellationToken),
            answer => answer.Status is HttpStatusCode.Conflict or HttpStatusCode.Unauthorized,
            cancellationToken).ConfigureAwait(false);
        var result = response.Json(type);
        return result.Result == "success" ? result.Arguments : throw Errors.Says(result.Result);
    }

    // Transmission asks every caller to repeat a header, so that no web page can speak with it (rpc-spec, 2.3.1).
    private async Task<string> SignInAsync(CancellationToken cancellationToken)
    {
        var answer = await Http.WriteAsync(Request("""{"method":"session-get"}"""u8.ToArray(), null), cancellationToken).ConfigureAwait(false);
        return answer.Status switch
        {
            HttpStatusCode.Conflict when answer.Headers.TryGetValues(SessionHeader, out var ids) => ids.First(),
            HttpStatusCode.Forbidden => throw Errors.PermissionRefused("It refuses this machine: its address is not on the list of allowed ones, or too many sign-ins failed. Then restart Transmission."),
            _ => throw (answer.IsSuccess || answer.Status == HttpStatusCode.Conflict ? Errors.MakesNoSense("something else") : Errors.Refused(answer.Status, answer.RetryAfter)),
        };
    }

    private HttpRequestMessage Request(byte[] body, string? id)
    {
        var request = Rpc.Request("/transmission/rpc", body);
        request.Headers.Authorization = credentials;
        if (id is not null)
        {
            request.Headers.Add(SessionHeader, id);
        }

        return request;
    }
}
