using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HomeDash.Procedures.Analyzers;

/// <summary>HD0016: an annotation limits what it stands on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AnnotationAnalyzer() : ProcedureAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = new(
        "HD0016",
        "Annotation that makes no sense",
        "[{0}] on {1} {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The generator turns annotations into schema and checks; one that it cannot turn would be a promise that nobody keeps.",
        "docs/rules/HD0016.md");

    private protected override void Start(CompilationStartAnalysisContext context, KnownSymbols known) =>
        OnAnnotations(context, known, (symbol, annotated) =>
        {
            foreach (var attribute in annotated.Attributes)
            {
                if (Annotations.Fault(attribute, annotated.Type, annotated.Default, known) is { } fault)
                {
                    symbol.ReportDiagnostic(Found(
                        attribute.Location(symbol.CancellationToken) ?? annotated.Symbol.At(), attribute.AttributeClass!.Name.Replace("Attribute", ""), annotated.What, fault));
                }
            }
        });
}
