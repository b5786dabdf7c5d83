using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomeDash.Integrations.Deluge;

/// <summary>The JSON-RPC of Deluge's web part, version 2.0 and later. The web part is of use only while it is connected with a daemon.</summary>
internal sealed class DelugeClient : QueueClient
{
    private const int NotSignedIn = 1;

    private static readonly string[] Fields =
    [
        "name", "state", "progress", "eta", "total_wanted", "total_done", "download_payload_rate", "upload_payload_rate",
        "time_added", "num_peers", "num_seeds", "is_finished", "message", "label",
    ];

    private readonly ServiceSession<string> session;
    private readonly Credentials credentials;

    public DelugeClient(ServiceHttp http, Integration integration, TimeProvider clock)
        : base(http, integration.Name, clock)
    {
        credentials = integration.Credentials;
        session = new(http.Errors, SignInAsync);
    }

    public override IReadOnlyList<DownloadSourceKind> Takes => [DownloadSourceKind.Magnet, DownloadSourceKind.Torrent, DownloadSourceKind.Link];

    public override bool HasCategories => true;

    public override async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken)
    {
        await ViewAsync(cancellationToken).ConfigureAwait(false);
        return new("Deluge", Errors.Read(await CallAsync("daemon.get_version", [], cancellationToken).ConfigureAwait(false), DelugeJson.Default.String));
    }

    public override async Task<DownloadQueue> ReadAsync(CancellationToken cancellationToken)
    {
        var view = await ViewAsync(cancellationToken).ConfigureAwait(false);
        Download[] items = [.. (view.Torrents ?? new Dictionary<string, DelugeTorrent>()).Select(entry => DelugeMapping.ToDownload(entry.Key, entry.Value, Name))];
        return new(items, DelugeMapping.ToState(view.Stats ?? throw Errors.MakesNoSense("JSON of another shape, or none"), items, Name));
    }

    public override async Task<DownloadDetails> GetAsync(string id, CancellationToken cancellationToken)
    {
        var view = await ViewAsync(cancellationToken).ConfigureAwait(false);
        var torrent = view.Torrents?.GetValueOrDefault(id) ?? throw Errors.NotFound($"torrent '{id}'");
        var details = Errors.Read(
            await CallAsync("core.get_torrent_status", [id, Rpc.Names(["files", "file_progress", "save_path", "completed_time", "all_time_upload"])], cancellationToken).ConfigureAwait(false),
            DelugeJson.Default.DelugeDetails);
        return DelugeMapping.ToDetails(DelugeMapping.ToDownload(id, torrent, Name), torrent.Peers + torrent.Seeds, details);
    }

    public override void Dispose()
    {
        session.Dispose();
        base.Dispose();
    }

    protected override Task SendPauseAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => OrderAsync("core.pause_torrent", [Rpc.Names(ids)], cancellationToken);

    protected override Task SendResumeAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => OrderAsync("core.resume_torrent", [Rpc.Names(ids)], cancellationToken);

    protected override Task SendDeleteAsync(IReadOnlyList<string> ids, bool files, CancellationToken cancellationToken) =>
        OrderAsync("core.remove_torrents", [Rpc.Names(ids), files], cancellationToken);

    // A session that is paused as a whole would hold what is added later too, and show nothing of it.
    protected override async Task SendPauseAllAsync(CancellationToken cancellationToken) => await SendPauseAsync(await IdsAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    protected override async Task SendResumeAllAsync(CancellationToken cancellationToken) => await SendResumeAsync(await IdsAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    protected override async Task<string?> SendAddAsync(NewDownload download, CancellationToken cancellationToken)
    {
        var label = download.Category?.ToLowerInvariant();
        if (label is not null)
        {
            await PrepareLabelAsync(label, cancellationToken).ConfigureAwait(false);
        }

        var options = new JsonObject { ["add_paused"] = download.Paused };
        var hash = Errors.Read(
            download.Kind switch
            {
                DownloadSourceKind.Magnet => await CallAsync("core.add_torrent_magnet", [download.Link, options], cancellationToken).ConfigureAwait(false),
                DownloadSourceKind.Link => await CallAsync("core.add_torrent_url", [download.Link, options], cancellationToken).ConfigureAwait(false),
                _ => await CallAsync("core.add_torrent_file", [download.Name + ".torrent", Convert.ToBase64String(download.Content.Span), options], cancellationToken).ConfigureAwait(false),
            },
            DelugeJson.Default.String);
        if (label is not null)
        {
            await OrderAsync("label.set_torrent", [hash, label], cancellationToken).ConfigureAwait(false);
        }

        return hash;
    }

    protected override Task SendLimitAsync(IReadOnlyDictionary<SpeedLimit, long?> limits, CancellationToken cancellationToken)
    {
        var config = new JsonObject();
        foreach (var (limit, bytes) in limits)
        {
            config[limit == SpeedLimit.DownBytesPerSecond ? "max_download_speed" : "max_upload_speed"] = bytes is { } speed ? (double)speed / DelugeMapping.Kilobyte : -1d;
        }

        return OrderAsync("core.set_config", [config], cancellationToken);
    }

    private async Task<DelugeView> ViewAsync(CancellationToken cancellationToken)
    {
        var view = await UpdateAsync().ConfigureAwait(false);
        if (view.Connected)
        {
            return view;
        }

        // Calls that need the daemon would never be answered.
        await ConnectAsync(cancellationToken).ConfigureAwait(false);
        view = await UpdateAsync().ConfigureAwait(false);
        return view.Connected ? view : throw Errors.Says("Its web part is not connected with a daemon. Connect it in Deluge's web interface, Connection Manager.");

        async Task<DelugeView> UpdateAsync() =>
            Errors.Read(await CallAsync("web.update_ui", [Rpc.Names(Fields), new JsonObject()], cancellationToken).ConfigureAwait(false), DelugeJson.Default.DelugeView);
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        var hosts = Errors.Read(await CallAsync("web.get_hosts", [], cancellationToken).ConfigureAwait(false), DelugeJson.Default.JsonElementArrayArray);
        if (hosts is [[{ ValueKind: JsonValueKind.String } host, ..], ..])
        {
            await CallAsync("web.connect", [host.GetString()], cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<string[]> IdsAsync(CancellationToken cancellationToken) => [.. (await ReadAsync(cancellationToken).ConfigureAwait(false)).Items.Select(item => item.Id)];

    private async Task PrepareLabelAsync(string label, CancellationToken cancellationToken)
    {
        var plugins = Errors.Read(await CallAsync("core.get_enabled_plugins", [], cancellationToken).ConfigureAwait(false), DelugeJson.Default.StringArray);
        if (!plugins.Contains("Label"))
        {
            throw Errors.Says("It has no labels while its plugin Label is off. Turn it on in Deluge, or leave the category out.");
        }

        if (!Errors.Read(await CallAsync("label.get_labels", [], cancellationToken).ConfigureAwait(false), DelugeJson.Default.StringArray).Contains(label))
        {
            await OrderAsync("label.add", [label], cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task OrderAsync(string method, JsonArray parameters, CancellationToken cancellationToken) => await CallAsync(method, parameters, cancellationToken).ConfigureAwait(false);

    private async Task<JsonElement?> CallAsync(string method, JsonArray parameters, CancellationToken cancellationToken)
    {
        var body = Body(method, parameters);
        var reads = method.Contains("get_", StringComparison.Ordinal) || method == "web.update_ui";
        var response = await session.SendAsync(
            cookie => reads ? Http.ReadAsync(() => Request(body, cookie), cancellationToken) : Http.WriteAsync(Request(body, cookie), cancellationToken),
            answer => answer.Status == HttpStatusCode.Unauthorized || (answer.IsSuccess && answer.Json(DelugeJson.Default.DelugeAnswer).Error is { Code: NotSignedIn }),
            cancellationToken).ConfigureAwait(false);
        var answer = response.Json(DelugeJson.Default.DelugeAnswer);
        return answer.Error is { } error ? throw Errors.Says(WithoutTrace(error.Message)) : answer.Result;
    }

    private async Task<string> SignInAsync(CancellationToken cancellationToken)
    {
        var response = await Http.WriteAsync(Request(Body("auth.login", [credentials.Password?.Reveal()]), null), cancellationToken).ConfigureAwait(false);
        var answer = response.Json(DelugeJson.Default.DelugeAnswer);
        if (answer.Result is not { ValueKind: JsonValueKind.True })
        {
            throw Errors.CredentialsRefused();
        }

        return response.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.FirstOrDefault() is { } cookie
            ? cookie.Split(';')[0]
            : throw Errors.MakesNoSense("no cookie to its sign-in");
    }

    /// <summary>The sentence of a message: <c>Failure: [… &lt;class 'AddTorrentError'&gt;: Torrent already in session]</c>, with a stack trace after it.</summary>
    private static string WithoutTrace(string message)
    {
        var start = message.IndexOf(">: ", StringComparison.Ordinal);
        return (start < 0 ? message : message[(start + 3)..]).Split('\n')[0].TrimEnd(']');
    }

    private static HttpRequestMessage Request(byte[] body, string? cookie)
    {
        var request = Rpc.Request("/json", body);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return request;
    }

    private static byte[] Body(string method, JsonArray parameters) => Rpc.Text(new() { ["method"] = method, ["params"] = parameters, ["id"] = 1 });
}
