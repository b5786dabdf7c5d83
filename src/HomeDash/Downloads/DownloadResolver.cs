using HomeDash.Procedures;

namespace HomeDash;

/// <summary>
/// Finds downloads by what people write: an id, a name, the start of an id, a part of a name; the first of these that fits any
/// download decides. <c>integration/name</c> says in which client: the same torrent may be in two.
/// </summary>
internal sealed class DownloadResolver(DownloadFleet fleet) : ITargetResolver<DownloadRef>
{
    private const int ShortestPart = 3;

    private static readonly SuggestedCall ListThem = new("downloads.list", Why: "It lists the downloads there are.");

    public async ValueTask<IReadOnlyList<DownloadRef>> ResolveAsync(IReadOnlyList<DownloadRef> targets, Caller caller, CancellationToken cancellationToken)
    {
        var survey = await fleet.SurveyAsync(caller, null, cancellationToken).ConfigureAwait(false);
        List<DownloadRef> resolved = [];
        List<ProcedureError> errors = [];
        foreach (var target in targets)
        {
            try
            {
                resolved.Add(target with { Resolved = Find(target.Given.Trim(), survey).Target });
            }
            catch (ProcedureException exception)
            {
                errors.Add(exception.Error);
            }
        }

        return errors.Count == 0
            ? resolved
            : throw new ProcedureException(errors[0] with { Message = string.Join(" ", errors.Select(error => error.Message).Distinct()) });
    }

    private static FoundDownload Find(string given, DownloadSurvey survey)
    {
        var fits = Rules(given).Select(rule => survey.Items.Where(rule).ToArray()).FirstOrDefault(found => found.Length > 0) ?? [];
        return fits.Length switch
        {
            1 => fits[0],
            > 1 => throw ProcedureErrors.Ambiguous(DownloadRef.Noun, given, Names(fits)),
            _ => throw NotFound(given, survey),
        };
    }

    private static IEnumerable<Func<FoundDownload, bool>> Rules(string given)
    {
        yield return found => Same(found.Item.Id, given) || Same(found.FullId, given);
        yield return found => found.Item.Name == given || found.FullName == given;
        yield return found => Same(found.Item.Name, given) || Same(found.FullName, given);
        if (given.Length >= ShortestPart)
        {
            yield return found => found.Item.Id.StartsWith(given, StringComparison.OrdinalIgnoreCase);
            yield return found => found.Item.Name.Contains(given, StringComparison.OrdinalIgnoreCase);
            yield return found => given.StartsWith(found.Item.Integration + "/", StringComparison.OrdinalIgnoreCase)
                && found.Item.Name.Contains(given[(found.Item.Integration.Length + 1)..], StringComparison.OrdinalIgnoreCase);
        }
    }

    private static bool Same(string name, string given) => string.Equals(name, given, StringComparison.OrdinalIgnoreCase);

    /// <summary>Names that tell the candidates apart: with the integration, and by the id where even that is the same.</summary>
    private static IEnumerable<string> Names(FoundDownload[] fits) =>
        fits.Select(found => fits.Count(other => other.FullName == found.FullName) > 1 ? found.FullId : found.FullName);

    private static ProcedureException NotFound(string given, DownloadSurvey survey)
    {
        var silent = survey.Reports.Where(report => !report.Ok).ToArray();
        return silent.Length == 0
            ? ProcedureErrors.NotFound(DownloadRef.Noun, given, survey.Items.Select(found => found.Item.Name).Distinct(), ListThem)
            : ProcedureErrors.Unreachable(
                $"There is no download '{given}' in the clients that answer, and not all do: {string.Join(" ", silent.Select(report => report.Message))}");
    }
}
