using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HomeDash.Procedures.Analyzers;

/// <summary>HD0018: an object has at most 64 properties.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SizeAnalyzer() : ProcedureAnalyzer(Rule)
{
    private const int Most = 64;

    private static readonly DiagnosticDescriptor Rule = new(
        "HD0018",
        "Too many properties",
        "{0} has {1} {2} where the reader takes 64: put those that belong together into a record of their own",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "An input notes what was given in the bits of one number, and no caller fills in more than that.",
        "docs/rules/HD0018.md");

    private protected override void Start(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        var seen = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        OnProcedure(context, known, (symbol, procedure) =>
        {
            if (Signature.InputOf(procedure, known).Count() is > Most and var parameters)
            {
                symbol.ReportDiagnostic(Found(procedure.Method.At(), $"'{procedure.Path}'", parameters, "parameters"));
            }

            foreach (var part in Signature.PartsOf(procedure, known).Where(part => part.Form == TypeForm.Record))
            {
                var record = (INamedTypeSymbol)part.Type.WithoutNull();
                if (TypeForms.PropertiesOf(record).Count() is > Most and var properties && seen.TryAdd(record, true))
                {
                    symbol.ReportDiagnostic(Found((record.At().IsInSource ? record : part.Symbol).At(), $"'{record.Display()}'", properties, "properties"));
                }
            }
        });
    }
}
