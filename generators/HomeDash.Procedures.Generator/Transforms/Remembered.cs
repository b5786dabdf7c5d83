using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>
/// What was found of declarations, by where they stand. After an edit the compiler has everything looked at again, because
/// anything could mean something else now; but a declaration in an untouched file, in a compilation whose files all still
/// declare the same, is what it was, and need not be bound.
/// </summary>
/// <param name="find">Finds it in a compilation: by the declaration and what it means there, and by nothing else.</param>
internal sealed class Remembered<T>(Func<SyntaxNode, SemanticModel, CancellationToken, T?> find)
    where T : class
{
    private readonly ConditionalWeakTable<SyntaxNode, StrongBox<(Surroundings In, T? Found)>> known = new();

    public T? Of(SyntaxNode node, SemanticModel semantics, CancellationToken cancellationToken)
    {
        var surroundings = Surroundings.Of(semantics.Compilation, cancellationToken);
        if (known.TryGetValue(node, out var before) && before.Value.In.Equals(surroundings))
        {
            return before.Value.Found;
        }

        var found = find(node, semantics, cancellationToken);
        known.Remove(node);
        known.GetValue(node, _ => new((surroundings, found)));
        return found;
    }
}
