namespace HomeDash.Procedures.Generator.Models;

/// <summary>The names that follow from an assembly's name.</summary>
/// <param name="Namespace">Where its public emitted types are.</param>
internal sealed record AssemblyNames(string Namespace)
{
    /// <summary>Where its internal emitted types are.</summary>
    public string Generated => Namespace + ".Generated";

    /// <summary>What the names of its public emitted types start with.</summary>
    public string Stem => Namespace.Replace(".", "");

    public static AssemblyNames Of(string? assemblyName) =>
        new(string.Join(".", (assemblyName ?? "Procedures").Split('.').Select(Naming.Identifier)));
}
