using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What a group can be allowed to do with DNS blockers.</summary>
[PermissionSet]
public static class DnsHolePermissions
{
    /// <summary>See whether domains are blocked, which ones and how many.</summary>
    public const string View = "dnsHole.view";

    /// <summary>Switch blocking on and off.</summary>
    public const string Control = "dnsHole.control";
}
