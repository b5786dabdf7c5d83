using HomeDash.Procedures.Generator.Models;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>Procedure → the records, choices and enums that it needs read or written.</summary>
internal static class TypeFileTransform
{
    public static IEnumerable<TypeFileModel> Of(ProcedureModel procedure) => procedure.Inputs.SelectMany(input => input.Type.All).Select(type => (type, isInput: true))
        .Concat(procedure.Output.All.Select(type => (type, isInput: false)))
        .Where(each => each.type is RecordType or EnumType or ChoiceType)
        .Select(each => new TypeFileModel(procedure.Assembly, each.type, each.isInput));

    /// <summary>Each type once, read when any procedure has it in its input.</summary>
    public static IEnumerable<TypeFileModel> Distinct(IEnumerable<TypeFileModel> types) => types
        .GroupBy(type => type.JsonClass, StringComparer.OrdinalIgnoreCase).OrderBy(same => same.Key, StringComparer.Ordinal)
        .Select(same => same.First() with { IsInput = same.Any(type => type.IsInput) });
}
