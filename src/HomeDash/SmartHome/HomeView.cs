using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Makes lists of what the hubs say.</summary>
internal static class HomeView
{
    /// <summary>The page after a position.</summary>
    public static EntityList List(HomeSurvey survey, EntityFilter filter, EntityPosition? after, int limit)
    {
        var fitting = survey.Items.Where(filter.Admits).OrderBy(EntityPosition.Of).ToArray();
        var rest = fitting.Where(found => after is null || EntityPosition.Of(found).CompareTo(after) > 0).ToArray();
        var page = rest.Take(limit).ToArray();
        return new([.. page.Select(found => found.Entity)], fitting.Length, survey.Reports, rest.Length > page.Length ? EntityPosition.Of(page[^1]).Write() : null);
    }

    /// <summary>What a text may mean, best first: what has all of its words, then what is called nearly so.</summary>
    public static EntityList Search(HomeSurvey survey, string text, int limit)
    {
        var wanted = EntityWords.WithoutArticle(text.Trim());
        var kinds = EntityWords.ReadingsOf(wanted).Append((wanted, [])).ToArray();
        var ranked = survey.Items.Select(found => (found, rank: Rank(found.Entity))).Where(one => one.rank is not null)
            .OrderBy(one => one.rank).ThenBy(one => EntityPosition.Of(one.found)).Select(one => one.found.Entity).ToArray();
        return new([.. ranked.Take(limit)], ranked.Length, survey.Reports);

        int? Rank(Entity entity)
        {
            var full = $"{entity.Area} {entity.Name} {entity.Id}";
            return Same(entity.Name) || Same(entity.Id) ? 0
                : kinds.Any(reading => reading.Item2.Contains(entity.Kind) && (reading.Item1.Length == 0 || string.Equals(entity.Area, reading.Item1, StringComparison.OrdinalIgnoreCase))) ? 1
                : Same(entity.Area) ? 2
                : wanted.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => full.Contains(word, StringComparison.OrdinalIgnoreCase)) ? 3
                : NearestNames.Of(wanted, new[] { entity.Name, entity.Area }.OfType<string>()).Count > 0 ? 4
                : null;
        }

        bool Same(string? name) => string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The areas, with what is noteworthy in them.</summary>
    public static AreaList Areas(HomeSurvey survey) => new(
        [.. survey.AreaNames.Order(StringComparer.OrdinalIgnoreCase).Select(area => Of(area, [.. survey.Items.Select(found => found.Entity).Where(entity => string.Equals(entity.Area, area, StringComparison.OrdinalIgnoreCase))]))],
        survey.Reports);

    private static Area Of(string name, Entity[] inside)
    {
        var lights = inside.Where(entity => entity.Kind == EntityKind.Light).ToArray();
        var warm = inside.FirstOrDefault(entity => entity is { Kind: EntityKind.Climate, Temperature: not null })
            ?? inside.FirstOrDefault(entity => entity is { Kind: EntityKind.Sensor, Value: not null } && entity.Unit?.StartsWith('°') == true);
        return new(
            name, inside.Length, lights.Length, lights.Count(light => light.State == EntityState.On),
            [.. inside.Where(entity => entity.State is EntityState.Open or EntityState.Opening).Select(entity => entity.Name).Order(StringComparer.OrdinalIgnoreCase)],
            warm?.Temperature ?? warm?.Value, warm?.Unit, inside.Count(entity => !entity.IsAvailable));
    }
}

/// <summary>Which entities a list shows; null for any.</summary>
/// <param name="Kinds">Those of these kinds.</param>
/// <param name="Area">Those in the area of this name.</param>
/// <param name="States">Those in these states.</param>
/// <param name="Search">Those with this text in name, id or area.</param>
internal sealed record EntityFilter(IReadOnlyList<EntityKind>? Kinds, string? Area, IReadOnlyList<EntityState>? States, string? Search)
{
    public bool Admits(FoundEntity found) =>
        (Kinds is null or [] || Kinds.Contains(found.Entity.Kind))
        && (States is null or [] || States.Contains(found.Entity.State))
        && (Area is null || string.Equals(found.Entity.Area, Area.Trim(), StringComparison.OrdinalIgnoreCase))
        && (Search is null || Holds(found.Entity.Name) || Holds(found.Entity.Id) || Holds(found.Entity.Area));

    /// <summary>This filter, when there is such an area.</summary>
    /// <exception cref="ProcedureException">There is none.</exception>
    public EntityFilter In(HomeSurvey survey) => Area is null || survey.AreaNames.Contains(Area.Trim(), StringComparer.OrdinalIgnoreCase)
        ? this
        : throw EntityFinder.NotFound("area", Area, survey.AreaNames, survey);

    private bool Holds(string? text) => text?.Contains(Search!.Trim(), StringComparison.OrdinalIgnoreCase) == true;
}
