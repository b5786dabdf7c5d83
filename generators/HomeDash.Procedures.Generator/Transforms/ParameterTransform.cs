using HomeDash.Procedures.Generator.Models;
using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>Parameter symbol → parameter model.</summary>
internal static class ParameterTransform
{
    public static ParameterModel? Of(IParameterSymbol parameter, ProcedureKind kind, Documentation method, WireTypeTransform types)
    {
        var name = Naming.Escaped(parameter.Name);
        switch (parameter.Type.DefinitionName())
        {
            case KnownNames.Context:
                return new(name, ParameterSource.Context);
            case KnownNames.CancellationToken:
                return new(name, ParameterSource.CancellationToken);
        }

        return PropertyTransform.Of(parameter, method, types) is { Description: not null } input
            ? new(name, ParameterSource.Caller, input, AccessOf(parameter, kind))
            : null;
    }

    private static string AccessOf(IParameterSymbol parameter, ProcedureKind kind) =>
        parameter.Attribute(KnownNames.Needs)?.ConstructorArguments.FirstOrDefault().Value is int level
            ? level switch { 0 => "Use", 1 => "Interact", _ => "Full" }
            : kind == ProcedureKind.Mutation ? "Interact" : "Use";
}
