using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Finds what is played by what people write: an id, a title, who plays it or on what, or a part of these; the first that fits anything decides.</summary>
internal sealed class MediaSessionResolver(MediaSurvey survey) : ITargetResolver<MediaSessionRef>
{
    private const int ShortestPart = 3;

    private static readonly SuggestedCall ListThem = new("mediaServer.sessions", Why: "It lists what is played.");

    public async ValueTask<IReadOnlyList<MediaSessionRef>> ResolveAsync(IReadOnlyList<MediaSessionRef> targets, Caller caller, CancellationToken cancellationToken)
    {
        var (found, reports) = await survey.FindAsync(caller, null, cancellationToken).ConfigureAwait(false);
        return [.. targets.Select(target => target with { Resolved = Find(target.Given.Trim(), found, reports).Target })];
    }

    private static FoundSession Find(string given, IReadOnlyList<FoundSession> sessions, IReadOnlyList<IntegrationReport> reports)
    {
        var fits = Rules(given).Select(rule => sessions.Where(rule).ToArray()).FirstOrDefault(found => found.Length > 0) ?? [];
        return fits.Length switch
        {
            1 => fits[0],
            > 1 => throw ProcedureErrors.Ambiguous(MediaSessionRef.Noun, given, fits.Select(one => fits.Count(other => other.FullName == one.FullName) > 1 ? one.FullId : one.FullName)),
            _ => throw NotFound(given, sessions, reports),
        };
    }

    private static IEnumerable<Func<FoundSession, bool>> Rules(string given)
    {
        yield return found => found.Session.Id == given || Same(found.FullId, given);
        yield return found => Same(found.FullName, given) || Same(found.Session.Label(), given) || Same(found.Session.Title, given) || Same(found.Session.Series, given);
        yield return found => Same(found.Session.User, given) || Same(found.Session.Device, given) || Same(found.Session.Client, given);
        if (given.Length >= ShortestPart)
        {
            yield return found => found.FullName.Contains(given, StringComparison.OrdinalIgnoreCase) || found.Session.Client?.Contains(given, StringComparison.OrdinalIgnoreCase) == true;
        }
    }

    private static bool Same(string? one, string given) => string.Equals(one, given, StringComparison.OrdinalIgnoreCase);

    private static ProcedureException NotFound(string given, IReadOnlyList<FoundSession> sessions, IReadOnlyList<IntegrationReport> reports)
    {
        var silent = reports.Where(report => !report.Ok).ToArray();
        return silent.Length == 0
            ? ProcedureErrors.NotFound(MediaSessionRef.Noun, given, sessions.Select(found => found.Session.Label()).Distinct(), ListThem)
            : ProcedureErrors.Unreachable($"Nothing like '{given}' is played on the servers that answer, and not all do: {string.Join(" ", silent.Select(report => report.Message))}");
    }
}
