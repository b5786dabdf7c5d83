using HomeDash.Procedures.Generator.Models;
using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>Attributed class → router model.</summary>
internal static class RouterTransform
{
    public static RouterModel? Of(INamedTypeSymbol type, AttributeData attribute, CancellationToken cancellationToken) =>
        attribute.Positional<string>(0) is { } name
            ? new(name, type.CSharp(), Documentation.Of(type, cancellationToken).Summary ?? $"The procedures of {name}.")
            : null;
}
