using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Two profiles are equal when all that they say is: lists by what is in them.</summary>
internal sealed class ProfileComparer : IEqualityComparer<ToolProfile>
{
    private static readonly string[] NoNames = [];

    public static ProfileComparer Instance { get; } = new();

    public bool Equals(ToolProfile? one, ToolProfile? other) =>
        one is null || other is null
            ? one is null && other is null
            : one.Include.SequenceEqual(other.Include) && one.Exclude.SequenceEqual(other.Exclude) && one.Pinned.SequenceEqual(other.Pinned)
                && WithoutLists(one) == WithoutLists(other);

    public int GetHashCode(ToolProfile profile) => profile.Name.GetHashCode(StringComparison.Ordinal);

    private static ToolProfile WithoutLists(ToolProfile profile) => profile with { Include = NoNames, Exclude = NoNames, Pinned = NoNames };
}
