using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Finds one entity by what people write: an id, a name, area and name, a part of a name; the first of these that fits any decides.</summary>
internal static class EntityFinder
{
    private const int ShortestPart = 3;

    private static readonly SuggestedCall Search = new("smartHome.search", Why: "It finds entities and areas by parts of their names.");

    /// <summary>The entities that fit best; several when what was written does not tell them apart, none when nothing fits.</summary>
    /// <param name="given">What was written.</param>
    /// <param name="among">Those that can be meant.</param>
    /// <param name="parts">Whether a part of a name suffices.</param>
    public static FoundEntity[] Fitting(string given, IReadOnlyList<FoundEntity> among, bool parts) =>
        Rules(EntityWords.WithoutArticle(given), parts).Select(rule => among.Where(rule).ToArray()).FirstOrDefault(found => found.Length > 0) ?? [];

    /// <summary>The one entity that fits.</summary>
    /// <exception cref="ProcedureException">There is none, or there are several.</exception>
    public static FoundEntity One(string noun, string given, IReadOnlyList<FoundEntity> among, HomeSurvey survey) => Fitting(given, among, parts: true) switch
    {
        [var only] => only,
        [] => throw NotFound(noun, given, among.Select(found => found.Entity.Name), survey),
        var several => throw ProcedureErrors.Ambiguous(noun, given, Names(several)),
    };

    /// <summary>Names that tell entities apart: with the area, and by the id where even that is the same.</summary>
    public static IEnumerable<string> Names(IReadOnlyList<FoundEntity> found) => found.Select(one => Full(one) is var full && found.Count(other => Full(other) == full) > 1 ? one.FullId : full);

    /// <summary>Nothing has that name; the nearest names are told, and hubs that did not answer.</summary>
    public static ProcedureException NotFound(string noun, string given, IEnumerable<string> names, HomeSurvey survey)
    {
        var silent = survey.Reports.Where(report => !report.Ok).ToArray();
        return silent.Length == 0
            ? ProcedureErrors.NotFound(noun, given, names.Distinct(), Search)
            : ProcedureErrors.Unreachable($"There is no {noun} '{given}' in the hubs that answer, and not all do: {string.Join(" ", silent.Select(report => report.Message))}");
    }

    private static string Full(FoundEntity found) => found.Entity.Area is { } area ? $"{area}/{found.Entity.Name}" : found.Entity.Name;

    private static IEnumerable<Func<FoundEntity, bool>> Rules(string given, bool parts)
    {
        yield return found => found.Entity.Id == given || Same(found.FullId, given);
        yield return found => Same(found.Entity.Name, given);
        yield return found => Same($"{found.Entity.Area}/{found.Entity.Name}", given) || Same($"{found.Entity.Area} {found.Entity.Name}", given) || Same($"{found.Entity.Integration}/{found.Entity.Name}", given);
        if (parts && given.Length >= ShortestPart)
        {
            yield return found => found.Entity.Name.Contains(given, StringComparison.OrdinalIgnoreCase);
            yield return found => given.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } words
                && words.All(word => $"{found.Entity.Area} {found.Entity.Name}".Contains(word, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static bool Same(string name, string given) => string.Equals(name, given, StringComparison.OrdinalIgnoreCase);
}
