using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HomeDash.Procedures.Analyzers;

/// <summary>HD0004: no two procedures of an assembly become the same tool.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UniquePathAnalyzer() : ProcedureAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = new(
        "HD0004",
        "Duplicate path",
        "'{0}' and '{1}' both become '{2}': rename one of them",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A path names one procedure on every surface; overloads and routers that share a namespace must not meet in it.",
        "docs/rules/HD0004.md");

    private protected override void Start(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        var compilation = context.Compilation;
        var byToolName = new Lazy<ILookup<string, Procedure>>(() =>
            Procedure.AllIn(compilation.Assembly.GlobalNamespace, known).ToLookup(procedure => procedure.ToolName, StringComparer.Ordinal));
        OnProcedure(context, known, (symbol, procedure) =>
        {
            if (byToolName.Value[procedure.ToolName].FirstOrDefault(other => !other.Method.Is(procedure.Method)) is { } twin)
            {
                symbol.ReportDiagnostic(Found(procedure.Method.At(), procedure.Method.Display(), twin.Method.Display(), procedure.Path));
            }
        });
    }
}
