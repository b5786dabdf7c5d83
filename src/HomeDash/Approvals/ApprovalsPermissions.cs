using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What may be done with approvals.</summary>
[PermissionSet]
public static class ApprovalsPermissions
{
    /// <summary>See and follow one's own calls that wait for approval, and decide those that a rule leaves to the caller.</summary>
    public const string Own = "approvals.own";

    /// <summary>See and decide everybody's calls that wait for approval.</summary>
    public const string Decide = "approvals.decide";

    /// <summary>Say by rules which calls wait for approval.</summary>
    public const string Rules = "approvals.rules";
}
