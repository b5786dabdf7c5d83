using HomeDash.Procedures.Generator.Models;
using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>What a router's method is there for, and whether it has the form for that.</summary>
internal static class RoleTransform
{
    public static ProcedureRole Of(AttributeData attribute) => attribute.AttributeClass?.DefinitionName() switch
    {
        KnownNames.Prompt => ProcedureRole.Prompt,
        KnownNames.Completes => ProcedureRole.Completion,
        _ => ProcedureRole.Call,
    };

    /// <summary>The type of the targets whose names a completion knows; null for what is none.</summary>
    public static ITypeSymbol? TargetOf(AttributeData attribute) =>
        Of(attribute) == ProcedureRole.Completion && attribute.ConstructorArguments.Length == 2 ? attribute.ConstructorArguments[1].Value as ITypeSymbol : null;

    public static bool IsFilled(ProcedureRole role, AttributeData attribute, ITypeSymbol result, IEnumerable<ParameterModel> parameters, WireTypeTransform types) => role switch
    {
        ProcedureRole.Prompt => result.DefinitionName() == KnownNames.PromptScript && parameters.All(IsOneText),
        ProcedureRole.Completion => result.DefinitionName() == KnownNames.TargetNames
            && TargetOf(attribute) is { } target && types.OfParameter(target) is TargetType
            && parameters.Where(parameter => parameter.Input is not null).ToArray() is { Length: 1 } given && IsTyped(given[0].Input!),
        _ => true,
    };

    /// <summary>What was typed until now.</summary>
    private static bool IsTyped(PropertyModel input) => input is { JsonName: "text", Type: ScalarType { Kind: ScalarKind.String } };

    /// <summary>Whoever fills in a prompt gives a text for each argument.</summary>
    private static bool IsOneText(ParameterModel parameter) => parameter.Input?.Type is null or ScalarType or TargetType or EnumType { IsFlags: false };
}
