using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HomeDash.Procedures.Analyzers;

/// <summary>HD0014: a pattern means the same to every client, and never takes for ever.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PatternAnalyzer() : ProcedureAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = new(
        "HD0014",
        "Pattern that clients cannot share",
        "The pattern of {0} {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The pattern goes into the schema, where ECMAScript and Python read it too; one that backtracks without end lets a caller stop the house.",
        "docs/rules/HD0014.md");

    private protected override void Start(CompilationStartAnalysisContext context, KnownSymbols known) =>
        OnAnnotations(context, known, (symbol, annotated) =>
        {
            foreach (var attribute in annotated.Attributes.Where(attribute => attribute.AttributeClass?.Name == "RegularExpressionAttribute"))
            {
                if (attribute.FirstText() is { } pattern && Annotations.IsPattern(pattern) && Fault(pattern) is { } fault)
                {
                    symbol.ReportDiagnostic(Found(attribute.ArgumentLocation(name: null, symbol.CancellationToken) ?? annotated.Symbol.At(), annotated.What, fault));
                }
            }
        });

    private static string? Fault(string pattern)
    {
        var parsed = Pattern.Parse(pattern);
        return parsed.Fault
            ?? (Backtracking.IsCatastrophic(parsed.Root!) ? "can match one text in very many ways, which takes for ever: let each repetition begin with something that the one before it cannot hold" : null);
    }
}
