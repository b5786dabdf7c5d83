namespace HomeDash.Integrations.Glances;

/// <summary>Tells a machine's own network interfaces from those that only lead from one part of it to another.</summary>
internal static class NetworkNames
{
    private static readonly string[] Inner = ["lo", "veth", "docker", "br-", "virbr", "vmbr", "fwbr", "fwpr", "fwln", "tap", "tun", "bond", "cali", "cni", "flannel", "ifb", "dummy"];

    /// <summary>The interfaces whose traffic leaves the machine; all but loopback when none is known to.</summary>
    public static IReadOnlyList<T> Physical<T>(IReadOnlyList<T> all, Func<T, string> name)
    {
        T[] outer = [.. all.Where(one => !Inner.Any(prefix => name(one).StartsWith(prefix, StringComparison.Ordinal)))];
        return outer.Length > 0 ? outer : [.. all.Where(one => name(one) != "lo")];
    }
}
