using System.Runtime.CompilerServices;
using HomeDash.Procedures.Generator.Models;
using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>
/// Procedures as they were found, by where they stand. After an edit the compiler has everything looked at again, because
/// anything could mean something else now; but a procedure in an untouched file, in a compilation whose files all still declare
/// the same, is what it was, and need not be bound.
/// </summary>
internal static class RememberedProcedures
{
    private static readonly ConditionalWeakTable<SyntaxNode, StrongBox<(Surroundings In, ProcedureModel? Found)>> Known = new();

    public static ProcedureModel? Of(SyntaxNode node, SemanticModel semantics, CancellationToken cancellationToken)
    {
        var surroundings = Surroundings.Of(semantics.Compilation, cancellationToken);
        if (Known.TryGetValue(node, out var known) && known.Value.In.Equals(surroundings))
        {
            return known.Value.Found;
        }

        var found = ProcedureTransform.Of(node, semantics, cancellationToken);
        Known.GetValue(node, static _ => new()).Value = (surroundings, found);
        return found;
    }
}
