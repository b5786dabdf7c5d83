using HomeDash.Procedures.Generator.Models;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>The convention of updates: a list of an enum named <c>clear</c> names properties beside it that are to be emptied.</summary>
internal static class ClearTransform
{
    public const string Name = "clear";

    /// <summary>The properties with the list linked to what it names; null when it names something that cannot be emptied.</summary>
    public static IReadOnlyList<PropertyModel>? Linked(IReadOnlyList<PropertyModel> properties)
    {
        if (properties.FirstOrDefault(property => property is { JsonName: Name, Type: ListType { Element: EnumType } }) is not { } clear)
        {
            return properties;
        }

        var @enum = (EnumType)((ListType)clear.Type).Element;
        var cleared = @enum.Members.Select(member => properties.FirstOrDefault(property => property.JsonName == member.WireName && IsEmptied(property)) is { } property
            ? new ClearedModel($"{@enum.CSharp}.{member.Name}", property.Name, property.JsonName)
            : null).ToArray();
        return cleared.Contains(null)
            ? null
            : [.. properties.Select(property => property == clear ? property with { Clears = cleared.Select(each => each!).ToEquatableArray() } : property)];
    }

    private static bool IsEmptied(PropertyModel property) => property is { Nullable: true, Default: null or { CSharp: "default" } };
}
