using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What may be done with boards. Which boards is up to the access to each.</summary>
[PermissionSet]
public static class BoardPermissions
{
    /// <summary>See boards that are public or shared with one.</summary>
    public const string View = "board.view";

    /// <summary>Create boards, which are then one's own.</summary>
    public const string Create = "board.create";

    /// <summary>Change boards that one has access to for it.</summary>
    public const string Modify = "board.modify";
}
