using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HomeDash.Procedures.Analyzers;

/// <summary>HD0002: every parameter, and every property of a record in a signature, is described.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DescriptionAnalyzer() : ProcedureAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = new(
        "HD0002",
        "Missing description",
        "{0} has no description: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Schemas carry the descriptions; without one a caller has only a name to guess by.",
        "docs/rules/HD0002.md");

    private protected override void Start(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        // Many procedures share a record: each of its properties is looked at once.
        var seen = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        OnProcedure(context, known, (symbol, procedure) =>
        {
            foreach (var parameter in Signature.InputOf(procedure, known))
            {
                LookAtParameter(symbol, known, procedure, parameter);
            }

            foreach (var part in Signature.PartsOf(procedure, known))
            {
                if (part.Symbol is IPropertySymbol property ? seen.TryAdd(property, true) : part is { Symbol: IParameterSymbol, Property: not null })
                {
                    LookAtProperty(symbol, known, part.Property!, part.Symbol);
                }
            }
        });
    }

    private void LookAtParameter(SymbolAnalysisContext context, KnownSymbols known, Procedure procedure, IParameterSymbol parameter)
    {
        if (!Documentation.Describes(parameter, known, context.CancellationToken))
        {
            context.ReportDiagnostic(Found(
                parameter.At(),
                $"Parameter '{parameter.Name}' of '{procedure.Path}'",
                Documentation.Remedy(parameter, $"write <param name=\"{parameter.Name}\"> above '{procedure.Method.Name}'")));
        }
    }

    /// <param name="context">Takes the report.</param>
    /// <param name="known">The types that rules know.</param>
    /// <param name="property">The property.</param>
    /// <param name="at">Where to report it: the parameter that takes it, when the record is of another assembly.</param>
    private void LookAtProperty(SymbolAnalysisContext context, KnownSymbols known, IPropertySymbol property, ISymbol at)
    {
        if (!Documentation.Describes(property, known, context.CancellationToken))
        {
            var remedy = at is IParameterSymbol ? "put [Description] on it in its own assembly, comments do not reach here"
                : Documentation.IsPositional(property, context.CancellationToken)
                ? $"write <param name=\"{property.Name}\"> above '{property.ContainingType.Name}'"
                : $"write a <summary> above '{property.Name}'";
            context.ReportDiagnostic(Found(
                at.At(),
                $"Property '{property.Name}' of record '{property.ContainingType.Display()}'",
                Documentation.Remedy(at, remedy)));
        }
    }
}
