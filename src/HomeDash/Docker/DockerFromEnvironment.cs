using System.Text;

namespace HomeDash;

/// <summary>
/// The first Docker engine, found as Docker's own tools find it: by <c>DOCKER_HOST</c>, else by the usual sockets.
/// Touches neither database nor network.
/// </summary>
internal static class DockerFromEnvironment
{
    /// <summary>The id that the first engine keeps from start to start.</summary>
    public const string Id = "docker";

    /// <summary>What Linux allows, without the byte that ends it.</summary>
    private const int LongestSocketPath = 107;

    /// <summary>Looks at this process's environment and file system.</summary>
    public static FirstEngine Find() => Find(Environment.GetEnvironmentVariable, File.Exists);

    /// <summary>Looks at what it is given.</summary>
    /// <param name="variable">The value of an environment variable; null or empty when it is not set.</param>
    /// <param name="exists">Whether there is a socket at a path.</param>
    public static FirstEngine Find(Func<string, string?> variable, Func<string, bool> exists)
    {
        if (variable("DOCKER_HOST") is { Length: > 0 } host)
        {
            return FromHost(host.Trim(), variable("DOCKER_TLS_VERIFY") is { Length: > 0 });
        }

        return UsualSockets(variable("XDG_RUNTIME_DIR")).FirstOrDefault(exists) is { } socket ? new(Engine("docker", $"unix://{socket}")) : new(null);
    }

    private static IEnumerable<string> UsualSockets(string? runtimeDirectory)
    {
        yield return "/var/run/docker.sock";
        if (runtimeDirectory is { Length: > 0 })
        {
            yield return Path.Combine(runtimeDirectory, "docker.sock");
            yield return Path.Combine(runtimeDirectory, "podman", "podman.sock");
        }

        yield return "/run/podman/podman.sock";
    }

    private static FirstEngine FromHost(string host, bool verifiesTls)
    {
        if (host.StartsWith('/') || !Uri.TryCreate(host, UriKind.Absolute, out var address))
        {
            return new(null, "DOCKER_HOST is not an address. Write it like unix:///var/run/docker.sock or tcp://192.168.1.10:2375.");
        }

        if (address.UserInfo.Length > 0)
        {
            return new(null, "DOCKER_HOST holds a user name or password, which a Docker engine does not take. Leave it out.");
        }

        return address.Scheme switch
        {
            "unix" when !host.StartsWith("unix:///", StringComparison.Ordinal) =>
                new(null, "DOCKER_HOST names a socket without its whole path. There are three slashes: unix:///var/run/docker.sock."),
            "unix" when Encoding.UTF8.GetByteCount(host) > LongestSocketPath + "unix://".Length =>
                new(null, $"DOCKER_HOST names a socket whose path is longer than {LongestSocketPath} bytes, which no program can open. Use a shorter link to it."),
            "unix" => new(Engine("docker", host)),
            "tcp" or "http" or "https" when address.Host.Length == 0 => new(null, "DOCKER_HOST names no host. Write it like tcp://192.168.1.10:2375."),
            "tcp" or "http" or "https" => new(Engine(address.Host, verifiesTls || address.Scheme == "https" ? WithScheme("https", address) : host)),
            "ssh" => new(null, $"DOCKER_HOST is an ssh address, which HomeDash cannot use. Forward the socket (ssh -N -L /tmp/docker.sock:/var/run/docker.sock {address.Host}) and set DOCKER_HOST=unix:///tmp/docker.sock."),
            "npipe" => new(null, "DOCKER_HOST is a Windows pipe, which HomeDash cannot use. Let Docker listen on TCP and set DOCKER_HOST=tcp://127.0.0.1:2375."),
            _ => new(null, $"DOCKER_HOST begins with {address.Scheme}://, which is no way to reach a Docker engine. Use unix:// or tcp://."),
        };
    }

    private static string WithScheme(string scheme, Uri address) => $"{scheme}://{address.Authority}";

    private static Integration Engine(string name, string url) => new(Id, name, "docker", url);
}

/// <summary>What the environment says of a Docker engine.</summary>
/// <param name="Integration">The integration to store; null when there is none.</param>
/// <param name="Problem">What is wrong with the environment and what to do; null when nothing is.</param>
internal sealed record FirstEngine(Integration? Integration, string? Problem = null);
