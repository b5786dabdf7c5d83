using HomeDash.Procedures;

namespace HomeDash;

/// <summary>One page of entities.</summary>
/// <param name="Items">The entities: by area, then what can be used before what only tells, then by name.</param>
/// <param name="Total">How many entities meet the filters, on all pages.</param>
/// <param name="Integrations">How each hub fared: entities of one that did not answer are old, or missing.</param>
/// <param name="Next">Give this as <c>cursor</c> to get the next page; absent on the last one.</param>
public sealed record EntityList(IReadOnlyList<Entity> Items, int Total, IReadOnlyList<IntegrationReport> Integrations, string? Next = null) : IOutcomes
{
    bool IOutcomes.AllFailed => IntegrationReport.NoneAnswered(Integrations);
}

/// <summary>The areas of the house.</summary>
/// <param name="Items">The areas, by name.</param>
/// <param name="Integrations">How each hub fared.</param>
public sealed record AreaList(IReadOnlyList<Area> Items, IReadOnlyList<IntegrationReport> Integrations) : IOutcomes
{
    bool IOutcomes.AllFailed => IntegrationReport.NoneAnswered(Integrations);
}

/// <summary>A room or another part of the house.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Entities">How many entities are in it.</param>
/// <param name="Lights">How many of them are lights.</param>
/// <param name="LightsOn">How many lights are on.</param>
/// <param name="Open">The names of doors, windows and blinds that are open.</param>
/// <param name="Temperature">The temperature that is measured in it.</param>
/// <param name="Unit">The unit of the temperature.</param>
/// <param name="Unavailable">How many entities cannot be reached.</param>
public sealed record Area(string Name, int Entities, int Lights, int LightsOn, IReadOnlyList<string> Open, double? Temperature = null, string? Unit = null, int Unavailable = 0);
