using HomeDash.Procedures.Generator.Models;
using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>Makes titles of verb and noun: <c>Restart containers</c>, <c>Follow container logs</c>.</summary>
internal static class Titles
{
    public static string Of(IMethodSymbol method, string? noun, IReadOnlyList<ParameterModel> parameters)
    {
        var words = Naming.Words(method.Name);
        var thing = noun ?? string.Join(" ", Naming.Words(RouterName(method)));
        var isMany = method.Name is "List" or "Search" || parameters.Any(parameter => parameter is { Target: not null, Input.Type: ListType });
        var verb = Naming.Pascal(words[0]);
        return words.Count == 1
            ? $"{verb} {(isMany ? Naming.Plural(thing) : thing)}"
            : $"{verb} {thing} {string.Join(" ", words.Skip(1))}";
    }

    private static string RouterName(IMethodSymbol method) => method.ContainingType.Attribute(KnownNames.Router)?.Positional<string>(0) ?? "";
}
