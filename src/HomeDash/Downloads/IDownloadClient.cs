using HomeDash.Procedures;

namespace HomeDash;

/// <summary>
/// A program that downloads. Downloads are named by the ids that <see cref="ReadAsync"/> tells. Methods that write return the
/// state as it was read afterwards, once it is as wanted or four seconds are over: these programs say yes first, some of them
/// to nothing at all, so whoever calls compares.
/// </summary>
[Capability("downloads")]
public interface IDownloadClient
{
    /// <summary>What it can be given to download.</summary>
    IReadOnlyList<DownloadSourceKind> Takes { get; }

    /// <summary>Whether downloads can have a category or label.</summary>
    bool HasCategories { get; }

    /// <summary>The limits it can keep to.</summary>
    IReadOnlyList<SpeedLimit> Limits { get; }

    /// <summary>All downloads and what the program as a whole is doing.</summary>
    Task<DownloadQueue> ReadAsync(CancellationToken cancellationToken);

    /// <summary>All there is to know of one download.</summary>
    /// <exception cref="ProcedureException">Reason <c>target_not_found</c>: it is gone.</exception>
    Task<DownloadDetails> GetAsync(string id, CancellationToken cancellationToken);

    /// <summary>Why a download cannot be deleted this way, after "it"; null when it can.</summary>
    /// <param name="download">The download.</param>
    /// <param name="files">Whether what was downloaded would go too.</param>
    string? ObstacleToDelete(Download download, bool files);

    /// <summary>Holds downloads.</summary>
    [Writes]
    Task<DownloadQueue> PauseAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken);

    /// <summary>Lets downloads go on; complete torrents are offered to others again.</summary>
    [Writes]
    Task<DownloadQueue> ResumeAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken);

    /// <summary>Removes downloads from the program.</summary>
    /// <param name="ids">Which.</param>
    /// <param name="files">Whether what was downloaded is deleted too.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    [Writes]
    Task<DownloadQueue> DeleteAsync(IReadOnlyList<string> ids, bool files, CancellationToken cancellationToken);

    /// <summary>Holds everything.</summary>
    [Writes]
    Task<DownloadQueue> PauseAllAsync(CancellationToken cancellationToken);

    /// <summary>Lets everything go on.</summary>
    [Writes]
    Task<DownloadQueue> ResumeAllAsync(CancellationToken cancellationToken);

    /// <summary>Begins a download.</summary>
    /// <returns>The download as the program shows it.</returns>
    /// <exception cref="ProcedureException">It refused, or nothing appeared in four seconds.</exception>
    [Writes]
    Task<Download> AddAsync(NewDownload download, CancellationToken cancellationToken);

    /// <summary>Limits the speed of the whole program.</summary>
    /// <param name="limits">Each limit that is to change, in bytes per second; null for none.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    [Writes]
    Task<DownloadClientState> LimitAsync(IReadOnlyDictionary<SpeedLimit, long?> limits, CancellationToken cancellationToken);
}

/// <summary>What a download client has, at one moment.</summary>
/// <param name="Items">Its downloads.</param>
/// <param name="Client">What it is doing as a whole.</param>
public sealed record DownloadQueue(IReadOnlyList<Download> Items, DownloadClientState Client)
{
    /// <summary>The download with this id; null when there is none.</summary>
    public Download? Find(string id) => Items.FirstOrDefault(item => string.Equals(item.Id, id, StringComparison.OrdinalIgnoreCase));
}
