using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HomeDash.Procedures.Analyzers;

/// <summary>Which method of a compilation uses which, by a call, a method group, a property or a constructor.</summary>
internal sealed class CallGraph(Compilation compilation, KnownSymbols known)
{
    /// <summary>The kinds of operation to <see cref="Add"/>.</summary>
    public static readonly OperationKind[] Kinds = [OperationKind.Invocation, OperationKind.MethodReference, OperationKind.ObjectCreation, OperationKind.PropertyReference];

    private readonly ConcurrentBag<Use> uses = [];
    private readonly ConcurrentDictionary<ISymbol, bool> writes = new(SymbolEqualityComparer.Default);
    private readonly Lazy<ILookup<ISymbol, INamedTypeSymbol>> implementations = new(() => TypesIn(compilation.Assembly.GlobalNamespace)
        .Where(type => type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false })
        .SelectMany(type => type.AllInterfaces.Select(face => (face, type)))
        .ToLookup(pair => (ISymbol)pair.face.OriginalDefinition, pair => pair.type, SymbolEqualityComparer.Default));

    /// <summary>Notes an operation of the compilation.</summary>
    public void Add(IOperation operation, ISymbol by)
    {
        var called = operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IMethodReferenceOperation reference => reference.Method,
            IObjectCreationOperation creation => creation.Constructor,
            IPropertyReferenceOperation property => property.Property.GetMethod,
            _ => null,
        };
        if (called is not null && (Followed(called) is var target) && (IsWrite(target) || IsOwn(target)))
        {
            uses.Add(new(Declaration(by), target, operation.Syntax));
        }
    }

    /// <summary>The uses in methods, by method, that end at a method marked as writing; each with the methods on the way to it, itself included.</summary>
    public ILookup<ISymbol, (SyntaxNode Syntax, IReadOnlyList<IMethodSymbol> Way)> Writing()
    {
        var into = uses.Where(use => !IsWrite(use.Of)).ToLookup(use => (ISymbol)use.Of, use => use.By, SymbolEqualityComparer.Default);
        var next = new Dictionary<ISymbol, IMethodSymbol>(SymbolEqualityComparer.Default);
        var open = new Queue<ISymbol>();
        foreach (var use in uses.Where(use => IsWrite(use.Of)))
        {
            Note(use.By, use.Of);
        }

        while (open.Count > 0)
        {
            var reached = open.Dequeue();
            foreach (var caller in into[reached])
            {
                Note(caller, (IMethodSymbol)reached);
            }
        }

        return uses.Where(use => IsWrite(use.Of) || next.ContainsKey(use.Of)).ToLookup(use => use.By, use => (use.Syntax, Way(use.Of)), SymbolEqualityComparer.Default);

        void Note(ISymbol method, IMethodSymbol towards)
        {
            if (!next.ContainsKey(method))
            {
                next.Add(method, towards);
                open.Enqueue(method);
            }
        }

        IReadOnlyList<IMethodSymbol> Way(IMethodSymbol from)
        {
            var way = new List<IMethodSymbol> { from };
            while (!IsWrite(way[way.Count - 1]))
            {
                way.Add(next[way[way.Count - 1]]);
            }

            return way;
        }
    }

    private bool IsWrite(IMethodSymbol method) => writes.GetOrAdd(method, _ => HasMark(method));

    private bool HasMark(IMethodSymbol method)
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

    private bool IsOwn(IMethodSymbol method) => method.ContainingAssembly.Is(compilation.Assembly);

    /// <summary>The method with the body that runs: of an interface that one class implements, that class's.</summary>
    private IMethodSymbol Followed(IMethodSymbol method)
    {
        var definition = (IMethodSymbol)Declaration(method.OriginalDefinition);
        return definition.ContainingType.TypeKind == TypeKind.Interface && IsOwn(definition) && !IsWrite(definition)
            && implementations.Value[definition.ContainingType].Take(2).ToArray() is { Length: 1 } only
            && only[0].AllInterfaces.First(face => face.OriginalDefinition.Is(definition.ContainingType)).GetMembers(definition.Name)
                .FirstOrDefault(member => member.OriginalDefinition.Is(definition)) is { } member
            && only[0].FindImplementationForInterfaceMember(member) is IMethodSymbol implementation
                ? (IMethodSymbol)Declaration(implementation.OriginalDefinition)
                : definition;
    }

    /// <summary>The part of a partial method that the class lists as its member.</summary>
    private static ISymbol Declaration(ISymbol symbol) => (symbol as IMethodSymbol)?.PartialDefinitionPart ?? symbol;

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => TypesIn(member).Concat(member is INamedTypeSymbol type ? [type] : []));

    private sealed record Use(ISymbol By, IMethodSymbol Of, SyntaxNode Syntax);
}
