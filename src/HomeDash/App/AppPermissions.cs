using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What may be done with apps.</summary>
[PermissionSet]
public static class AppPermissions
{
    /// <summary>See the apps.</summary>
    public const string View = "app.view";

    /// <summary>Ask apps now whether they answer.</summary>
    public const string Ping = "app.ping";

    /// <summary>Add apps.</summary>
    public const string Create = "app.create";

    /// <summary>Change apps.</summary>
    public const string Modify = "app.modify";

    /// <summary>Delete apps.</summary>
    public const string Delete = "app.delete";
}
