using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The permissions that are declared, by HomeDash and by whatever else brought procedures along.</summary>
internal sealed class PermissionList(ProcedureCatalog catalog)
{
    /// <summary>All of them, sorted by name, each with the procedures that need it.</summary>
    public IReadOnlyList<PermissionInfo> All()
    {
        var needed = catalog.Procedures.ToLookup(procedure => procedure.Definition.Permission, procedure => procedure.Definition.Path, StringComparer.Ordinal);
        return [.. catalog.Permissions.Select(permission => new PermissionInfo(permission.Name, permission.Description, IsGrantable(permission.Name), [.. needed[permission.Name]]))];
    }

    /// <summary>Accepts permissions that a group can be given.</summary>
    /// <exception cref="ProcedureException">Names each that is not declared, with those that are like it, and each that no group can be given.</exception>
    public void RequireGrantable(IReadOnlyList<string> permissions) =>
        Refuse(permissions, name => !IsGrantable(name)
            ? $"'{name}' cannot be given to a group. Make a user an administrator with group.addMembers on the group '{BuiltInGroups.Administrators}'."
            : IsDeclared(name) ? null : Unknown(name));

    /// <summary>Accepts permissions that are declared or that the group holds, whoever declared them once.</summary>
    /// <exception cref="ProcedureException">Names each that is neither, with those that are like it.</exception>
    public void RequireKnown(IReadOnlyList<string> permissions, IReadOnlyList<string> held) =>
        Refuse(permissions, name => IsDeclared(name) || held.Contains(name) ? null : Unknown(name));

    private static bool IsGrantable(string name) => name != Caller.AdministratorPermission;

    private bool IsDeclared(string name) => catalog.Permissions.Any(permission => permission.Name == name);

    private string Unknown(string name) =>
        ProcedureErrors.NotFound("permission", name, catalog.Permissions.Select(permission => permission.Name), new("group.permissions")).Message;

    private static void Refuse(IReadOnlyList<string> permissions, Func<string, string?> problemOf)
    {
        InputProblem[] problems =
        [
            .. permissions.Select((name, index) => (index, Message: problemOf(name))).Where(found => found.Message is not null)
                .Select(found => new InputProblem($"permissions[{found.index}]", found.Message!)),
        ];
        if (problems.Length > 0)
        {
            throw ProcedureErrors.InvalidInput(problems);
        }
    }
}
