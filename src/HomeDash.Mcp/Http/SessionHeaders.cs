namespace HomeDash.Mcp;

/// <summary>The headers that belong to sessions.</summary>
internal static class SessionHeaders
{
    public const string Id = "Mcp-Session-Id";
    public const string LastEvent = "Last-Event-ID";
}
