using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Analyzers;

/// <summary>A method that the generator takes for a procedure.</summary>
/// <param name="Method">The method of the router.</param>
/// <param name="Attribute">What declares it: a query, a mutation or a subscription.</param>
/// <param name="Kind">Which of these it is.</param>
/// <param name="Namespace">First part of its path.</param>
internal sealed record Procedure(IMethodSymbol Method, AttributeData Attribute, ProcedureKind Kind, string Namespace)
{
    /// <summary>Namespace and verb, for example <c>docker.restart</c>.</summary>
    public string Path => $"{Namespace}.{JsonName.Of(Method.Name)}";

    /// <summary>The name on MCP.</summary>
    public string ToolName => Path.Replace('.', '_');

    /// <summary>The procedure that a method declares, null when it declares none or its class is no router.</summary>
    public static Procedure? Of(IMethodSymbol method, KnownSymbols known) =>
        DeclaredBy(method, known) is { } attribute
        && method.ContainingType?.Attribute(known.Router)?.FirstText() is { Length: > 0 } @namespace
            ? new(method, attribute, KindOf(attribute, known), @namespace)
            : null;

    /// <summary>Whether it can be called by its path, and does not only assist those who write.</summary>
    public bool IsCallable(KnownSymbols known) => !Attribute.AttributeClass!.Is(known.Prompt) && !Attribute.AttributeClass!.Is(known.Completes);

    /// <summary>The attribute that makes a procedure of a method, in whatever class the method is.</summary>
    public static AttributeData? DeclaredBy(IMethodSymbol method, KnownSymbols known) =>
        method.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.BaseType?.Is(known.Procedure) == true);

    /// <summary>All procedures of an assembly's own code.</summary>
    public static IEnumerable<Procedure> AllIn(INamespaceOrTypeSymbol container, KnownSymbols known) =>
        container.GetMembers().SelectMany(member => member switch
        {
            INamespaceOrTypeSymbol inner => AllIn(inner, known),
            IMethodSymbol method when Of(method, known) is { } procedure => [procedure],
            _ => [],
        });

    private static ProcedureKind KindOf(AttributeData attribute, KnownSymbols known) =>
        attribute.AttributeClass!.Is(known.Mutation) ? ProcedureKind.Mutation
        : attribute.AttributeClass!.Is(known.Subscription) ? ProcedureKind.Subscription
        : ProcedureKind.Query;
}

/// <summary>What a procedure does to the world.</summary>
internal enum ProcedureKind
{
    /// <summary>It reads.</summary>
    Query,

    /// <summary>It changes something.</summary>
    Mutation,

    /// <summary>It streams items as they happen.</summary>
    Subscription,
}
