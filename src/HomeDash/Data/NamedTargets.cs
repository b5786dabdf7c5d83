using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Finds what is called by its whole name, as things are whose names differ in more than case.</summary>
internal static class NamedTargets
{
    /// <summary>The thing with this id or, whatever its case, this name.</summary>
    /// <param name="known">What the caller may know of.</param>
    /// <param name="given">What the caller wrote.</param>
    /// <param name="noun">What one such thing is called.</param>
    /// <param name="next">The call that lists them, for callers who may make it.</param>
    /// <exception cref="ProcedureException">There is none.</exception>
    public static ResolvedTarget Get(this IReadOnlyList<ResolvedTarget> known, string given, string noun, SuggestedCall? next) =>
        known.Find(given) ?? throw ProcedureErrors.NotFound(noun, given, known.Select(one => one.Name), next);

    /// <summary>The thing with this id or, whatever its case, this name; null when there is none.</summary>
    public static ResolvedTarget? Find(this IReadOnlyList<ResolvedTarget> known, string given) =>
        known.FirstOrDefault(one => one.Id == given.Trim()) ?? known.FirstOrDefault(one => one.Name.Equals(given.Trim(), StringComparison.OrdinalIgnoreCase));
}
