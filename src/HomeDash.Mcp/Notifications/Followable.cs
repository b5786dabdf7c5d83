using ModelContextProtocol;

namespace HomeDash.Mcp;

/// <summary>What a client may follow.</summary>
internal static class Followable
{
    /// <summary>How many resources one client may follow at a time.</summary>
    public const int Most = 1000;

    /// <exception cref="McpProtocolException">There are too many.</exception>
    public static void RefuseTooMany(int count)
    {
        if (count > Most)
        {
            throw new McpProtocolException($"At most {Most} resources can be followed at a time. Follow fewer.", McpErrorCode.InvalidParams);
        }
    }
}
