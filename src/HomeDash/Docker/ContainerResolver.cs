using HomeDash.Procedures;

namespace HomeDash;

/// <summary>
/// Finds containers by what people write: an id, a name, the start of an id, a part of a name; the first of these that fits
/// any container decides. <c>engine/name</c> says on which engine, and <c>project:name</c> means all containers of a compose project.
/// </summary>
internal sealed class ContainerResolver(ContainerFleet fleet) : ITargetResolver<ContainerRef>
{
    private const int ShortestPart = 3;
    private const string ProjectPrefix = "project:";

    private static readonly SuggestedCall ListThem = new("docker.list", Why: "It lists the containers there are.");

    public async ValueTask<IReadOnlyList<ContainerRef>> ResolveAsync(IReadOnlyList<ContainerRef> targets, Caller caller, CancellationToken cancellationToken)
    {
        var survey = await fleet.SurveyAsync(caller, null, cancellationToken).ConfigureAwait(false);
        var resolved = new List<ContainerRef>(targets.Count);
        var errors = new List<ProcedureError>();
        foreach (var target in targets)
        {
            try
            {
                resolved.AddRange(Find(target.Given.Trim(), survey).Select(found => target with { Resolved = found.Target }));
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

    private static FoundContainer[] Find(string given, Survey survey) =>
        given.StartsWith(ProjectPrefix, StringComparison.OrdinalIgnoreCase) ? FindProject(given[ProjectPrefix.Length..].Trim(), survey) : [FindOne(given, survey)];

    private static FoundContainer[] FindProject(string given, Survey survey)
    {
        var known = survey.Containers.Where(found => found.Container.Project is not null).ToArray();
        var fits = known.Where(found => Same(found.Container.Project!, given) || Same(FullProject(found), given)).ToArray();
        return fits.DistinctBy(found => found.Connection.Integration.Id).Count() switch
        {
            1 => fits,
            > 1 => throw ProcedureErrors.Ambiguous("project", given, fits.Select(found => ProjectPrefix + FullProject(found)).Distinct()),
            _ => throw NotFound("project", given, survey, known.Select(found => found.Container.Project!).Distinct(), new("docker.projects", Why: "It lists the projects there are.")),
        };
    }

    private static string FullProject(FoundContainer found) => $"{found.Container.Engine}/{found.Container.Project}";

    private static FoundContainer FindOne(string given, Survey survey)
    {
        var fits = Rules(given).Select(rule => survey.Containers.Where(rule).ToArray()).FirstOrDefault(found => found.Length > 0) ?? [];
        return fits.Length switch
        {
            1 => fits[0],
            > 1 => throw ProcedureErrors.Ambiguous(ContainerRef.Noun, given, Names(fits)),
            _ => throw NotFound(ContainerRef.Noun, given, survey, survey.Containers.SelectMany(found => new[] { found.Container.Name, found.Container.Title }).OfType<string>(), ListThem),
        };
    }

    private static IEnumerable<Func<FoundContainer, bool>> Rules(string given)
    {
        yield return found => found.Container.Id == given;
        yield return found => found.Container.Name == given || found.FullName == given;
        yield return found => Same(found.Container.Name, given) || Same(found.FullName, given);
        yield return found => found.Container.Title is { } title && (Same(title, given) || Same($"{found.Container.Engine}/{title}", given));
        if (given.Length >= ShortestPart)
        {
            yield return found => found.Container.Id.StartsWith(given, StringComparison.OrdinalIgnoreCase);
            yield return found => found.Container.Name.Contains(given, StringComparison.OrdinalIgnoreCase);
            yield return found => found.Container.Title?.Contains(given, StringComparison.OrdinalIgnoreCase) == true;
            yield return found => given.StartsWith(found.Container.Engine + "/", StringComparison.OrdinalIgnoreCase)
                && found.Container.Name.Contains(given[(found.Container.Engine.Length + 1)..], StringComparison.OrdinalIgnoreCase);
        }
    }

    private static bool Same(string name, string given) => string.Equals(name, given, StringComparison.OrdinalIgnoreCase);

    /// <summary>Names that tell the candidates apart: with the engine, and with the id where one engine is connected twice.</summary>
    private static IEnumerable<string> Names(FoundContainer[] fits)
    {
        var severalEngines = fits.DistinctBy(found => found.Connection.Integration.Id).Count() > 1;
        return fits.Select(found => severalEngines ? found.FullName : found.Container.Name);
    }

    private static ProcedureException NotFound(string noun, string given, Survey survey, IEnumerable<string> names, SuggestedCall next)
    {
        var silent = survey.Engines.Where(engine => !engine.Ok).ToArray();
        return silent.Length == 0
            ? ProcedureErrors.NotFound(noun, given, names, next)
            : ProcedureErrors.Unreachable(
                $"There is no {noun} '{given}' on the engines that answer, and not all do: {string.Join(" ", silent.Select(engine => engine.Message))}");
    }
}
