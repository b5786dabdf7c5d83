namespace HomeDash.Fuzz;

/// <summary>What a run sends.</summary>
/// <param name="Count">How many bodies.</param>
/// <param name="Seed">Makes other bodies; the same seed makes the same ones.</param>
/// <param name="Longest">When the run ends even if not all are sent.</param>
public sealed record FuzzOptions(long Count, int Seed, TimeSpan Longest);
