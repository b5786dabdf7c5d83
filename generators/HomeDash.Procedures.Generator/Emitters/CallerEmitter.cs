using HomeDash.Procedures.Generator.Models;

namespace HomeDash.Procedures.Generator.Emitters;

/// <summary>The typed call of a procedure, as a part of its namespace's caller.</summary>
internal static class CallerEmitter
{
    public static void Emit(CodeWriter code, ProcedureModel procedure)
    {
        var inputs = procedure.Parameters.Where(parameter => parameter.Input is not null).ToArray();
        var isStream = procedure.Returns == ReturnShape.Stream;
        var result = isStream ? "global::System.Collections.Generic.IAsyncEnumerable" : "global::System.Threading.Tasks.Task";
        var parameters = inputs.Select(Declared).Append($"{Names.Token} cancellationToken = default");
        code.Block($"public sealed partial class {CallerNames.Calls(procedure.Assembly, procedure.Namespace)}", () =>
        {
            code.Line($"/// <summary>{Xml.Escaped(procedure.Description)}</summary>");
            foreach (var parameter in inputs)
            {
                code.Line($"/// <param name=\"{parameter.Name.TrimStart('@')}\">{Xml.Escaped(parameter.Input!.Description!)}</param>");
            }

            code.Line("/// <param name=\"cancellationToken\">Ends the call.</param>");
            code.Line($"/// <exception cref=\"{Names.Room}ProcedureException\">{(isStream ? "While reading: the call failed" : "The call failed")}.</exception>");
            code.Line($"{(procedure.IsPublic ? "public" : "internal")} {result}<{procedure.Output.CSharp}> {procedure.Method}Async({string.Join(", ", parameters)}) =>");
            code.Indented(() => code.Line(
                $"this.calls.{(isStream ? "Stream" : "Call")}Async(global::{procedure.Assembly.Generated}.{procedure.ProcedureClass}.Instance, "
                + $"new global::{procedure.Assembly.Generated}.{procedure.InputClass}({string.Join(", ", inputs.Select(parameter => parameter.Name))}), cancellationToken);"));
        });
    }

    private static string Declared(ParameterModel parameter) =>
        $"{parameter.Input!.CSharpType} {parameter.Name}{(parameter.Input.Default is { } @default ? $" = {@default.CSharp}" : "")}";
}
