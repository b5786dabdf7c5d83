namespace HomeDash.Procedures.Generator.Models;

/// <summary>What the index says of one procedure: no more than its names, so that it stays the same while the procedure is worked on.</summary>
internal sealed record ProcedureEntry(string Namespace, string Path, string ProcedureClass, string Router, ProcedureRole Role, string? Completes);

/// <summary>What the index says of one router.</summary>
internal sealed record RouterModel(string Namespace, string Type, string Summary);

/// <summary>One permission.</summary>
internal sealed record PermissionModel(string Name, string Description);

/// <summary>What a type is by its attributes.</summary>
/// <param name="Router">The router, if it is one.</param>
/// <param name="Permissions">The permissions, if it is a set of them.</param>
internal sealed record AttributedTypeModel(RouterModel? Router, EquatableArray<PermissionModel> Permissions);

/// <summary>The whole index.</summary>
internal sealed record IndexModel(
    AssemblyNames Assembly, EquatableArray<ProcedureEntry> Procedures, EquatableArray<RouterModel> Routers, EquatableArray<PermissionModel> Permissions)
{
    /// <summary>What the routers' methods with one role are.</summary>
    public IEnumerable<ProcedureEntry> With(ProcedureRole role) => Procedures.Where(procedure => procedure.Role == role);
}

/// <summary>A record, choice or enum with the classes that read and write it.</summary>
/// <param name="Assembly">The assembly it is emitted into.</param>
/// <param name="Type">The record, choice or enum.</param>
/// <param name="IsInput">Whether an input holds it, so that it has to be read too.</param>
internal sealed record TypeFileModel(AssemblyNames Assembly, WireType Type, bool IsInput)
{
    public string JsonClass => Type switch
    {
        RecordType record => record.JsonClass,
        EnumType @enum => @enum.JsonClass,
        ChoiceType choice => choice.JsonClass,
        _ => "",
    };
}
