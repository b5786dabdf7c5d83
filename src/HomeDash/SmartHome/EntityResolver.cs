using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>
/// Finds what people mean by "the kitchen lights": one entity, or all of an area, or all of a kind in it. What is named exactly
/// comes first, then areas, then parts of names.
/// </summary>
internal sealed class EntityResolver(HomeFleet fleet) : ITargetResolver<EntityRef>
{
    private const string AreaPrefix = "area:";

    /// <summary>What a whole area stands for: what people see and use in a room, and nothing that keeps the house shut.</summary>
    private static readonly EntityKind[] Furniture = [EntityKind.Light, EntityKind.Switch, EntityKind.Fan, EntityKind.Cover, EntityKind.Climate, EntityKind.MediaPlayer];

    public async ValueTask<IReadOnlyList<EntityRef>> ResolveAsync(IReadOnlyList<EntityRef> targets, Caller caller, CancellationToken cancellationToken)
    {
        var survey = await fleet.SurveyAsync(caller, null, cancellationToken).ConfigureAwait(false);
        return Resolution.Of(targets, target => Find(target, survey));
    }

    private static IEnumerable<EntityRef> Find(EntityRef target, HomeSurvey survey)
    {
        var given = target.Given.Trim();
        if (given.StartsWith(AreaPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return FindArea(target, given[AreaPrefix.Length..].Trim(), survey);
        }

        var exact = EntityFinder.Fitting(given, survey.Items, parts: false);
        var area = AreaCalled(EntityWords.WithoutArticle(given), survey);
        if (exact.Length > 0 && area is not null)
        {
            throw ProcedureErrors.Ambiguous("thing", given, [$"{AreaPrefix}{area}", .. exact.Select(found => found.Entity.Id)]);
        }

        if (exact.Length == 0)
        {
            if (area is not null)
            {
                return Members(target, area, [], survey);
            }

            foreach (var (name, kinds) in EntityWords.ReadingsOf(given))
            {
                if (name.Length == 0 || AreaCalled(name, survey) is not null)
                {
                    return Members(target, AreaCalled(name, survey), kinds, survey);
                }
            }
        }

        var found = exact is [var only] ? only
            : exact.Length > 1 ? throw ProcedureErrors.Ambiguous(EntityRef.Noun, given, EntityFinder.Names(exact))
            : EntityFinder.Fitting(given, survey.Items, parts: true) switch
            {
                [var one] => one,
                [] => throw EntityFinder.NotFound("entity or area", given, survey.Items.Select(item => item.Entity.Name).Concat(survey.AreaNames), survey),
                var several => throw ProcedureErrors.Ambiguous(EntityRef.Noun, given, EntityFinder.Names(several)),
            };
        return [target with { Resolved = found.Target }];
    }

    private static IEnumerable<EntityRef> FindArea(EntityRef target, string given, HomeSurvey survey)
    {
        if (AreaCalled(given, survey) is { } whole)
        {
            return Members(target, whole, [], survey);
        }

        var slash = given.LastIndexOf('/');
        var name = slash < 0 ? given : given[..slash].Trim();
        var area = AreaCalled(name, survey) ?? throw EntityFinder.NotFound("area", name, survey.AreaNames, survey);
        var kinds = EntityWords.KindsOf(given[(slash + 1)..].Trim())
            ?? throw ProcedureErrors.NotFound("kind of entity", given[(slash + 1)..], Enum.GetNames<EntityKind>().Select(kind => JsonNamingPolicy.CamelCase.ConvertName(kind)));
        return Members(target, area, kinds, survey);
    }

    private static string? AreaCalled(string given, HomeSurvey survey) => survey.AreaNames.FirstOrDefault(area => string.Equals(area, given, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<EntityRef> Members(EntityRef target, string? area, IReadOnlyList<EntityKind> kinds, HomeSurvey survey)
    {
        var inside = survey.Items.Where(found => area is null || string.Equals(found.Entity.Area, area, StringComparison.OrdinalIgnoreCase)).ToArray();
        var members = inside.Where(found => kinds.Count == 0 ? Furniture.Contains(found.Entity.Kind) && !found.Entity.IsGuard : kinds.Contains(found.Entity.Kind)).ToArray();
        if (members.Length > 0)
        {
            return members.Select(found => target with { Resolved = found.Target, Group = kinds });
        }

        var what = kinds.Count == 0 ? "nothing that can be used" : $"no {EntityWords.Of(kinds[0])}";
        var instead = inside.Select(found => $"'{found.Entity.Name}'").Take(10).ToArray();
        throw new ProcedureException(new(ProcedureErrorCode.NotFound, ErrorReason.TargetNotFound,
            $"There is {what} in {area ?? "the house"}.{(area is null || instead.Length == 0 ? "" : $" What is there: {string.Join(", ", instead)}.")}"));
    }
}

/// <summary>Scenes by name.</summary>
internal sealed class SceneResolver(HomeFleet fleet) : ITargetResolver<SceneRef>
{
    public async ValueTask<IReadOnlyList<SceneRef>> ResolveAsync(IReadOnlyList<SceneRef> targets, Caller caller, CancellationToken cancellationToken)
    {
        var survey = await fleet.SurveyAsync(caller, null, cancellationToken).ConfigureAwait(false);
        FoundEntity[] scenes = [.. survey.Items.Where(found => found.Entity.Kind == EntityKind.Scene)];
        return Resolution.Of(targets, target => [target with { Resolved = EntityFinder.One(SceneRef.Noun, target.Given.Trim(), scenes, survey).Target }]);
    }
}

/// <summary>Automations and scripts by name.</summary>
internal sealed class AutomationResolver(HomeFleet fleet) : ITargetResolver<AutomationRef>
{
    public async ValueTask<IReadOnlyList<AutomationRef>> ResolveAsync(IReadOnlyList<AutomationRef> targets, Caller caller, CancellationToken cancellationToken)
    {
        var survey = await fleet.SurveyAsync(caller, null, cancellationToken).ConfigureAwait(false);
        FoundEntity[] automations = [.. survey.Items.Where(found => found.Entity.Kind is EntityKind.Automation or EntityKind.Script)];
        return Resolution.Of(targets, target => [target with { Resolved = EntityFinder.One(AutomationRef.Noun, target.Given.Trim(), automations, survey).Target }]);
    }
}

/// <summary>Resolves each of several targets, and tells what is wrong with all of them at once.</summary>
internal static class Resolution
{
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> targets, Func<T, IEnumerable<T>> find)
    {
        List<T> resolved = [];
        List<ProcedureError> errors = [];
        foreach (var target in targets)
        {
            try
            {
                resolved.AddRange(find(target));
            }
            catch (ProcedureException exception)
            {
                errors.Add(exception.Error);
            }
        }

        return errors.Count == 0 ? resolved : throw new ProcedureException(errors[0] with { Message = string.Join(" ", errors.Select(error => error.Message).Distinct()) });
    }
}
