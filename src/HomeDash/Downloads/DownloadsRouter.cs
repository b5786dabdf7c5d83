using System.ComponentModel.DataAnnotations;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Downloads of the connected torrent, Usenet and web download clients.</summary>
[Router("downloads", Noun = "download")]
internal sealed class DownloadsRouter(DownloadFleet fleet, DownloadActions actions, DownloadClientActions clients, DownloadStart start, Watch watch)
{
    private const double ActionSeconds = 30;

    // As Base64 it has to fit into a request of 4 MiB.
    private const int LargestFile = 3_000_000;

    /// <summary>Lists downloads of all clients, what is downloading now first, with state, progress, speeds, time left, total speeds and each client's limits.</summary>
    /// <param name="context">The run.</param>
    /// <param name="states">Only downloads in these states.</param>
    /// <param name="search">Only downloads with this text in their name or category.</param>
    /// <param name="integrations">Only these clients; all when left out.</param>
    /// <param name="limit">How many downloads at most.</param>
    /// <param name="cursor">Where to go on: <c>next</c> of the page before.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(DownloadPermissions.View)]
    public async Task<DownloadList> List(
        ProcedureContext context,
        [MaxLength(10)] IReadOnlyList<DownloadState>? states = null,
        [MaxLength(100)] string? search = null,
        [MaxLength(50)] IReadOnlyList<IntegrationRef>? integrations = null,
        [Range(1, 500)] int limit = 50,
        [MaxLength(2000)] string? cursor = null,
        CancellationToken cancellationToken = default)
    {
        var after = cursor is null ? null : DownloadPosition.Read(cursor);
        return DownloadView.Of(await fleet.SurveyAsync(context.Caller, integrations, cancellationToken).ConfigureAwait(false), new(states, search), after, limit);
    }

    /// <summary>Shows all there is to know of a download: folder, files, connections, what was uploaded, when it was complete.</summary>
    /// <param name="download">A name, an id or the start of one, as downloads.list shows them; integration/name where two clients have it.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(DownloadPermissions.View)]
    public Task<DownloadDetails> Get(DownloadRef download, CancellationToken cancellationToken = default) =>
        fleet.ClientOf(download).Client.GetAsync(download.ClientId(), cancellationToken);

    /// <summary>Streams the downloads every few seconds, as downloads.list shows them.</summary>
    /// <param name="context">The run.</param>
    /// <param name="states">Only downloads in these states.</param>
    /// <param name="search">Only downloads with this text in their name or category.</param>
    /// <param name="integrations">Only these clients; all when left out.</param>
    /// <param name="limit">How many downloads at most.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    [Subscription(DownloadPermissions.View)]
    public IAsyncEnumerable<DownloadList> Watch(
        ProcedureContext context,
        [MaxLength(10)] IReadOnlyList<DownloadState>? states = null,
        [MaxLength(100)] string? search = null,
        [MaxLength(50)] IReadOnlyList<IntegrationRef>? integrations = null,
        [Range(1, 500)] int limit = 50,
        CancellationToken cancellationToken = default) =>
        watch.FollowAsync(token => List(context, states, search, integrations, limit, null, token), cancellationToken);

