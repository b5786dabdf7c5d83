using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomeDash.Integrations.Aria2;

/// <summary>aria2's JSON-RPC, version 1.30 and later.</summary>
internal sealed class Aria2Client(ServiceHttp http, Integration integration, TimeProvider clock) : QueueClient(http, integration.Name, clock)
{
    private const int MostItems = 1000;

    public override IReadOnlyList<DownloadSourceKind> Takes => [DownloadSourceKind.Magnet, DownloadSourceKind.Torrent, DownloadSourceKind.Link];

    public override bool HasCategories => false;

    public override string? ObstacleToDelete(Download download, bool files) => files ? "keeps its files, as aria2 never deletes any: delete it without them" : null;

    public override async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) =>
        new("aria2", Errors.Read(await ReadCallAsync("aria2.getVersion", [], cancellationToken).ConfigureAwait(false), Aria2Json.Default.Aria2Version).Version);

    // One call for all lists: what moves from one to the next between two calls would be missed.
    public override async Task<DownloadQueue> ReadAsync(CancellationToken cancellationToken)
    {
        var calls = new JsonArray(
            Step("aria2.tellActive"),
            Step("aria2.tellWaiting", 0, MostItems),
            Step("aria2.tellStopped", 0, MostItems),
            Step("aria2.getGlobalStat"),
            Step("aria2.getGlobalOption"));
        var results = await ReadCallAsync("system.multicall", [calls], cancellationToken, withKey: false).ConfigureAwait(false);
        if (results.ValueKind != JsonValueKind.Array || results.GetArrayLength() != calls.Count)
        {
            throw Errors.MakesNoSense("JSON of another shape, or none");
        }

        JsonElement[] parts = [.. results.EnumerateArray().Select(Only)];
        Download[] items = [.. parts[..3].SelectMany(part => Errors.Read(part, Aria2Json.Default.Aria2ItemArray)).Where(Aria2Mapping.IsShown).Select(item => Aria2Mapping.ToDownload(item, Name))];
        var stat = Errors.Read(parts[3], Aria2Json.Default.Aria2Stat);
        var options = Errors.Read(parts[4], Aria2Json.Default.Aria2Options);
        return new(items, new(Name, Amounts.AllHeld(items), stat.DownloadSpeed, stat.UploadSpeed, Amounts.Known(options.DownLimit), Amounts.Known(options.UpLimit)));
    }

    public override async Task<DownloadDetails> GetAsync(string id, CancellationToken cancellationToken)
    {
        if ((await ReadAsync(cancellationToken).ConfigureAwait(false)).Find(id) is null)
        {
            throw Errors.NotFound($"download '{id}'");
        }

        return Aria2Mapping.ToDetails(Errors.Read(await ReadCallAsync("aria2.tellStatus", [id], cancellationToken).ConfigureAwait(false), Aria2Json.Default.Aria2Item), Name);
    }

    protected override Task SendPauseAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => OrderAsync(ids.Select(id => Step("aria2.forcePause", id)), cancellationToken);

    protected override Task SendResumeAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => OrderAsync(ids.Select(id => Step("aria2.unpause", id)), cancellationToken);

    protected override Task SendPauseAllAsync(CancellationToken cancellationToken) => WriteCallAsync("aria2.forcePauseAll", [], cancellationToken);

    protected override Task SendResumeAllAsync(CancellationToken cancellationToken) => WriteCallAsync("aria2.unpauseAll", [], cancellationToken);

    // What goes on or waits is removed, what has ended is forgotten: aria2 refuses the other order for each, which changes nothing.
    protected override Task SendDeleteAsync(IReadOnlyList<string> ids, bool files, CancellationToken cancellationToken) =>
        OrderAsync(ids.SelectMany(id => new[] { Step("aria2.forceRemove", id), Step("aria2.removeDownloadResult", id) }), cancellationToken);

    protected override async Task<string?> SendAddAsync(NewDownload download, CancellationToken cancellationToken)
    {
        var options = new JsonObject { ["pause"] = download.Paused ? "true" : "false" };
        var answer = download.Link is { } link
            ? await WriteCallAsync("aria2.addUri", [new JsonArray(link), options], cancellationToken).ConfigureAwait(false)
            : await WriteCallAsync("aria2.addTorrent", [Convert.ToBase64String(download.Content.Span), new JsonArray(), options], cancellationToken).ConfigureAwait(false);
        return answer.ValueKind == JsonValueKind.String ? answer.GetString() : throw Errors.MakesNoSense("no id for what was added");
    }

    protected override Task SendLimitAsync(IReadOnlyDictionary<SpeedLimit, long?> limits, CancellationToken cancellationToken)
    {
        var options = new JsonObject();
        foreach (var (limit, bytes) in limits)
        {
            options[limit == SpeedLimit.DownBytesPerSecond ? "max-overall-download-limit" : "max-overall-upload-limit"] = (bytes ?? 0).ToString(CultureInfo.InvariantCulture);
        }

        return WriteCallAsync("aria2.changeGlobalOption", [options], cancellationToken);
    }

    private async Task OrderAsync(IEnumerable<JsonObject> steps, CancellationToken cancellationToken) =>
        await WriteCallAsync("system.multicall", [new JsonArray([.. steps])], cancellationToken, withKey: false).ConfigureAwait(false);

    private async Task<JsonElement> ReadCallAsync(string method, JsonArray parameters, CancellationToken cancellationToken, bool withKey = true)
    {
        var body = Body(method, parameters, withKey);
        return Result(await Http.ReadAsync(() => Rpc.Request("/jsonrpc", body), cancellationToken).ConfigureAwait(false));
    }

    private async Task<JsonElement> WriteCallAsync(string method, JsonArray parameters, CancellationToken cancellationToken, bool withKey = true) =>
        Result(await Http.WriteAsync(Rpc.Request("/jsonrpc", Body(method, parameters, withKey)), cancellationToken).ConfigureAwait(false));

    private JsonElement Result(ServiceResponse response)
    {
        var answer = response.Status == HttpStatusCode.BadRequest ? response.JsonOfAnyStatus(Aria2Json.Default.Aria2Answer) : response.Json(Aria2Json.Default.Aria2Answer);
        return answer switch
        {
            { Error: { } error } => throw Refusal(error),
            { Result: { } result } => result,
            _ => throw Errors.MakesNoSense("JSON of another shape, or none"),
        };
    }

    // In a multicall a result stands in a list of its own, and an error does not.
    private JsonElement Only(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Array when part.GetArrayLength() == 1 => part[0],
        JsonValueKind.Object => throw Refusal(Errors.Read(part, Aria2Json.Default.Aria2Error)),
        _ => throw Errors.MakesNoSense("JSON of another shape, or none"),
    };

    private Procedures.ProcedureException Refusal(Aria2Error error) => error.Message == "Unauthorized" ? Errors.CredentialsRefused() : Errors.Says(error.Message);

    private JsonObject Step(string method, params JsonNode[] parameters) => new() { ["methodName"] = method, ["params"] = WithKey(new(parameters)) };

    private byte[] Body(string method, JsonArray parameters, bool withKey) =>
        Rpc.Text(new() { ["jsonrpc"] = "2.0", ["id"] = "homedash", ["method"] = method, ["params"] = withKey ? WithKey(parameters) : parameters });

    private JsonArray WithKey(JsonArray parameters)
    {
        if (integration.Credentials.ApiKey is { } key)
        {
            parameters.Insert(0, $"token:{key.Reveal()}");
        }

        return parameters;
    }
}
