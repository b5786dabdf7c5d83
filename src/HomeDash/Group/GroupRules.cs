using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What may be done with groups, and what not.</summary>
internal static class GroupRules
{
    /// <summary>The name without spaces around it.</summary>
    /// <exception cref="ProcedureException">It is blank, or holds what cannot be seen.</exception>
    public static string Name(string given) => given.Trim() is { Length: > 0 } name && !name.Any(char.IsControl)
        ? name
        : throw ProcedureErrors.InvalidInput("name", "Give 1 to 64 characters that can be seen.");

    /// <exception cref="ProcedureException">The group came with HomeDash.</exception>
    public static void RequireOwn(GroupDetails group)
    {
        if (group.BuiltIn)
        {
            throw Wrong($"'{group.Name}' came with HomeDash and is neither renamed nor deleted.");
        }
    }

    /// <exception cref="ProcedureException">All users belong to the group, and always will.</exception>
    public static void RequireMembership(GroupDetails group)
    {
        if (group.Id == BuiltInGroups.Everyone)
        {
            throw Wrong($"All users belong to '{group.Name}', and always will. Make a group of its own for some of them with group.create.");
        }
    }

    /// <exception cref="ProcedureException">The group's rights are fixed.</exception>
    public static void RequirePermissions(GroupDetails group)
    {
        if (group.Id == BuiltInGroups.Administrators)
        {
            throw Wrong($"'{group.Name}' may do everything, and nothing can be added or taken away. Give and take rights by who belongs to it.");
        }
    }

    private static ProcedureException Wrong(string message) => new(new(ProcedureErrorCode.Conflict, ErrorReason.WrongState, message));
}
