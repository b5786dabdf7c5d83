using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HomeDash.Procedures.Analyzers;

/// <summary>HD0008: what reads does not write.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WritesInQueryAnalyzer() : ProcedureAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = new(
        "HD0008",
        "Write in a query",
        "'{0}' is marked [Writes] and the {1} '{2}' calls it{3}: make it a [Mutation], or call something that only reads",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Queries are offered to read-only keys and run without approval; calls in helpers, lambdas and method groups of the whole project count too.",
        "docs/rules/HD0008.md",
        WellKnownDiagnosticTags.CompilationEnd);

    private protected override void Start(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        var graph = new CallGraph(context.Compilation, known);
        context.RegisterOperationAction(operation => graph.Add(operation.Operation, operation.ContainingSymbol), CallGraph.Kinds);
        context.RegisterCompilationEndAction(end =>
        {
            var writing = graph.Writing();
            foreach (var procedure in Procedure.AllIn(end.Compilation.Assembly.GlobalNamespace, known).Where(procedure => procedure.Kind != ProcedureKind.Mutation))
            {
                foreach (var (syntax, way) in writing[procedure.Method])
                {
                    end.ReportDiagnostic(Describe(procedure, syntax, way));
                }
            }
        });
    }

    private Diagnostic Describe(Procedure procedure, SyntaxNode syntax, IReadOnlyList<IMethodSymbol> way)
    {
        var write = way[way.Count - 1];
        var detour = way.Count == 1 ? "" : " by way of " + string.Join(", ", way.Take(way.Count - 1).Select(method => $"'{NameOf(method, procedure)}'"));
        return Found(syntax.GetLocation(), $"{write.ContainingType.Name}.{write.Name}", procedure.Kind.ToString().ToLowerInvariant(), procedure.Path, detour);
    }

    private static string NameOf(IMethodSymbol method, Procedure procedure)
    {
        var name = method.AssociatedSymbol?.Name ?? (method.MethodKind == MethodKind.Constructor ? "new" : method.Name);
        return method.ContainingType.Is(procedure.Method.ContainingType) ? name : $"{method.ContainingType.Name}.{name}";
    }
}
