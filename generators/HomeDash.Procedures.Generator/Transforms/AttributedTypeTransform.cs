using HomeDash.Procedures.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>Attributed type → what it is a router or a permission set of. Null when it is neither.</summary>
internal static class AttributedTypeTransform
{
    /// <summary>Whether a node can be one, by its looks.</summary>
    public static bool IsCandidate(SyntaxNode node) => node is TypeDeclarationSyntax { AttributeLists.Count: > 0 };

    public static AttributedTypeModel? Of(SyntaxNode node, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (semantics.GetDeclaredSymbol(node, cancellationToken) is not INamedTypeSymbol type)
        {
            return null;
        }

        var router = type.AttributeOn(node, KnownNames.Router) is { } attribute ? RouterTransform.Of(type, attribute, cancellationToken) : null;
        var permissions = type.AttributeOn(node, KnownNames.PermissionSet) is null ? null : PermissionTransform.Of(type, cancellationToken);
        return router is null && permissions is null ? null : new(router, permissions ?? EquatableArray<PermissionModel>.Empty);
    }
}
