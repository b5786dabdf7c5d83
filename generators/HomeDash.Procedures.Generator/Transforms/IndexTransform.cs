using HomeDash.Procedures.Generator.Models;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>Procedures, routers and permissions → index.</summary>
internal static class IndexTransform
{
    public static ProcedureEntry EntryOf(ProcedureModel procedure) =>
        new(procedure.Namespace, procedure.Path, procedure.ProcedureClass, procedure.Router, procedure.Role, procedure.Completes);

    /// <summary>The paths that two methods claim, by their own name or by that of their classes: none of them is emitted.</summary>
    public static EquatableArray<string> Duplicates(EquatableArray<ProcedureEntry> entries) =>
        entries.GroupBy(entry => entry.ProcedureClass, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1)
            .SelectMany(same => same.Select(entry => entry.Path)).Distinct().ToEquatableArray();

    /// <summary>The index; null for an assembly that has no procedures.</summary>
    public static IndexModel? Of(
        AssemblyNames assembly, EquatableArray<ProcedureEntry> entries, EquatableArray<string> duplicates,
        EquatableArray<RouterModel> routers, EquatableArray<PermissionModel> permissions) =>
        routers.Count == 0 && permissions.Count == 0
            ? null
            : new(assembly, entries.Where(entry => !duplicates.Contains(entry.Path)).ToEquatableArray(), routers, permissions);
}
