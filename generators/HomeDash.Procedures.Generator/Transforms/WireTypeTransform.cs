using System.Collections.Immutable;
using HomeDash.Procedures.Generator.Models;
using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>Type symbol → wire type. Null means that the type has no JSON form.</summary>
/// <param name="compilation">Where the types are.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class WireTypeTransform(Compilation compilation, CancellationToken cancellationToken)
{
    private static readonly ImmutableHashSet<string> Lists =
    [
        "System.Collections.Generic.IReadOnlyList<T>",
        "System.Collections.Generic.IReadOnlyCollection<T>",
        "System.Collections.Generic.IEnumerable<T>",
        "System.Collections.Generic.IList<T>",
        "System.Collections.Generic.ICollection<T>",
        "System.Collections.Generic.List<T>",
    ];

    private static readonly ImmutableHashSet<string> Maps =
    [
        "System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>",
        "System.Collections.Generic.IDictionary<TKey, TValue>",
        "System.Collections.Generic.Dictionary<TKey, TValue>",
    ];

    public Compilation Compilation => compilation;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>The type without its <c>?</c>, and whether it had one.</summary>
    public static (ITypeSymbol Type, bool Nullable) Split(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? (nullable.TypeArguments[0], true)
        : (type, type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated });

    /// <summary>A result, or what a result is made of.</summary>
    public WireType? Of(ITypeSymbol type) => Of(type, []);

    /// <summary>What a caller may give for a parameter: on top of the rest, a target or a list of them.</summary>
    public WireType? OfParameter(ITypeSymbol type) =>
        IsTarget(type) ? new TargetType(type.CSharp())
        : ElementOf(type) is { } element && IsTarget(element) && IsPlain(element)
            ? new ListType(type.CSharp(), new TargetType(element.CSharp()), type is IArrayTypeSymbol)
        : Of(type) is { } wire && IsReadable(wire) ? wire
        : null;

    /// <summary>Whether an input can be made of it.</summary>
    public static bool IsReadable(WireType type) => type.All.All(each => each is not (RecordType { IsReadable: false } or ChoiceType));

    /// <param name="type">The type.</param>
    /// <param name="within">The records that hold it: one that holds itself has no inlined schema.</param>
    internal WireType? Of(ITypeSymbol type, ImmutableStack<ITypeSymbol> within)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!type.IsReachable())
        {
            return null;
        }

        if (ScalarTransform.Of(type) is { } scalar)
        {
            return new ScalarType(scalar, type.CSharp());
        }

        if (ElementOf(type) is { } element)
        {
            // Bytes are an array of their own kind.
            return element.SpecialType != SpecialType.System_Byte && IsPlain(element) && Of(element, within) is { } item
                ? new ListType(type.CSharp(), item, type is IArrayTypeSymbol)
                : null;
        }

        if (type is not INamedTypeSymbol named || IsTarget(type))
        {
            return null;
        }

        if (Maps.Contains(named.DefinitionName()))
        {
            return named.TypeArguments[0] is { SpecialType: SpecialType.System_String } && IsPlain(named.TypeArguments[1])
                && Of(named.TypeArguments[1], within) is { } value
                ? new MapType(type.CSharp(), value)
                : null;
        }

        return named.TypeKind == TypeKind.Enum ? EnumTransform.Of(named, this)
            : ChoiceTransform.IsChoice(named) ? ChoiceTransform.Of(named, this, within)
            : RecordTransform.Of(named, this, within);
    }

    /// <summary>The name of the emitted class for a type: its own, with what it is made of, and its namespace when that is not the assembly's.</summary>
    internal string JsonClass(INamedTypeSymbol type) => Stem(type) + "Json";

    private string Stem(ITypeSymbol type)
    {
        if (ScalarTransform.Of(type) is { } scalar)
        {
            return scalar.ToString();
        }

        if (ElementOf(type) is { } element)
        {
            return "ListOf" + Stem(element);
        }

        if (type is not INamedTypeSymbol named)
        {
            return type.Name;
        }

        var arguments = named.TypeArguments.IsEmpty ? "" : "Of" + string.Join("And", named.TypeArguments.Select(Stem));
        return (named.ContainingType is { } outer ? Stem(outer) : NamespaceStem(named.ContainingNamespace)) + named.Name + arguments;
    }

    private string NamespaceStem(INamespaceSymbol @namespace)
    {
        var name = @namespace.IsGlobalNamespace ? "" : @namespace.ToDisplayString();
        var own = AssemblyNames.Of(compilation.AssemblyName).Namespace;
        return name == own || name == "HomeDash.Procedures" ? ""
            : (name.StartsWith(own + ".", StringComparison.Ordinal) ? name.Substring(own.Length) : name).Replace(".", "");
    }

    private static ITypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol named when Lists.Contains(named.DefinitionName()) => named.TypeArguments[0],
        _ => null,
    };

    /// <summary>Whether no null can be in its place: lists and dictionaries hold none.</summary>
    private static bool IsPlain(ITypeSymbol type) => !Split(type).Nullable;

    private static bool IsTarget(ITypeSymbol type) =>
        type is { IsReferenceType: true, TypeKind: TypeKind.Class } && type.IsReachable()
        && type.AllInterfaces.Any(each => each.DefinitionName() == KnownNames.Target
            && SymbolEqualityComparer.Default.Equals(each.TypeArguments[0], type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)));
}
