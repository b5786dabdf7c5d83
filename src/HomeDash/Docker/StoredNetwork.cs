namespace HomeDash;

/// <summary>A network on an engine.</summary>
/// <param name="Id">The id that the engine gave it.</param>
/// <param name="Name">Its name on the engine.</param>
/// <param name="Engine">The name of the engine it is on.</param>
/// <param name="Driver">What makes it, for example <c>bridge</c>.</param>
/// <param name="Subnets">Its ranges of addresses.</param>
/// <param name="Internal">Whether nothing leads out of it.</param>
/// <param name="BuiltIn">Whether it is the engine's own, which cannot be removed.</param>
/// <param name="UsedBy">The names of the containers on it, stopped ones too.</param>
public sealed record StoredNetwork(
    string Id, string Name, string Engine, string Driver, IReadOnlyList<string> Subnets, bool Internal, bool BuiltIn, IReadOnlyList<string> UsedBy);

/// <summary>One page of networks.</summary>
/// <param name="Items">The networks, sorted by name.</param>
/// <param name="Total">How many networks there are on all pages.</param>
/// <param name="Engines">Which engines answered: networks of one that did not are missing.</param>
/// <param name="Next">Give this as <c>cursor</c> to get the next page; absent on the last one.</param>
public sealed record NetworkList(IReadOnlyList<StoredNetwork> Items, int Total, IReadOnlyList<EngineReport> Engines, string? Next = null);
