using System.Collections.Immutable;
using HomeDash.Procedures.Generator.Models;

namespace HomeDash.Procedures.Generator.Emitters;

/// <summary>
/// The names of the typed caller and of what it has for each namespace. All classes start with the assembly's name and differ
/// in how they end, so that a namespace can be called like the assembly.
/// </summary>
internal static class CallerNames
{
    /// <summary>What the caller has already.</summary>
    private static readonly ImmutableHashSet<string> Taken =
        ["With", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    /// <summary>The class of the caller.</summary>
    public static string Root(AssemblyNames assembly) => assembly.Stem + "Caller";

    /// <summary>The class with the calls of a namespace.</summary>
    public static string Calls(AssemblyNames assembly, string @namespace) => assembly.Stem + Naming.Pascal(@namespace) + "Calls";

    /// <summary>The caller's property for a namespace.</summary>
    public static string Property(AssemblyNames assembly, string @namespace) =>
        Naming.Pascal(@namespace) is var name && (Taken.Contains(name) || name == Root(assembly)) ? name + "Calls" : name;
}
