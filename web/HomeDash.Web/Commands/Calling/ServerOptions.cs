using System.CommandLine;

namespace HomeDash.Web.Commands.Calling;

/// <summary>Which HomeDash is called: a running one by its address and a key, or the data of this machine.</summary>
internal sealed class ServerOptions
{
    private readonly Option<string?> url = new("--url") { Description = "Address of a running HomeDash (HOMEDASH_URL); without one, the data on this machine is used, as HomeDash itself.", Recursive = true };
    private readonly Option<string?> key = new("--key") { Description = "API key for it. Others on this machine can see it: HOMEDASH_KEY or --key-stdin are better.", Recursive = true };
    private readonly Option<bool> keyStdin = new("--key-stdin") { Description = "Reads the API key from the first line of standard input.", Recursive = true };

    /// <summary>Lets a command be told.</summary>
    /// <param name="command">The command.</param>
    /// <param name="readsInput">Whether standard input is free for the key.</param>
    public void AddTo(Command command, bool readsInput = true)
    {
        command.Add(url);
        command.Add(key);
        if (readsInput)
        {
            command.Add(keyStdin);
        }
    }

    /// <summary>Opens the way to the procedures.</summary>
    /// <exception cref="UsageFailure">The address is none, or the key is missing.</exception>
    public ICallDoor Open(ParseResult parsed, TimeSpan timeout) =>
        Find(parsed, parsed.GetValue(keyStdin)) is { } running ? new RemoteDoor(running.Server, running.Key, timeout) : new InProcessDoor();

    /// <summary>The running HomeDash and its key; null for the data of this machine.</summary>
    /// <exception cref="UsageFailure">The address is none, or the key is missing.</exception>
    public (Uri Server, string Key)? Find(ParseResult parsed, bool keyOnInput = false)
    {
        if ((parsed.GetValue(url) ?? Environment.GetEnvironmentVariable("HOMEDASH_URL")) is not { Length: > 0 } address)
        {
            return null;
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https"))
        {
            throw new UsageFailure($"'{address}' is no address. Give it as http://127.0.0.1:7575.");
        }

        var given = keyOnInput ? Console.In.ReadLine() : parsed.GetValue(key) ?? Environment.GetEnvironmentVariable("HOMEDASH_KEY");
        return string.IsNullOrWhiteSpace(given)
            ? throw new UsageFailure("A running HomeDash wants an API key: HOMEDASH_KEY, --key-stdin or --key.")
            : (server, given.Trim());
    }
}
