using System.Collections.Frozen;

namespace HomeDash.Mcp;

/// <summary>The revisions of the protocol that are spoken here.</summary>
internal static class ProtocolVersions
{
    /// <summary>The revision without handshake and session: each request says its version and what its client can do (SEP-2575, SEP-2567).</summary>
    public const string Modern = "2026-07-28";

    public const string LatestWithHandshake = "2025-11-25";

    /// <summary>The revisions with a handshake, the oldest first.</summary>
    public static IReadOnlyList<string> AllWithHandshake { get; } = ["2024-11-05", "2025-03-26", "2025-06-18", LatestWithHandshake];

    private static readonly FrozenSet<string> WithHandshake = AllWithHandshake.ToFrozenSet();

    public static bool IsModern(string? version) => version == Modern;

    public static bool IsKnown(string version) => IsModern(version) || WithHandshake.Contains(version);
}