    /// <summary>Pauses downloads and says for each what it is doing then.</summary>
    /// <param name="downloads">Names, ids or the start of ids, as downloads.list shows them; integration/name where two clients have it.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(DownloadPermissions.Control, Effect.Change, Idempotent = true, CheckWith = "downloads.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<DownloadChange>> Pause(
        [MinLength(1), MaxLength(100)] IReadOnlyList<DownloadRef> downloads, ProcedureContext context, CancellationToken cancellationToken = default) =>
        actions.PauseAsync(downloads, context, cancellationToken);

    /// <summary>Resumes downloads and says for each what it is doing then. Complete torrents are offered to others again.</summary>
    /// <param name="downloads">Names, ids or the start of ids, as downloads.list shows them; integration/name where two clients have it.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(DownloadPermissions.Control, Effect.Change, Idempotent = true, CheckWith = "downloads.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<DownloadChange>> Resume(
        [MinLength(1), MaxLength(100)] IReadOnlyList<DownloadRef> downloads, ProcedureContext context, CancellationToken cancellationToken = default) =>
        actions.ResumeAsync(downloads, context, cancellationToken);

    /// <summary>Deletes downloads from their clients, and on request what was downloaded, and says for each whether it is gone.</summary>
    /// <param name="downloads">Names, ids or the start of ids, as downloads.list shows them; integration/name where two clients have it.</param>
    /// <param name="context">The run.</param>
    /// <param name="files">Whether the downloaded files are deleted too.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(DownloadPermissions.Delete, Effect.Destroy, CheckWith = "downloads.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<DownloadChange>> Delete(
        [MinLength(1), MaxLength(100)] IReadOnlyList<DownloadRef> downloads, ProcedureContext context, bool files = false, CancellationToken cancellationToken = default) =>
        actions.DeleteAsync(downloads, files, context, cancellationToken);

    /// <summary>Pauses everything in download clients and says for each what it is doing then.</summary>
    /// <param name="integrations">The names or ids of the clients.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(DownloadPermissions.Control, Effect.Change, Idempotent = true, Title = "Pause all downloads", CheckWith = "downloads.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<DownloadClientState>> PauseAll(
        [MinLength(1), MaxLength(50)] IReadOnlyList<IntegrationRef> integrations, ProcedureContext context, CancellationToken cancellationToken = default) =>
        clients.PauseAllAsync(integrations, context, cancellationToken);

    /// <summary>Resumes everything in download clients and says for each what it is doing then.</summary>
    /// <param name="integrations">The names or ids of the clients.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(DownloadPermissions.Control, Effect.Change, Idempotent = true, Title = "Resume all downloads", CheckWith = "downloads.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<DownloadClientState>> ResumeAll(
        [MinLength(1), MaxLength(50)] IReadOnlyList<IntegrationRef> integrations, ProcedureContext context, CancellationToken cancellationToken = default) =>
        clients.ResumeAllAsync(integrations, context, cancellationToken);

    /// <summary>Adds a download: a magnet link, an address, or the content of a .torrent or .nzb file. Answers it as the client shows it.</summary>
    /// <param name="integration">The name or id of the client that downloads it.</param>
    /// <param name="context">The run.</param>
    /// <param name="link">A magnet link, or an http or ftp address.</param>
    /// <param name="content">A .torrent or .nzb file, when there is no link.</param>
    /// <param name="name">What the .nzb file is called; it names the download.</param>
    /// <param name="category">The category or label it gets in the client.</param>
    /// <param name="paused">Whether it waits to be resumed.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(DownloadPermissions.Add, Effect.Create, CheckWith = "downloads.list", DeadlineSeconds = ActionSeconds)]
    public Task<Download> Add(
        IntegrationRef integration,
        ProcedureContext context,
        [StringLength(10_000, MinimumLength = 1)] string? link = null,
        [MaxLength(LargestFile)] byte[]? content = null,
        [StringLength(200, MinimumLength = 1)] string? name = null,
        [StringLength(100, MinimumLength = 1)] string? category = null,
        bool paused = false,
        CancellationToken cancellationToken = default) =>
        start.AddAsync(integration, DownloadSource.Read(link, content, name) with { Category = category?.Trim(), Paused = paused }, context, cancellationToken);

    /// <summary>Limits the speed of a download client. A limit that is left out stays as it is.</summary>
    /// <param name="integration">The name or id of the client.</param>
    /// <param name="context">The run.</param>
    /// <param name="downBytesPerSecond">The most that may come in, in bytes per second.</param>
    /// <param name="upBytesPerSecond">The most that may go out, in bytes per second.</param>
    /// <param name="clear">Limits to take away.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(DownloadPermissions.Control, Effect.Change, Idempotent = true, Title = "Limit download speed", CheckWith = "downloads.list", DeadlineSeconds = ActionSeconds)]
    public Task<DownloadClientState> SetSpeedLimit(
        IntegrationRef integration,
        ProcedureContext context,
        [Range(1024, 100_000_000_000)] long? downBytesPerSecond = null,
        [Range(1024, 100_000_000_000)] long? upBytesPerSecond = null,
        [MaxLength(2)] IReadOnlyList<SpeedLimit>? clear = null,
        CancellationToken cancellationToken = default)
    {
        var limits = (clear ?? []).Distinct().ToDictionary(limit => limit, _ => (long?)null);
        foreach (var (limit, speed) in new[] { (SpeedLimit.DownBytesPerSecond, downBytesPerSecond), (SpeedLimit.UpBytesPerSecond, upBytesPerSecond) })
        {
            if (speed is not null)
            {
                limits[limit] = speed;
            }
        }

        return limits.Count == 0
            ? throw ProcedureErrors.InvalidInput("downBytesPerSecond", "Say which limit is to change: downBytesPerSecond, upBytesPerSecond, or clear.")
            : clients.LimitAsync(integration, limits, context, cancellationToken);
    }
}
