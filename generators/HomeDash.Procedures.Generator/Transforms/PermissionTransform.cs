using HomeDash.Procedures.Generator.Models;
using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>Permission set → its permissions: the documented string constants.</summary>
internal static class PermissionTransform
{
    public static EquatableArray<PermissionModel> Of(INamedTypeSymbol set, CancellationToken cancellationToken) =>
        set.GetMembers().OfType<IFieldSymbol>()
            .Select(field => (Name: field.ConstantValue as string, Description: Documentation.Of(field, cancellationToken).Summary))
            .Where(permission => permission is { Name: not null, Description: not null })
            .Select(permission => new PermissionModel(permission.Name!, permission.Description!))
            .ToEquatableArray();
}
