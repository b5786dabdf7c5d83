using System.Globalization;

namespace HomeDash.Benchmarks;

/// <summary>What the run is asked to do.</summary>
/// <param name="Part">The only part that is measured; null for all of them.</param>
/// <param name="Seconds">How long each case is loaded over HTTP; 0 leaves that part out.</param>
/// <param name="Peer">The MCP endpoint of a running server to put beside HomeDash.</param>
/// <param name="PeerKey">Its API key, sent as the header <c>ApiKey</c>.</param>
/// <param name="PeerTool">The tool of it that is called.</param>
/// <param name="PeerArguments">What that tool is called with, as JSON.</param>
internal sealed record Options(string? Part, int Seconds, Uri? Peer, string PeerKey, string PeerTool, string PeerArguments)
{
    public const string Usage = """
        usage: eng/bench [--part NAME] [--seconds N] [--peer URL [--peer-key KEY] [--peer-tool NAME] [--peer-arguments JSON]]

          --part NAME            only one part: tools, generator, calls, sessions or http
          --seconds N            seconds of load for each case over HTTP, 0 for none (5)
          --peer URL             also load the MCP endpoint of a running server
          --peer-key KEY         its API key, sent as the header ApiKey
          --peer-tool NAME       the tool of it to call (app_get)
          --peer-arguments JSON  what to call that tool with ({})
        """;

    /// <summary>Whether a part is to be measured.</summary>
    public bool Wants(string part) => Part is null || Part == part;

    /// <summary>The options of a command line; null when it is not one.</summary>
    public static Options? Parse(string[] arguments)
    {
        var options = new Options(null, 5, null, "", "app_get", "{}");
        for (var index = 0; index + 1 < arguments.Length; index += 2)
        {
            var value = arguments[index + 1];
            switch (arguments[index])
            {
                case "--part" when value is "tools" or "generator" or "calls" or "sessions" or "http":
                    options = options with { Part = value };
                    break;
                case "--seconds" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= 600:
                    options = options with { Seconds = seconds };
                    break;
                case "--peer" when Uri.TryCreate(value, UriKind.Absolute, out var peer) && peer.Scheme is "http" or "https":
                    options = options with { Peer = peer };
                    break;
                case "--peer-key":
                    options = options with { PeerKey = value };
                    break;
                case "--peer-tool":
                    options = options with { PeerTool = value };
                    break;
                case "--peer-arguments":
                    options = options with { PeerArguments = value };
                    break;
                default:
                    return null;
            }
        }

        return arguments.Length % 2 == 0 ? options : null;
    }
}
