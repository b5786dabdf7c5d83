using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What a group can be allowed to do with indexers.</summary>
[PermissionSet]
public static class IndexerPermissions
{
    /// <summary>See which indexers there are and how they are.</summary>
    public const string View = "indexer.view";

    /// <summary>Have indexers tested.</summary>
    public const string Test = "indexer.test";
}
