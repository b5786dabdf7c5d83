using HomeDash.Procedures;

namespace HomeDash;

/// <summary>A group of users, who may what the group may.</summary>
/// <param name="Id">Its id, which never changes.</param>
/// <param name="Name">What people call it.</param>
/// <param name="BuiltIn">Whether it came with HomeDash: <c>administrators</c>, who may do everything, and <c>everyone</c>, to which all users belong. They are neither renamed nor deleted.</param>
/// <param name="Members">How many users belong to it.</param>
/// <param name="Permissions">How many permissions it gives.</param>
public sealed record UserGroup(string Id, string Name, bool BuiltIn, int Members, int Permissions);

/// <summary>A group with everything that it gives to whom.</summary>
/// <param name="Id">Its id, which never changes.</param>
/// <param name="Name">What people call it.</param>
/// <param name="BuiltIn">Whether it came with HomeDash: <c>administrators</c>, who may do everything, and <c>everyone</c>, to which all users belong. They are neither renamed nor deleted.</param>
/// <param name="Members">The users who belong to it, in the order of their names.</param>
/// <param name="Permissions">The permissions that it gives, sorted. <c>admin</c> includes all others.</param>
/// <param name="Access">The access to single things that it gives.</param>
public sealed record GroupDetails(
    string Id, string Name, bool BuiltIn, IReadOnlyList<GroupMember> Members, IReadOnlyList<string> Permissions, IReadOnlyList<TargetAccess> Access);

/// <summary>A user who belongs to a group.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Name">The user's name.</param>
public sealed record GroupMember(string Id, string Name);

/// <summary>Access to one thing, or to everything of its kind.</summary>
/// <param name="Kind">What it is, for example <c>integration</c>.</param>
/// <param name="Id">Its id; <c>*</c> for everything of the kind.</param>
/// <param name="Name">What people call it; absent for everything of the kind.</param>
/// <param name="Level">How far the access goes: use, interact or full. Each includes those before it, and of several the highest counts.</param>
/// <param name="Group">The name of the group that gives it; absent when it is the holder's own.</param>
public sealed record TargetAccess(string Kind, string Id, string? Name, Access Level, string? Group);

/// <summary>A permission, and what it is good for.</summary>
/// <param name="Name">Its name, for example <c>docker.control</c>.</param>
/// <param name="Description">What holding it allows.</param>
/// <param name="Grantable">Whether a group can be given it. Administrators' rights come from belonging to the group <c>administrators</c> alone.</param>
/// <param name="Procedures">The paths of the procedures that need it.</param>
public sealed record PermissionInfo(string Name, string Description, bool Grantable, IReadOnlyList<string> Procedures);
