using HomeDash.Procedures.Generator.Models;
using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>Enum symbol → enum model. Flags have no single name and so no JSON form.</summary>
internal static class EnumTransform
{
    public static EnumType? Of(INamedTypeSymbol type, WireTypeTransform types)
    {
        var members = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue)
            .GroupBy(field => field.ConstantValue).Select(same => same.First())
            .Select(field => new EnumMember(Naming.Escaped(field.Name), Naming.Camel(field.Name), Literals.Json(field.ConstantValue!) ?? "")).ToEquatableArray();
        return members.Count == 0 || type.Attribute("System.FlagsAttribute") is not null || members.Select(member => member.WireName).Distinct().Count() < members.Count
            ? null
            : new(type.CSharp(), types.JsonClass(type), Documentation.Of(type, types.CancellationToken).Summary, members);
    }
}
