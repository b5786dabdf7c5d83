using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using HomeDash.Procedures.Generator.Models;
using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>Record, class or struct symbol → record model.</summary>
internal static class RecordTransform
{
    /// <summary>An input notes what was given in the bits of one number.</summary>
    private const int MostProperties = 64;

    /// <summary>Deeper than any sensible record; a generic one can nest itself without end and never be the same type twice.</summary>
    private const int MostDepth = 32;

    /// <summary>Many procedures return the same records, which are the same for each of them as long as nothing is edited.</summary>
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<ITypeSymbol, RecordType>> Known = new();

    /// <summary>The model of a record. What has one does not lead back to itself, so it has one wherever it stands.</summary>
    public static RecordType? Of(INamedTypeSymbol type, WireTypeTransform types, ImmutableStack<ITypeSymbol> within)
    {
        var known = Known.GetValue(types.Compilation, static _ => new(SymbolEqualityComparer.IncludeNullability));
        if (!known.TryGetValue(type, out var record) && Make(type, types, within) is { } made)
        {
            record = known.GetOrAdd(type, made);
        }

        return record;
    }

    private static RecordType? Make(INamedTypeSymbol type, WireTypeTransform types, ImmutableStack<ITypeSymbol> within)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.IsAbstract || type.IsTupleType || type.IsUnboundGenericType
            || type.SpecialType != SpecialType.None || IsOfFramework(type) || within.Contains(type, SymbolEqualityComparer.Default) || within.Count() >= MostDepth)
        {
            return null;
        }

        var constructor = PrimaryConstructor(type);
        var documentation = Documentation.Of(type, types.CancellationToken);
        var properties = new List<PropertyModel>();
        foreach (var property in PropertiesOf(type))
        {
            var parameter = constructor?.Parameters.FirstOrDefault(each => each.Name == property.Name);
            if (PropertyTransform.Of(property, parameter, documentation, types, within.Push(type)) is not { } model)
            {
                return null;
            }

            properties.Add(model);
        }

        if (properties.Count is 0 or > MostProperties || properties.Select(property => property.JsonName).Distinct().Count() < properties.Count)
        {
            return null;
        }

        if (ClearTransform.Linked(properties) is not { } linked)
        {
            return null;
        }

        // The constructor's own order decides how it is called.
        var positional = constructor?.Parameters.Select(parameter => linked.FirstOrDefault(property => Unescaped(property.Name) == parameter.Name)).ToArray() ?? [];
        var rest = linked.Where(property => property.Role != PropertyRole.Positional);
        var canMake = positional.All(property => property is not null) && (constructor is not null || HasEmptyConstructor(type));
        var inOrder = canMake ? positional.Select(property => property!).Concat(rest) : linked;
        return new(
            type.CSharp(), types.JsonClass(type), documentation.Summary, type.IsValueType, inOrder.ToEquatableArray(),
            canMake && properties.All(property => property.Role == PropertyRole.Computed || (property.Description is not null && WireTypeTransform.IsReadable(property.Type)))
            && properties.Any(property => property.Role != PropertyRole.Computed),
            type.AllInterfaces.Any(face => face.DefinitionName() == KnownNames.Validatable));
    }

    private static string Unescaped(string name) => name.TrimStart('@');

    private static bool IsOfFramework(INamedTypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString() is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal));

    private static IEnumerable<IPropertySymbol> PropertiesOf(INamedTypeSymbol type)
    {
        var inherited = type.BaseType is { SpecialType: SpecialType.None } parent && !type.IsValueType ? PropertiesOf(parent) : [];
        var own = type.GetMembers().OfType<IPropertySymbol>()
            .Where(property => property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod.DeclaredAccessibility: Accessibility.Public })
            .ToArray();
        return inherited.Where(property => own.All(each => each.Name != property.Name)).Concat(own);
    }

    /// <summary>The constructor whose parameters are properties, as a positional record's are.</summary>
    private static IMethodSymbol? PrimaryConstructor(INamedTypeSymbol type) => type.InstanceConstructors
        .Where(each => each is { DeclaredAccessibility: Accessibility.Public or Accessibility.Internal, Parameters.Length: > 0 }
            && each.Parameters.All(parameter => PropertiesOf(type).Any(property => property.Name == parameter.Name)))
        .OrderByDescending(each => each.Parameters.Length).FirstOrDefault();

    private static bool HasEmptyConstructor(INamedTypeSymbol type) =>
        type.InstanceConstructors.Any(each => each.Parameters.IsEmpty && each.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal);
}
