using HomeDash.Components.Shared;

namespace HomeDash.Components.Groups;

/// <summary>Permissions to tick, under their namespaces.</summary>
internal static class PermissionChoices
{
    /// <summary>Every permission that a group can be given, and those that this one holds and nobody declares any more.</summary>
    public static IEnumerable<Choice> Of(IReadOnlyList<PermissionInfo> declared, IReadOnlyList<string> held) =>
        declared.Where(permission => permission.Grantable).Select(permission => Of(permission.Name, permission.Description, held))
            .Concat(held.Except(declared.Select(permission => permission.Name)).Select(gone => Of(gone, "Nothing asks for it any more.", held)))
            .OrderBy(choice => choice.Value, StringComparer.Ordinal);

    private static Choice Of(string name, string description, IReadOnlyList<string> held) =>
        new(name, name, held.Contains(name)) { Description = description, Section = name.Split('.')[0] };
}
