namespace HomeDash.Mcp;

/// <summary>How the MCP endpoint is reached, and what it keeps.</summary>
public sealed class McpOptions
{
    /// <summary>
    /// Host names, without port, under which HomeDash may be called besides loopback names and IP addresses: for example
    /// <c>nas.lan</c>. Browsers may also call from pages of these hosts.
    /// </summary>
    public IList<string> Hosts { get; } = [];

    /// <summary>Whether clients of the handshake get sessions; otherwise each of their requests stands alone.</summary>
    public bool Sessions { get; set; } = true;

    /// <summary>How many sessions are kept in memory; of more, the ones that were used least lately are put away until their next request.</summary>
    public int MaxSessions { get; set; } = 1000;

    /// <summary>How long a session lives that nobody uses.</summary>
    public TimeSpan SessionIdle { get; set; } = TimeSpan.FromHours(24);
}
