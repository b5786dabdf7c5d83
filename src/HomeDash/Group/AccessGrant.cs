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
}

/// <summary>The access that a user or a group has been given to something.</summary>
/// <param name="Holder">Whether a user or a group has it.</param>
/// <param name="Id">The user's or group's id.</param>
/// <param name="Name">The user's or group's name.</param>
/// <param name="Level">How far it goes: use, interact or full. Each includes those before it.</param>
/// <param name="OnAll">Whether it is access to everything of the kind, and not to this one thing.</param>
public sealed record AccessGrant(GrantHolderKind Holder, string Id, string Name, Access Level, bool OnAll);
