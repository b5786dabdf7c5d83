using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>
/// Everything that what a declaration means depends on beyond its own file: what all files declare, the references and the
/// options. In equal surroundings a declaration in an untouched file means the same.
/// </summary>
internal sealed class Surroundings : IEquatable<Surroundings>
{
    private static readonly ConditionalWeakTable<Compilation, Surroundings> Known = new();

    private readonly string? assemblyName;
    private readonly CompilationOptions options;
    private readonly ImmutableArray<MetadataReference> references;
    private readonly ImmutableArray<ParseOptions> parsing;

    /// <summary>Of all files in their order, which is that of the members of a partial type.</summary>
    private readonly string outlines;

    private Surroundings(Compilation compilation, CancellationToken cancellationToken)
    {
        assemblyName = compilation.AssemblyName;
        options = compilation.Options;
        references = compilation.ExternalReferences;
        parsing = [.. compilation.SyntaxTrees.Select(tree => tree.Options).Distinct()];
        outlines = Outline.Digest(string.Concat(compilation.SyntaxTrees.Select(tree => Outline.Of(tree, cancellationToken))));
    }

    public static Surroundings Of(Compilation compilation, CancellationToken cancellationToken) =>
        Known.TryGetValue(compilation, out var known) ? known : Known.GetValue(compilation, each => new(each, cancellationToken));

    public bool Equals(Surroundings? other) => ReferenceEquals(this, other) || (other is not null
        && outlines == other.outlines
        && assemblyName == other.assemblyName
        && (references == other.references || references.SequenceEqual(other.references))
        && (ReferenceEquals(options, other.options) || options.Equals(other.options))
        && parsing.SequenceEqual(other.parsing));

    public override bool Equals(object? obj) => Equals(obj as Surroundings);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(outlines);
}
