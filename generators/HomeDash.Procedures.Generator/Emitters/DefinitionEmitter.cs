using HomeDash.Procedures.Generator.Models;

namespace HomeDash.Procedures.Generator.Emitters;

/// <summary>The definition of a procedure, with its schemas as constants.</summary>
internal static class DefinitionEmitter
{
    public static void Emit(CodeWriter code, ProcedureModel procedure)
    {
        code.Line($"private const string InputSchema = \"\"\"{SchemaEmitter.Input(procedure)}\"\"\";").Line();
        code.Line($"private const string OutputSchema = \"\"\"{SchemaEmitter.Output(procedure)}\"\"\";").Line();
        code.Block($"private static readonly {Names.Room}ProcedureDefinition Described = new()", () =>
        {
            foreach (var (name, value) in Members(procedure).Where(member => member.Value is not null))
            {
                code.Line($"{name} = {value},");
            }

            Parameters(code, [.. procedure.Parameters.Where(parameter => parameter.Input is not null)]);
            Resources(code, procedure);
            code.Line("InputSchema = InputSchema,").Line("OutputSchema = OutputSchema,");
        }, "};").Line();
        code.Line($"public override {Names.Room}ProcedureDefinition Definition => Described;");
    }

    private static IEnumerable<(string Name, string? Value)> Members(ProcedureModel procedure) =>
    [
        ("Path", Literals.CSharp(procedure.Path)),
        ("Title", Literals.CSharp(procedure.Title)),
        ("Description", Literals.CSharp(procedure.Description)),
        ("Kind", $"{Names.Room}ProcedureKind.{procedure.Kind}"),
        ("Effect", procedure.Effect is null ? null : $"{Names.Room}Effect.{procedure.Effect}"),
        ("Idempotent", procedure.Idempotent ? "true" : null),
        ("Permission", Literals.CSharp(procedure.Permission)),
        ("Deadline", procedure.DeadlineSeconds is null ? null : $"global::System.TimeSpan.FromSeconds({procedure.DeadlineSeconds}d)"),
        ("CheckWith", procedure.CheckWith is null ? null : Literals.CSharp(procedure.CheckWith)),
        ("CarriesSecret", procedure.CarriesSecret ? "true" : null),
        ("Page", procedure.Page is null ? null : Literals.CSharp(procedure.Page)),
    ];

    private static void Resources(CodeWriter code, ProcedureModel procedure)
    {
        if (procedure.Resources.Count == 0)
        {
            return;
        }

        code.Block($"Resources = new {Names.Room}ResourceDefinition[]", () =>
        {
            foreach (var resource in procedure.Resources)
            {
                code.Line($"new({Literals.CSharp(resource.Uri)}) {{ {string.Join(", ", Members(resource).Where(member => member.Value is not null).Select(member => $"{member.Name} = {member.Value}"))} }},");
            }
        }, "},");
    }

    private static IEnumerable<(string Name, string? Value)> Members(ResourceModel resource) =>
    [
        ("Title", resource.Title is null ? null : Literals.CSharp(resource.Title)),
        ("Input", resource.Input is null ? null : Literals.CSharp(resource.Input)),
        ("Lines", resource.Lines is null ? null : Literals.CSharp(resource.Lines)),
        ("Topics", resource.Topics.Count == 0 ? null : $"new[] {{ {string.Join(", ", resource.Topics.Select(Literals.CSharp))} }}"),
    ];

    private static void Parameters(CodeWriter code, IReadOnlyList<ParameterModel> parameters)
    {
        if (parameters.Count == 0)
        {
            return;
        }

        code.Block("Parameters = new global::HomeDash.Procedures.ParameterDefinition[]", () =>
        {
            foreach (var parameter in parameters)
            {
                var noun = parameter.Target is null ? "" : $", {parameter.Target.CSharp}.Noun";
                code.Line($"new({Literals.CSharp(parameter.Input!.JsonName)}, {Literals.CSharp(parameter.Input.Description)}, {(parameter.Input.IsOptional ? "false" : "true")}{noun}),");
            }
        }, "},");
    }
}
