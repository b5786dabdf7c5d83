using HomeDash.Procedures;

namespace HomeDash;

/// <summary>
/// A service at which people request films and series. Every method throws <see cref="ProcedureException"/> when the service
/// does not answer as it should; its message names the integration.
/// </summary>
[Capability("mediaRequests")]
public interface IMediaRequests
{
    /// <summary>Searches films and series.</summary>
    Task<MediaFindings> SearchAsync(string query, CancellationToken cancellationToken);

    /// <summary>What can be requested of a film or a series.</summary>
    /// <param name="type">Which of them.</param>
    /// <param name="id">Its id at TMDB.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<MediaRequestOptions> OptionsAsync(RequestedType type, int id, CancellationToken cancellationToken);

    /// <summary>Requests, the newest first, with the titles of what they are for.</summary>
    Task<MediaRequests> ListAsync(MediaRequestFilter filter, CancellationToken cancellationToken);

    /// <summary>A request by its number.</summary>
    /// <exception cref="ProcedureException">Reason <c>target_not_found</c>: it is gone.</exception>
    Task<MediaRequest> GetAsync(int id, CancellationToken cancellationToken);

    /// <summary>How much was requested, and by whom.</summary>
    Task<MediaRequestStats> StatsAsync(CancellationToken cancellationToken);

    /// <summary>Requests something.</summary>
    /// <returns>The request as the service shows it.</returns>
    [Writes]
    Task<MediaRequest> RequestAsync(NewMediaRequest request, CancellationToken cancellationToken);

    /// <summary>Answers a request.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="approve">Whether the answer is yes.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The request as the service shows it, once it shows an answer or four seconds are over.</returns>
    [Writes]
    Task<MediaRequest> AnswerAsync(int id, bool approve, CancellationToken cancellationToken);
}

/// <summary>What a search found.</summary>
/// <param name="Items">What fits best first.</param>
public sealed record MediaFindings(IReadOnlyList<FoundMedia> Items);

/// <summary>Requests of one service.</summary>
/// <param name="Items">The newest first.</param>
public sealed record MediaRequests(IReadOnlyList<MediaRequest> Items);

/// <summary>Which requests are wanted.</summary>
/// <param name="Statuses">Those with one of these; empty for any.</param>
/// <param name="Since">Those made since then; null for any time.</param>
/// <param name="Limit">How many at most.</param>
public sealed record MediaRequestFilter(IReadOnlyList<RequestStatus> Statuses, DateTimeOffset? Since, int Limit)
{
    /// <summary>Whether a request is wanted.</summary>
    public bool Admits(RequestStatus status, DateTimeOffset? at) => (Statuses.Count == 0 || Statuses.Contains(status)) && (Since is null || at >= Since);
}

/// <summary>What is requested.</summary>
/// <param name="Type">A film or a series.</param>
/// <param name="Id">Its id at TMDB.</param>
/// <param name="Seasons">The numbers of the seasons of a series; empty for a film.</param>
/// <param name="Profile">The profile of quality; null for the service's own choice.</param>
public sealed record NewMediaRequest(RequestedType Type, int Id, IReadOnlyList<int> Seasons, RequestProfile? Profile);
