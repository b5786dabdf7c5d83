using HomeDash.Procedures.Generator.Models;

namespace HomeDash.Procedures.Generator.Emitters;

/// <summary>The way from the pipeline to the router's method: resolving targets, and the call itself.</summary>
internal static class DispatchEmitter
{
    public static void Resolve(CodeWriter code, ProcedureModel procedure)
    {
        var targets = procedure.Parameters.Where(parameter => parameter.Target is not null).ToArray();
        if (targets.Length == 0)
        {
            return;
        }

        code.Line().Block($"protected override async global::System.Threading.Tasks.ValueTask<{procedure.InputClass}> ResolveAsync("
            + $"{procedure.InputClass} input, {Names.Room}TargetScope targets, {Names.Token} cancellationToken)", () =>
            code.Block("return input with", () =>
            {
                foreach (var target in targets)
                {
                    code.Line($"{target.Input!.Name} = {Resolved(target)},");
                }
            }, "};"));
    }

    public static void Run(CodeWriter code, ProcedureModel procedure)
    {
        var arguments = string.Join(", ", procedure.Parameters.Select(parameter => parameter.Source switch
        {
            ParameterSource.Context => "context",
            ParameterSource.CancellationToken => "cancellationToken",
            _ => $"input.{parameter.Input!.Name}",
        }));
        var call = $"global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<{procedure.Router}>(services).{Naming.Escaped(procedure.Method)}({arguments})";
        var (name, type) = procedure.Returns == ReturnShape.Stream
            ? ("StreamAsync", $"global::System.Collections.Generic.IAsyncEnumerable<{procedure.Output.CSharp}>")
            : ("RunAsync", $"global::System.Threading.Tasks.ValueTask<{procedure.Output.CSharp}>");
        code.Line().Line($"protected override {type} {name}({Names.Services} services, {procedure.InputClass} input, {Names.Room}ProcedureContext context, {Names.Token} cancellationToken) =>");
        code.Indented(() => code.Line(procedure.Returns is ReturnShape.Task or ReturnShape.Value ? $"new({call});" : $"{call};"));
    }

    private static string Resolved(ParameterModel parameter)
    {
        var input = parameter.Input!;
        var call = $"await targets.ResolveAsync<{parameter.Target!.CSharp}>({(input.Nullable && input.Type is ListType ? "given" : $"input.{input.Name}")}, {Names.Room}Access.{parameter.Access}, cancellationToken).ConfigureAwait(false)";
        return input.Type switch
        {
            ListType list => (input.Nullable ? $"input.{input.Name} is {{ }} given{input.Name} ? " : "")
                + Collected(list, call.Replace("(given,", $"(given{input.Name},"), parameter.Target.CSharp) + (input.Nullable ? " : null" : ""),
            _ => input.Nullable ? call : $"({call})!",
        };
    }

    /// <summary>The pipeline hands back a read-only list; a parameter may want a list or an array of its own.</summary>
    private static string Collected(ListType list, string resolved, string target) =>
        list.IsArray ? $"global::System.Linq.Enumerable.ToArray({resolved})"
        : list.CSharp.StartsWith("global::System.Collections.Generic.IReadOnly", StringComparison.Ordinal)
            || list.CSharp.StartsWith("global::System.Collections.Generic.IEnumerable", StringComparison.Ordinal) ? resolved
        : $"new global::System.Collections.Generic.List<{target}>({resolved})";
}
