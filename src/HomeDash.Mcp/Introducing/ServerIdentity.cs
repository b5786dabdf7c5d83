using System.Reflection;
using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>What HomeDash calls itself to clients. The name is short: some clients put it before the name of each tool.</summary>
internal static class ServerIdentity
{
    public static Implementation Info { get; } = new()
    {
        Name = "homedash",
        Title = "HomeDash",
        Version = typeof(ServerIdentity).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0",
    };

    /// <summary>The same as JSON.</summary>
    public static byte[] Json { get; } = JsonSerializer.SerializeToUtf8Bytes(Info, SdkJson.Of<Implementation>());
}
