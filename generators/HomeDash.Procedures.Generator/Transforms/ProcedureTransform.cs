using HomeDash.Procedures.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>Attributed method → procedure model. Null means that the method is faulty; the analyzers say why.</summary>
internal static class ProcedureTransform
{
    private const int LongestToolName = 54;
    private const int MostParameters = 64;

    /// <summary>Whether a node can be one, by its looks: an attributed method of a type that has attributes or another part that may.</summary>
    public static bool IsCandidate(SyntaxNode node) =>
        node is MethodDeclarationSyntax { AttributeLists.Count: > 0, Parent: TypeDeclarationSyntax type }
        && (type.AttributeLists.Count > 0 || type.Modifiers.Any(SyntaxKind.PartialKeyword));

    public static ProcedureModel? Of(SyntaxNode node, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (semantics.GetDeclaredSymbol(node, cancellationToken) is not IMethodSymbol method
            || AttributeOf(method, node) is not { } attribute
            || method is not { IsStatic: false, IsGenericMethod: false, MethodKind: MethodKind.Ordinary }
            || RouterOf(method) is not { } router)
        {
            return null;
        }

        var kind = KindOf(attribute)!.Value;
        var role = RoleTransform.Of(attribute);
        var documentation = Documentation.Of(method, cancellationToken);
        var types = new WireTypeTransform(semantics.Compilation, cancellationToken);
        var parameters = method.Parameters.Select(parameter => ParameterTransform.Of(parameter, kind, documentation, types)).ToArray();
        if (documentation.Summary is not { } description
            || attribute.Positional<string>(0) is not { Length: > 0 } permission
            || parameters.Contains(null)
            || Linked(parameters!) is not { } linked
            || ReturnTransform.Of(method.ReturnType, kind, types) is not { } result
            || !RoleTransform.IsFilled(role, attribute, result.Symbol, linked, types))
        {
            return null;
        }

        var model = new ProcedureModel
        {
            Assembly = AssemblyNames.Of(types.Compilation.AssemblyName),
            Namespace = router.Namespace,
            Method = method.Name,
            Router = method.ContainingType.CSharp(),
            Kind = kind,
            Role = role,
            Completes = RoleTransform.TargetOf(attribute)?.CSharp(),
            Resources = ResourceTransform.Of(method),
            Title = attribute.Named<string>("Title") ?? Titles.Of(method, router.Noun, parameters!),
            Description = description,
            Permission = permission,
            Effect = kind == ProcedureKind.Mutation ? EffectOf(attribute) : null,
            Idempotent = kind != ProcedureKind.Mutation || attribute.Named<bool>("Idempotent"),
            CheckWith = attribute.Named<string>("CheckWith"),
            Page = attribute.Named<string>("Page"),
            DeadlineSeconds = attribute.Named<double>("DeadlineSeconds") is > 0 and var seconds ? Literals.Json(seconds) : null,
            Parameters = linked.ToEquatableArray(),
            Output = result.Output,
            Returns = result.Shape,
            IsPublic = result.Symbol.IsPublic() && method.Parameters.All(parameter => parameter.Type.IsPublic()),
        };
        return IsNamedWell(model) ? model : null;
    }

    /// <summary>What makes it a procedure; null unless that is there once, and on this part of the method if it has two.</summary>
    private static AttributeData? AttributeOf(IMethodSymbol method, SyntaxNode node)
    {
        AttributeData[] attributes = [.. method.GetAttributes().Where(attribute => KindOf(attribute) is not null)];
        return attributes.Length == 1 && attributes[0].IsOn(node) ? attributes[0] : null;
    }

    private static ProcedureKind? KindOf(AttributeData attribute) => attribute.AttributeClass?.DefinitionName() switch
    {
        KnownNames.Query or KnownNames.Prompt or KnownNames.Completes => ProcedureKind.Query,
        KnownNames.Mutation => ProcedureKind.Mutation,
        KnownNames.Subscription => ProcedureKind.Subscription,
        _ => null,
    };

    /// <summary>A type is no router when it cannot be made or named: then none of its methods is a procedure.</summary>
    private static (string Namespace, string? Noun)? RouterOf(IMethodSymbol method) =>
        method.ContainingType is { TypeKind: TypeKind.Class, IsAbstract: false, IsStatic: false, IsGenericType: false } type && type.IsReachable()
        && method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal
        && type.GetMembers(method.Name).OfType<IMethodSymbol>().Count(IsProcedure) == 1
        && type.Attribute(KnownNames.Router) is { } attribute && attribute.Positional<string>(0) is { } name
            ? (name, attribute.Named<string>("Noun"))
            : null;

    private static IEnumerable<ParameterModel>? Linked(IReadOnlyList<ParameterModel> parameters) =>
        ClearTransform.Linked([.. parameters.Where(parameter => parameter.Input is not null).Select(parameter => parameter.Input!)]) is { } inputs
            ? parameters.Select(parameter => parameter.Input is null ? parameter : parameter with { Input = inputs.First(input => input.Name == parameter.Input.Name) })
            : null;

    private static bool IsProcedure(IMethodSymbol method) => method.GetAttributes().Any(attribute => KindOf(attribute) is not null);

    private static bool IsNamedWell(ProcedureModel model) =>
        IsName(model.Namespace) && IsName(model.Verb) && model.Path.Length <= LongestToolName
        && model.Inputs.Count() <= MostParameters
        && model.Inputs.Select(input => input.JsonName).Distinct().Count() == model.Inputs.Count()
        && model.Inputs.Select(input => input.Name).Distinct().Count() == model.Inputs.Count();

    /// <summary>Letters and digits of ASCII, the first of them a small letter.</summary>
    private static bool IsName(string name) =>
        name.Length > 0 && name[0] is >= 'a' and <= 'z' && name.All(letter => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'));

    private static string? EffectOf(AttributeData attribute) =>
        attribute.ConstructorArguments.ElementAtOrDefault(1) is { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type } argument
            ? type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, argument.Value))?.Name
            : null;
}
