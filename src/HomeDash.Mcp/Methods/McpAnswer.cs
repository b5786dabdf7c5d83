using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>What a method of the protocol came to.</summary>
internal abstract record McpAnswer
{
    private McpAnswer()
    {
    }

    /// <summary>The finished <c>result</c> of the JSON-RPC response, in UTF-8: whoever sends it adds nothing.</summary>
    public sealed record Result(ReadOnlyMemory<byte> Json) : McpAnswer;

    /// <summary>The <c>error</c> of the JSON-RPC response.</summary>
    /// <param name="Code">The code of JSON-RPC or MCP.</param>
    /// <param name="Message">What was wrong and what to do.</param>
    /// <param name="DataJson">The error's <c>data</c> as JSON; null for none.</param>
    public sealed record Error(McpErrorCode Code, string Message, string? DataJson = null) : McpAnswer;

    /// <summary>The user has to be asked first; the call is then repeated with the answers (SEP-2322).</summary>
    /// <param name="Requests">The questions, by key.</param>
    /// <param name="State">What the repeated call has to bring along.</param>
    public sealed record Asks(IReadOnlyDictionary<string, InputRequest> Requests, string? State) : McpAnswer;
}
