using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HomeDash.Procedures.Analyzers;

/// <summary>HD0001: routers, procedures and permissions say what they are.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SummaryAnalyzer() : ProcedureAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = new(
        "HD0001",
        "Missing summary",
        "{0} has no summary: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The summary is the description that people and models choose a procedure by.",
        "docs/rules/HD0001.md");

    private protected override void Start(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        OnProcedure(context, known, (symbol, procedure) => Require(symbol, known, $"Procedure '{procedure.Path}'", "says in full sentences what it does"));
        context.RegisterSymbolAction(
            symbol =>
            {
                if (symbol.Symbol.Attribute(known.Router) is not null)
                {
                    Require(symbol, known, $"Router '{symbol.Symbol.Name}'", "says what its namespace holds");
                }
            },
            SymbolKind.NamedType);
        context.RegisterSymbolAction(
            symbol =>
            {
                if (symbol.Symbol is IFieldSymbol { IsConst: true, Type.SpecialType: SpecialType.System_String }
                    && symbol.Symbol.ContainingType.Attribute(known.PermissionSet) is not null)
                {
                    Require(symbol, known, $"Permission '{symbol.Symbol.Name}'", "says what holding it allows");
                }
            },
            SymbolKind.Field);
    }

    private void Require(SymbolAnalysisContext context, KnownSymbols known, string what, string text)
    {
        if (!Documentation.HasSummary(context.Symbol, known, context.CancellationToken))
        {
            var remedy = Documentation.Remedy(context.Symbol, $"write a <summary> above '{context.Symbol.Name}' that {text}");
            context.ReportDiagnostic(Found(context.Symbol.At(), what, remedy));
        }
    }
}
