using HomeDash.Procedures.Generator.Models;
using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>Attributes of a method → the resources that its result is.</summary>
internal static class ResourceTransform
{
    public static EquatableArray<ResourceModel> Of(IMethodSymbol method) => method.GetAttributes()
        .Where(attribute => attribute.AttributeClass?.DefinitionName() == KnownNames.Resource)
        .Select(attribute => attribute.Positional<string>(0) is { Length: > 0 } uri
            ? new ResourceModel(uri, attribute.Named<string>("Title"), attribute.Named<string>("Input"), attribute.Named<string>("Lines"), Texts(attribute, "Topics"))
            : null)
        .Where(resource => resource is not null).Select(resource => resource!)
        .ToEquatableArray();

    private static EquatableArray<string> Texts(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { Kind: TypedConstantKind.Array, IsNull: false, Values: var values }
            ? values.Select(value => value.Value as string).OfType<string>().ToEquatableArray()
            : EquatableArray<string>.Empty;
}
