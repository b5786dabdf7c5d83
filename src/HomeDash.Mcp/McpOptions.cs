namespace HomeDash.Mcp;

/// <summary>How the MCP endpoint is reached.</summary>
public sealed class McpOptions
{
    /// <summary>
    /// Host names, without port, under which HomeDash may be called besides loopback names and IP addresses: for example
    /// <c>nas.lan</c>. Browsers may also call from pages of these hosts.
    /// </summary>
    public IList<string> Hosts { get; } = [];
}
