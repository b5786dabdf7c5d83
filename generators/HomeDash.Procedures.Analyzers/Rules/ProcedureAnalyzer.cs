using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HomeDash.Procedures.Analyzers;

/// <summary>What all rules have in common: one diagnostic each, nothing to say about generated code or about projects without procedures.</summary>
public abstract class ProcedureAnalyzer : DiagnosticAnalyzer
{
    /// <summary>Category of every rule.</summary>
    protected const string Category = "HomeDash.Procedures";

    private readonly DiagnosticDescriptor rule;

    private protected ProcedureAnalyzer(DiagnosticDescriptor rule)
    {
        this.rule = rule;
        SupportedDiagnostics = [rule];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownSymbols.Of(start.Compilation) is { } known)
            {
                Start(start, known);
            }
        });
    }

    private protected abstract void Start(CompilationStartAnalysisContext context, KnownSymbols known);

    /// <summary>Looks at each procedure.</summary>
    private protected static void OnProcedure(CompilationStartAnalysisContext context, KnownSymbols known, Action<SymbolAnalysisContext, Procedure> look) =>
        context.RegisterSymbolAction(
            symbol =>
            {
                if (Procedure.Of((IMethodSymbol)symbol.Symbol, known) is { } procedure)
                {
                    look(symbol, procedure);
                }
            },
            SymbolKind.Method);

    /// <summary>Looks at the annotations of each parameter, and of each property of a record in an input.</summary>
    private protected static void OnAnnotations(CompilationStartAnalysisContext context, KnownSymbols known, Action<SymbolAnalysisContext, Annotated> look)
    {
        // Many procedures share a record: each of its properties is looked at once.
        var seen = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        OnProcedure(context, known, (symbol, procedure) =>
        {
            foreach (var parameter in procedure.Method.Parameters)
            {
                look(symbol, Annotated.Of(parameter));
            }

            foreach (var part in Signature.PartsOf(procedure, known))
            {
                if (part.Symbol is IPropertySymbol property && seen.TryAdd(property, true))
                {
                    look(symbol, Annotated.Of(property));
                }
            }
        });
    }

    private protected Diagnostic Found(Location location, params object[] words) => Diagnostic.Create(rule, location, words);
}
