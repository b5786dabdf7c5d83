using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HomeDash.Procedures.Analyzers;

/// <summary>HD0009: what MCP leaves out because of a secret, a person does on a page, and the procedure says which.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretPageAnalyzer() : ProcedureAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = new(
        "HD0009",
        "Secret without a page",
        "'{0}' carries a Secret in {1}, which keeps it off MCP: say where a person does it, for example Page = \"/tools/api\"",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A client that asks for such a procedure is answered with the address of the page; without one the answer would be a dead end.",
        "docs/rules/HD0009.md");

    private protected override void Start(CompilationStartAnalysisContext context, KnownSymbols known) =>
        OnProcedure(context, known, (symbol, procedure) =>
        {
            if (procedure.Attribute.Named("Page") is not string { Length: > 1 } page || page[0] != '/')
            {
                if (Signature.PartsOf(procedure, known).FirstOrDefault(part => part.Form == TypeForm.Secret) is { } secret)
                {
                    symbol.ReportDiagnostic(Found(procedure.Method.At(), procedure.Path, secret.Where));
                }
            }
        });
}
