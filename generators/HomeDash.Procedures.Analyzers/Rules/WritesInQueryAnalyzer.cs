using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HomeDash.Procedures.Analyzers;

/// <summary>HD0008: what reads does not write.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WritesInQueryAnalyzer() : ProcedureAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = new(
        "HD0008",
        "Write in a query",
        "'{0}' is marked [Writes] and the {1} '{2}' calls it{3}: make it a [Mutation], or call something that only reads",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Queries are offered to read-only keys and run without approval; calls in helpers, lambdas and method groups of the router count too.",
        "docs/rules/HD0008.md");

    private protected override void Start(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterSymbolStartAction(
            router =>
            {
                if (router.Symbol.Attribute(known.Router) is null)
                {
                    return;
                }

                var uses = new ConcurrentBag<Use>();
                router.RegisterOperationAction(
                    operation => uses.Add(new(Declaration(operation.ContainingSymbol), Called(operation.Operation), operation.Operation.Syntax)),
                    OperationKind.Invocation,
                    OperationKind.MethodReference);
                router.RegisterSymbolEndAction(end => Report(end, known, uses.ToLookup(use => use.By, SymbolEqualityComparer.Default)));
            },
            SymbolKind.NamedType);

    private void Report(SymbolAnalysisContext context, KnownSymbols known, ILookup<ISymbol, Use> uses)
    {
        foreach (var method in ((INamedTypeSymbol)context.Symbol).GetMembers().OfType<IMethodSymbol>())
        {
            if (Procedure.Of(method, known) is { Kind: not ProcedureKind.Mutation } procedure)
            {
                Report(context, known, uses, procedure);
            }
        }
    }

    private void Report(SymbolAnalysisContext context, KnownSymbols known, ILookup<ISymbol, Use> uses, Procedure procedure)
    {
        var reached = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { procedure.Method };
        var next = new Queue<ISymbol>(reached);
        while (next.Count > 0)
        {
            foreach (var use in uses[next.Dequeue()])
            {
                if (IsWrite(use.Of, known))
                {
                    var detour = use.By.Is(procedure.Method) ? "" : $" by way of '{use.By.Name}'";
                    context.ReportDiagnostic(Found(
                        use.Syntax.GetLocation(), $"{use.Of.ContainingType.Name}.{use.Of.Name}", procedure.Kind.ToString().ToLowerInvariant(), procedure.Path, detour));
                }
                else if (use.Of.ContainingType.Is(context.Symbol) && reached.Add(use.Of))
                {
                    next.Enqueue(use.Of);
                }
            }
        }
    }

    private static bool IsWrite(IMethodSymbol method, KnownSymbols known)
    {
        for (var declaration = method; declaration is not null; declaration = declaration.OverriddenMethod)
        {
            if (declaration.Attribute(known.Writes) is not null)
            {
                return true;
            }
        }

        // A class may be called directly where only the interface that it implements carries the mark.
        return method.ContainingType.AllInterfaces
            .SelectMany(face => face.GetMembers(method.Name))
            .Any(member => member.Attribute(known.Writes) is not null && method.Is(method.ContainingType.FindImplementationForInterfaceMember(member)));
    }

    private static IMethodSymbol Called(IOperation operation) =>
        (IMethodSymbol)Declaration((operation is IInvocationOperation call ? call.TargetMethod : ((IMethodReferenceOperation)operation).Method).OriginalDefinition);

    /// <summary>The part of a partial method that the class lists as its member.</summary>
    private static ISymbol Declaration(ISymbol symbol) => (symbol as IMethodSymbol)?.PartialDefinitionPart ?? symbol;

    private sealed record Use(ISymbol By, IMethodSymbol Of, SyntaxNode Syntax);
}
