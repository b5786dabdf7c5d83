using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HomeDash.Procedures.Analyzers;

/// <summary>HD0020: a method marked <c>[RegistersEvery]</c> names every implementation that its assembly has.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RegistrationAnalyzer() : ProcedureAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = new(
        "HD0020",
        "Implementation not registered",
        "'{0}' registers every {1}, and leaves out {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "What is written and not registered is missing without a word; people would look for it in vain.",
        "docs/rules/HD0020.md");

    private protected override void Start(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterOperationAction(
            body =>
            {
                if (body.ContainingSymbol is not IMethodSymbol method
                    || method.Attribute(known.RegistersEvery)?.ConstructorArguments.FirstOrDefault().Value is not INamedTypeSymbol every)
                {
                    return;
                }

                var named = new HashSet<ISymbol>(body.Operation.Descendants().SelectMany(TypesIn), SymbolEqualityComparer.Default);
                var left = Implementations(body.Compilation.Assembly.GlobalNamespace, every).Where(type => !named.Contains(type)).Select(type => type.Name).ToArray();
                if (left.Length > 0)
                {
                    body.ReportDiagnostic(Found(method.At(), method.Name, every.Name, string.Join(", ", left)));
                }
            },
            OperationKind.MethodBody);

    private static IEnumerable<ISymbol> TypesIn(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod.TypeArguments,
        IObjectCreationOperation { Type: { } made } => [made],
        ITypeOfOperation type => [type.TypeOperand],
        _ => [],
    };

    private static IEnumerable<INamedTypeSymbol> Implementations(INamespaceOrTypeSymbol within, INamedTypeSymbol every)
    {
        foreach (var member in within.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false } type && Is(type, every))
            {
                yield return type;
            }

            foreach (var inner in Implementations(member, every))
            {
                yield return inner;
            }
        }
    }

    private static bool Is(INamedTypeSymbol type, INamedTypeSymbol every)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(ancestor, every))
            {
                return true;
            }
        }

        return type.AllInterfaces.Contains(every, SymbolEqualityComparer.Default);
    }
}
