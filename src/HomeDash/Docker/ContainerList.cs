namespace HomeDash;

/// <summary>One page of containers.</summary>
/// <param name="Items">The containers, sorted by name.</param>
/// <param name="Total">How many containers meet the filters on all pages.</param>
/// <param name="Engines">Which engines answered: containers of one that did not are missing.</param>
/// <param name="Next">Give this as <c>cursor</c> to get the next page; absent on the last one.</param>
public sealed record ContainerList(IReadOnlyList<Container> Items, int Total, IReadOnlyList<EngineReport> Engines, string? Next = null);

/// <summary>Whether an engine answered.</summary>
/// <param name="Name">The engine's name.</param>
/// <param name="Ok">Whether it answered.</param>
/// <param name="Reason">Why not, from the closed list of reasons.</param>
/// <param name="Message">Why not, and what to do.</param>
public sealed record EngineReport(string Name, bool Ok, string? Reason = null, string? Message = null);
