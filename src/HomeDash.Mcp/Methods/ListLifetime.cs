namespace HomeDash.Mcp;

/// <summary>How long a modern client may keep what it was answered (SEP-2549).</summary>
internal static class ListLifetime
{
    /// <summary>Lists change with rights and integrations, and clients that listen are told.</summary>
    public static readonly TimeSpan OfLists = TimeSpan.FromMinutes(5);
}
