using System.Collections.Immutable;
using HomeDash.Procedures.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>Property symbol of a record, or parameter symbol of a procedure → property model. Null means that it cannot be said.</summary>
internal static class PropertyTransform
{
    /// <summary>Names that every record has already.</summary>
    private static readonly ImmutableHashSet<string> Taken =
        ["Equals", "GetHashCode", "GetType", "ToString", "Deconstruct", "Finalize", "MemberwiseClone", "EqualityContract", "PrintMembers"];

    /// <summary>A property of a record.</summary>
    /// <param name="property">The property.</param>
    /// <param name="parameter">The constructor's parameter of that name.</param>
    /// <param name="record">The documentation of the record, which holds that of its parameters.</param>
    /// <param name="types">Knows the types.</param>
    /// <param name="within">The records that hold it.</param>
    public static PropertyModel? Of(
        IPropertySymbol property, IParameterSymbol? parameter, Documentation record, WireTypeTransform types, ImmutableStack<ITypeSymbol> within)
    {
        var (symbol, nullable) = WireTypeTransform.Split(property.Type);
        ISymbol[] places = parameter is null ? [property] : [property, parameter];
        if ((FreeForm(symbol, places) ?? types.Of(symbol, within)) is not { } type || LimitsTransform.Of(type, places) is not { } limits)
        {
            return null;
        }

        var role = parameter is not null ? PropertyRole.Positional
            : property.SetMethod is { DeclaredAccessibility: Accessibility.Public or Accessibility.Internal } ? PropertyRole.Init
            : PropertyRole.Computed;
        return new()
        {
            Name = Naming.Escaped(property.Name),
            JsonName = Naming.Camel(property.Name),
            Type = type,
            Nullable = nullable,
            Description = Documentation.Described(property)
                ?? (parameter is null ? null : Documentation.Described(parameter) ?? record.Parameter(parameter.Name))
                ?? Documentation.Of(property, types.CancellationToken).Summary
                ?? Documentation.Of(property.ContainingType, types.CancellationToken).Parameter(property.Name),
            Limits = limits,
            Default = parameter is { HasExplicitDefaultValue: true } ? DefaultTransform.Of(parameter.ExplicitDefaultValue, type)
                : role == PropertyRole.Init && !property.IsRequired ? InitializerOf(property, type, types)
                : null,
            Role = role,
        };
    }

    /// <summary>A parameter of a procedure.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="method">The documentation of its method.</param>
    /// <param name="types">Knows the types.</param>
    public static PropertyModel? Of(IParameterSymbol parameter, Documentation method, WireTypeTransform types)
    {
        var (symbol, nullable) = WireTypeTransform.Split(parameter.Type);
        if (parameter.RefKind != RefKind.None || (FreeForm(symbol, [parameter]) ?? types.OfParameter(symbol)) is not { } type || LimitsTransform.Of(type, [parameter]) is not { } limits)
        {
            return null;
        }

        var name = Naming.Pascal(parameter.Name);
        return new()
        {
            Name = Taken.Contains(name) ? name + "Value" : name,
            JsonName = Naming.Camel(parameter.Name),
            Type = type,
            Nullable = nullable,
            Description = Documentation.Described(parameter) ?? method.Parameter(parameter.Name),
            Limits = limits,
            Default = parameter.HasExplicitDefaultValue ? DefaultTransform.Of(parameter.ExplicitDefaultValue, type) : null,
        };
    }

    /// <summary>JSON of any shape, where it is asked for.</summary>
    private static ScalarType? FreeForm(ITypeSymbol type, IEnumerable<ISymbol> places) =>
        type.DefinitionName() == KnownNames.JsonElement && places.Any(place => place.Attribute(KnownNames.FreeForm) is not null)
            ? new ScalarType(ScalarKind.FreeForm, type.CSharp())
            : null;

    private static DefaultModel? InitializerOf(IPropertySymbol property, WireType type, WireTypeTransform types)
    {
        var syntax = property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(types.CancellationToken) as PropertyDeclarationSyntax;
        switch (syntax?.Initializer?.Value)
        {
            case null:
                return null;
            case CollectionExpressionSyntax { Elements.Count: 0 } when type is ListType:
                return new("[]", "[]");
            case CollectionExpressionSyntax { Elements.Count: 0 } when type is MapType map:
                return new($"new global::System.Collections.Generic.Dictionary<string, {map.Value.CSharp}>()", "{}");
            case var expression:
                var constant = types.Compilation.GetSemanticModel(syntax.SyntaxTree).GetConstantValue(expression, types.CancellationToken);
                return constant.HasValue ? DefaultTransform.Of(constant.Value, type)
                    : property.ContainingType.IsRecord ? new("default", null, IsOwn: true)
                    : null;
        }
    }
}
