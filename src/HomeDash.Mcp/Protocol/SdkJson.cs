using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;

namespace HomeDash.Mcp;

/// <summary>How the SDK reads and writes its types.</summary>
internal static class SdkJson
{
    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(T));
}
