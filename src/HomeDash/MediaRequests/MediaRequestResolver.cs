using System.Globalization;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>
/// Finds requests by what people write: a number, a title, a part of a title; the first that fits any decides. Something may
/// have been requested more than once: by its title, the one that waits for an answer is meant.
/// </summary>
internal sealed class MediaRequestResolver(MediaRequestSurvey survey) : ITargetResolver<MediaRequestRef>
{
    private const int ShortestPart = 3;

    private static readonly SuggestedCall ListThem = new("mediaRequests.list", Why: "It lists the requests there are.");

    public async ValueTask<IReadOnlyList<MediaRequestRef>> ResolveAsync(IReadOnlyList<MediaRequestRef> targets, Caller caller, CancellationToken cancellationToken)
    {
        var (found, reports) = await survey.FindAsync(caller, cancellationToken).ConfigureAwait(false);
        return [.. targets.Select(target => target with { Resolved = Find(target.Given.Trim(), found, reports).Target })];
    }

    private static FoundRequest Find(string given, IReadOnlyList<FoundRequest> requests, IReadOnlyList<IntegrationReport> reports)
    {
        var fits = Rules(given).Select(rule => requests.Where(rule).ToArray()).FirstOrDefault(found => found.Length > 0) ?? [];
        return fits.Length switch
        {
            1 => fits[0],
            > 1 => throw ProcedureErrors.Ambiguous(MediaRequestRef.Noun, given, fits.Select(found => $"{found.FullId}: {found.Request.Title}, {found.Request.Status.ToString().ToLowerInvariant()}")),
            _ => throw NotFound(given, requests, reports),
        };
    }

    private static IEnumerable<Func<FoundRequest, bool>> Rules(string given)
    {
        yield return found => Same(found.FullId, given) || found.Request.Id.ToString(CultureInfo.InvariantCulture) == given;
        yield return found => Same(found.Request.Title, given) && found.Request.Status == RequestStatus.Pending;
        yield return found => Same(found.Request.Title, given);
        if (given.Length >= ShortestPart)
        {
            yield return found => Holds(found.Request.Title, given) && found.Request.Status == RequestStatus.Pending;
            yield return found => Holds(found.Request.Title, given);
        }
    }

    private static bool Same(string one, string given) => string.Equals(one, given, StringComparison.OrdinalIgnoreCase);

    private static bool Holds(string title, string given) => title.Contains(given, StringComparison.OrdinalIgnoreCase);

    private static ProcedureException NotFound(string given, IReadOnlyList<FoundRequest> requests, IReadOnlyList<IntegrationReport> reports)
    {
        var silent = reports.Where(report => !report.Ok).ToArray();
        return silent.Length == 0
            ? ProcedureErrors.NotFound(MediaRequestRef.Noun, given, requests.Select(found => found.Request.Title).Distinct(), ListThem)
            : ProcedureErrors.Unreachable($"There is no request '{given}' in the services that answer, and not all do: {string.Join(" ", silent.Select(report => report.Message))}");
    }
}
