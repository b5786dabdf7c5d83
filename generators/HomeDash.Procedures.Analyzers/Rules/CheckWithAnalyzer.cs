using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HomeDash.Procedures.Analyzers;

/// <summary>HD0010: a mutation that may go on in the background names the query that tells how it is going.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CheckWithAnalyzer() : ProcedureAnalyzer(Rule)
{
    /// <summary>A run that is not answered by then goes on in the background or is ended.</summary>
    private const double LongestWithoutCheck = 8;

    private static readonly DiagnosticDescriptor Rule = new(
        "HD0010",
        "Long mutation without a query to check with",
        "The mutation '{0}' {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A caller who is answered 'running' needs the call that tells how the work is going.",
        "docs/rules/HD0010.md");

    private protected override void Start(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        var compilation = context.Compilation;
        var kinds = new Lazy<ILookup<string, ProcedureKind>>(() => Procedure
            .AllIn(compilation.Assembly.GlobalNamespace, known)
            .ToLookup(procedure => procedure.Path, procedure => procedure.Kind, StringComparer.Ordinal));
        OnProcedure(context, known, (symbol, procedure) =>
        {
            if (procedure.Kind == ProcedureKind.Mutation && Fault(procedure, kinds) is { } fault)
            {
                var location = procedure.Attribute.ArgumentLocation(fault.Argument, symbol.CancellationToken);
                symbol.ReportDiagnostic(Found(location ?? procedure.Method.At(), procedure.Path, fault.Remedy));
            }
        });
    }

    private static (string Argument, string Remedy)? Fault(Procedure procedure, Lazy<ILookup<string, ProcedureKind>> kinds) =>
        procedure.Attribute.Named("CheckWith") switch
        {
            null when procedure.Attribute.Named("DeadlineSeconds") is double seconds and > LongestWithoutCheck =>
                ("DeadlineSeconds", $"may take {seconds.ToString(System.Globalization.CultureInfo.InvariantCulture)} s: name in CheckWith the query that tells how it is going"),
            string path when !kinds.Value[path].Contains(ProcedureKind.Query) =>
                ("CheckWith", $"is to be checked with '{path}', which is {(kinds.Value.Contains(path) ? "not a query" : "no procedure of this project")}: name the path of a query"),
            _ => null,
        };
}
