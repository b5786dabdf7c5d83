using HomeDash.Procedures;

namespace HomeDash;

/// <summary>
/// Finds containers by what people write: an id, a name, the start of an id, a part of a name; the first of these that fits
/// any container decides. <c>engine/name</c> says on which engine.
/// </summary>
internal sealed class ContainerResolver(ContainerFleet fleet) : ITargetResolver<ContainerRef>
{
    private const int ShortestPart = 3;

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

    private static FoundContainer Find(string given, Survey survey)
    {
        var fits = Rules(given).Select(rule => survey.Containers.Where(rule).ToArray()).FirstOrDefault(found => found.Length > 0) ?? [];
        return fits.Length switch
        {
            1 => fits[0],
            > 1 => throw ProcedureErrors.Ambiguous(ContainerRef.Noun, given, Names(fits)),
            _ => throw NotFound(given, survey),
        };
    }

    private static IEnumerable<Func<FoundContainer, bool>> Rules(string given)
    {
        yield return found => found.Container.Id == given;
        yield return found => found.Container.Name == given || found.FullName == given;
        yield return found => Same(found.Container.Name, given) || Same(found.FullName, given);
        if (given.Length >= ShortestPart)
        {
            yield return found => found.Container.Id.StartsWith(given, StringComparison.OrdinalIgnoreCase);
            yield return found => found.Container.Name.Contains(given, StringComparison.OrdinalIgnoreCase);
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

    private static ProcedureException NotFound(string given, Survey survey)
    {
        var silent = survey.Engines.Where(engine => !engine.Ok).ToArray();
        return silent.Length == 0
            ? ProcedureErrors.NotFound(ContainerRef.Noun, given, survey.Containers.Select(found => found.Container.Name), ListThem)
            : ProcedureErrors.Unreachable(
                $"There is no container '{given}' on the engines that answer, and not all do: {string.Join(" ", silent.Select(engine => engine.Message))}");
    }
}
