using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Who can be given access.</summary>
public enum GrantHolderKind
{
    /// <summary>One user.</summary>
    User,

    /// <summary>All members of a group.</summary>
    Group,
}

/// <summary>A user or a group that is given access.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Id">The user's or group's id.</param>
internal sealed record GrantHolder(GrantHolderKind Kind, string Id)
{
    /// <summary>A user.</summary>
    public static GrantHolder Of(UserRef user) => new(GrantHolderKind.User, user.Resolved!.Id);

    /// <summary>A group.</summary>
    public static GrantHolder Of(GroupRef group) => new(GrantHolderKind.Group, group.Resolved!.Id);

    /// <summary>The one of both that was named.</summary>
    /// <exception cref="ProcedureException">Both were, or neither.</exception>
    public static GrantHolder OneOf(UserRef? user, GroupRef? group) => (user, group) switch
    {
        ({ } one, null) => Of(one),
        (null, { } several) => Of(several),
        _ => throw ProcedureErrors.InvalidInput("user", "Give either a user or a group, and not both."),
    };
}

/// <summary>How far the access goes that is given to somebody.</summary>
public enum GrantedAccess
{
    /// <summary>No access.</summary>
    None,

    /// <summary>See it and read what it says.</summary>
    Use,

    /// <summary>Drive it: start, stop, pause, switch; of a board, change it.</summary>
    Interact,

    /// <summary>Configure, share and delete it.</summary>
    Full,
}

/// <summary>What is given, as it is kept.</summary>
internal static class GrantedAccesses
{
    /// <summary>The level that is stored; null when there is to be none.</summary>
    public static Access? AsAccess(this GrantedAccess access) => access == GrantedAccess.None ? null : Enum.Parse<Access>(access.ToString());
}

/// <summary>The access that a user or a group has been given to something.</summary>
/// <param name="Holder">Whether a user or a group has it.</param>
/// <param name="Id">The user's or group's id.</param>
/// <param name="Name">The user's or group's name.</param>
/// <param name="Level">How far it goes: use, interact or full. Each includes those before it.</param>
/// <param name="OnAll">Whether it is access to everything of the kind, and not to this one thing.</param>
public sealed record AccessGrant(GrantHolderKind Holder, string Id, string Name, Access Level, bool OnAll);
