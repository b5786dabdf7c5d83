using System.Text.Json;

namespace HomeDash.Mcp;

/// <summary>Names in <c>_meta</c>: the protocol's and HomeDash's own.</summary>
internal static class MetaNames
{
    /// <summary>In the result of tools/list: changes exactly when the tools do that this caller sees.</summary>
    public static readonly JsonEncodedText ToolSet = JsonEncodedText.Encode("homedash/toolSet");
}
