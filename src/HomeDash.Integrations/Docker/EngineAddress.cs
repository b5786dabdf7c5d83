using System.Text;
using HomeDash.Procedures;

namespace HomeDash.Integrations.Docker;

/// <summary>Where an engine listens.</summary>
/// <param name="Base">The address for HTTP.</param>
/// <param name="Socket">The path of the Unix socket; null for TCP.</param>
internal sealed record EngineAddress(Uri Base, string? Socket)
{
    /// <summary>What Linux allows, without the byte that ends it.</summary>
    private const int LongestSocketPath = 107;

    private const int PlainPort = 2375;
    private const int TlsPort = 2376;

    /// <summary>Reads an address like <c>unix:///var/run/docker.sock</c> or <c>tcp://192.168.1.10:2375</c>.</summary>
    /// <exception cref="ProcedureException">It makes no sense.</exception>
    public static EngineAddress Read(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            throw Wrong("it is not an address");
        }

        if (address.UserInfo.Length > 0)
        {
            throw Wrong("it holds a user name or password, which an engine does not take");
        }

        return address.Scheme switch
        {
            "unix" => Unix(url["unix://".Length..]),
            "tcp" or "http" => Tcp("http", PlainPort, address),
            "https" => Tcp("https", TlsPort, address),
            _ => throw Wrong($"{address.Scheme}:// is no way to reach an engine"),
        };
    }

    /// <inheritdoc/>
    public override string ToString() => Socket is null ? Base.GetLeftPart(UriPartial.Authority) : $"unix://{Socket}";

    private static EngineAddress Unix(string path) =>
        !path.StartsWith('/') ? throw Wrong("the path of the socket must begin with a slash, so that there are three: unix:///path")
        : Encoding.UTF8.GetByteCount(path) > LongestSocketPath ? throw Wrong($"the path of the socket is longer than {LongestSocketPath} bytes")
        : new(new("http://localhost"), path);

    private static EngineAddress Tcp(string scheme, int usualPort, Uri address)
    {
        if (address.Host.Length == 0)
        {
            throw Wrong("it names no host");
        }

        // http://host means port 80 to everybody else; only tcp://host means the engine's usual port.
        var port = address.Port > 0 ? address.Port : usualPort;
        return new(new UriBuilder(scheme, address.Host, port).Uri, null);
    }

    private static ProcedureException Wrong(string why) =>
        ProcedureErrors.InvalidInput("url", $"This is no address of a Docker engine: {why}. Write it like unix:///var/run/docker.sock or tcp://192.168.1.10:2375.");
}
