using System.Globalization;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Asks the services what can be requested and what was.</summary>
internal sealed class MediaRequestSurvey(IntegrationFleet fleet, Connections connections, TimeProvider clock)
{
    /// <summary>How many requests a name is looked for in.</summary>
    private const int Named = 100;

    /// <summary>Behind each list of requests these services ask others.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private static readonly MediaRequestFilter Latest = new([], null, Named);
    private static readonly MediaRequestFilter Waiting = new([RequestStatus.Pending], null, Named);

    public async Task<FoundMediaList> SearchAsync(Caller caller, IReadOnlyList<IntegrationRef>? named, string query, int limit, CancellationToken cancellationToken)
    {
        var answers = await fleet.AskAsync(
            fleet.Usable<IMediaRequests>(caller, named), $"search.{query}", (service, token) => service.SearchAsync(query, token), cancellationToken).ConfigureAwait(false);
        return new([.. answers.Values.SelectMany(answer => answer.Value.Items.Take(limit))], answers.Reports);
    }

    public async Task<MediaRequestList> ListAsync(
        Caller caller, IReadOnlyList<IntegrationRef>? named, IReadOnlyList<RequestStatus>? statuses, int? days, int limit, CancellationToken cancellationToken)
    {
        DateTimeOffset? since = days is { } back ? clock.GetUtcNow().AddDays(-back) : null;
        var filter = new MediaRequestFilter([.. (statuses ?? []).Distinct().Order()], since, limit);
        var answers = await AskAsync(fleet.Usable<IMediaRequests>(caller, named), filter, days, cancellationToken).ConfigureAwait(false);
        return new([.. answers.Values.SelectMany(answer => answer.Value.Items).OrderByDescending(request => request.RequestedAt).ThenByDescending(request => request.Id).Take(limit)], answers.Reports);
    }

    public async Task<MediaRequestStatsList> StatsAsync(Caller caller, IReadOnlyList<IntegrationRef>? named, CancellationToken cancellationToken)
    {
        var answers = await fleet.AskAsync(
            fleet.Usable<IMediaRequests>(caller, named), "stats", (service, token) => service.StatsAsync(token), cancellationToken, Fresh).ConfigureAwait(false);
        return new([.. answers.Values.Select(answer => answer.Value)], answers.Reports);
    }

    /// <summary>The latest requests and all that wait for an answer, each with where it is.</summary>
    public async Task<(IReadOnlyList<FoundRequest> Found, IReadOnlyList<IntegrationReport> Reports)> FindAsync(Caller caller, CancellationToken cancellationToken)
    {
        var asked = fleet.Usable<IMediaRequests>(caller, null);
        var answers = await Task.WhenAll(AskAsync(asked, Latest, null, cancellationToken), AskAsync(asked, Waiting, null, cancellationToken)).ConfigureAwait(false);
        var found = answers.SelectMany(answer => answer.Values).SelectMany(answer => answer.Value.Items.Select(request => new FoundRequest(answer.Integration, request)));
        return ([.. found.DistinctBy(one => one.FullId)], answers[0].Reports);
    }

    /// <summary>The service of a resolved request.</summary>
    public Connection<IMediaRequests> ServiceOf(MediaRequestRef target) =>
        connections.With<IMediaRequests>().FirstOrDefault(connection => connection.Integration.Id == target.Resolved!.Owner!.Id)
        ?? throw ProcedureErrors.Unreachable($"The service that has the request for {target.Resolved!.Name} has just been disconnected.");

    private Task<Answers<MediaRequests>> AskAsync(IReadOnlyList<Asked<IMediaRequests>> asked, MediaRequestFilter filter, int? days, CancellationToken cancellationToken) => fleet.AskAsync(
        asked,
        string.Create(CultureInfo.InvariantCulture, $"list.{string.Join('+', filter.Statuses)}.{days}.{filter.Limit}"),
        (service, token) => service.ListAsync(filter, token),
        cancellationToken,
        Fresh);
}

/// <summary>A request and where it is.</summary>
internal sealed record FoundRequest(Integration Integration, MediaRequest Request)
{
    /// <summary>The number that no other service's request has.</summary>
    public string FullId => string.Create(CultureInfo.InvariantCulture, $"{Integration.Name}/{Request.Id}");

    /// <summary>The request as access rules and approvals know it: it follows the rules of its service.</summary>
    public ResolvedTarget Target => new("mediaRequest", string.Create(CultureInfo.InvariantCulture, $"{Integration.Id}/{Request.Id}"), Request.Title, new("integration", Integration.Id));
}
