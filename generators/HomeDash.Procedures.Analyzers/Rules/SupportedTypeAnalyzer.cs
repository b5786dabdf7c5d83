using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HomeDash.Procedures.Analyzers;

/// <summary>HD0003: every type in a signature has a JSON form.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SupportedTypeAnalyzer() : ProcedureAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = new(
        "HD0003",
        "Unsupported type",
        "The type '{0}' of {1} has no JSON form: {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The generator writes a schema, a reader and a writer for each type of a signature, and knows a closed list of them.",
        "docs/rules/HD0003.md");

    private protected override void Start(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        var seen = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        OnProcedure(context, known, (symbol, procedure) =>
        {
            foreach (var part in Signature.PartsOf(procedure, known).Where(part => part.Remedy is not null))
            {
                // Many procedures share a record: each of its properties is reported once.
                if (part.Symbol is not IPropertySymbol property || seen.TryAdd(property, true))
                {
                    symbol.ReportDiagnostic(Found(part.Symbol.At(), part.Type.Display(), part.Where, part.Remedy!));
                }
            }
        });
    }
}
