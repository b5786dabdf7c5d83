using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HomeDash.Procedures.Analyzers;

/// <summary>HD0011: routers and procedures are something that generated code can make and call.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ShapeAnalyzer() : ProcedureAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = new(
        "HD0011",
        "Router or procedure that cannot be generated",
        "'{0}' {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The generated dispatch asks the container for the router and calls the method with one value for each parameter.",
        "docs/rules/HD0011.md");

    private protected override void Start(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        context.RegisterSymbolAction(symbol => LookAtRouter(symbol, known), SymbolKind.NamedType);
        context.RegisterSymbolAction(symbol => LookAtProcedure(symbol, known), SymbolKind.Method);
    }

    private void LookAtRouter(SymbolAnalysisContext context, KnownSymbols known)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.Attribute(known.Router) is not null && RouterFault(type) is { } fault)
        {
            context.ReportDiagnostic(Found(type.At(), type.Display(), fault));
        }
    }

    private static string? RouterFault(INamedTypeSymbol type) => type switch
    {
        { IsStatic: true } => "is a static router: make it a sealed class whose constructor takes what it needs",
        { IsAbstract: true } => "is an abstract router: make it a sealed class",
        { IsGenericType: true } => "is a generic router: remove its type parameters",
        { IsSealed: false } => "is a router that others can derive from: make it sealed",
        _ when !type.IsReachable() => "is a router that generated code cannot reach: make it, and the classes around it, internal",
        _ => null,
    };

    private void LookAtProcedure(SymbolAnalysisContext context, KnownSymbols known)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (Procedure.DeclaredBy(method, known) is null)
        {
            return;
        }

        if (MethodFault(method, known) is { } fault)
        {
            context.ReportDiagnostic(Found(method.At(), method.Name, fault));
        }

        foreach (var parameter in method.Parameters)
        {
            if (ParameterFault(parameter) is { } parameterFault)
            {
                context.ReportDiagnostic(Found(parameter.At(), parameter.Name, parameterFault));
            }
        }
    }

    private static string? MethodFault(IMethodSymbol method, KnownSymbols known) => method switch
    {
        _ when method.ContainingType.Attribute(known.Router) is null => $"is a procedure outside of a router: mark '{method.ContainingType.Name}' with [Router(\"namespace\")]",
        { IsStatic: true } => "is a static procedure: remove 'static', the router is made for each call",
        { IsAbstract: true } => "is an abstract procedure: give it a body",
        { IsGenericMethod: true } => "is a generic procedure: remove its type parameters",
        { RefKind: not RefKind.None } => "is a procedure that returns by reference: return the value",
        _ when !method.IsReachable() => "is a procedure that generated code cannot reach: make it public or internal",
        _ when method.GetAttributes().Count(attribute => attribute.AttributeClass?.BaseType?.Is(known.Procedure) == true) > 1 =>
            "is declared as two kinds of procedure: keep one of [Query], [Mutation] and [Subscription]",
        _ => null,
    };

    private static string? ParameterFault(IParameterSymbol parameter) => parameter switch
    {
        { RefKind: RefKind.Out } => "is an out parameter: return it as a property of the result",
        { RefKind: not RefKind.None } => "is passed by reference: take the value",
        { IsParams: true } => "is a params parameter: take a list",
        _ => null,
    };
}
