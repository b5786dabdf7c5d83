using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HomeDash.Procedures.Analyzers;

/// <summary>HD0017: no two names become one in JSON.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class JsonNameAnalyzer() : ProcedureAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = new(
        "HD0017",
        "Names that meet in JSON",
        "'{0}' and '{1}' both become '{2}' in JSON: rename one of them",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "JSON names are the C# names in camelCase; an object has each of its names once.",
        "docs/rules/HD0017.md");

    private protected override void Start(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        var seen = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        OnProcedure(context, known, (symbol, procedure) =>
        {
            LookAt(symbol, Signature.InputOf(procedure, known), procedure.Method);
            foreach (var part in Signature.PartsOf(procedure, known).Where(part => part.Form is TypeForm.Record or TypeForm.Scalar))
            {
                if (part.Type.WithoutNull() is INamedTypeSymbol { SpecialType: SpecialType.None } type && seen.TryAdd(type, true))
                {
                    LookAt(symbol, part.Form == TypeForm.Record ? TypeForms.PropertiesOf(type) : type.TypeKind == TypeKind.Enum ? EnumMembers.Of(type, known) : [], part.Symbol);
                }
            }
        });
    }

    private void LookAt(SymbolAnalysisContext context, IEnumerable<ISymbol> named, ISymbol user)
    {
        foreach (var same in named.GroupBy(symbol => JsonName.Of(symbol.Name), StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            var (first, second) = (same.First(), same.ElementAt(1));
            context.ReportDiagnostic(Found((second.At().IsInSource ? second : user).At(), first.Name, second.Name, same.Key));
        }
    }
}
