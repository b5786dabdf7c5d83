using System.CommandLine;
using HomeDash.Mcp;
using HomeDash.Procedures;
using HomeDash.Web.Commands.Calling;
using HomeDash.Web.Hosting;

namespace HomeDash.Web.Commands;

/// <summary><c>homedash mcp</c>: the MCP server on standard input and output, for clients that start programs.</summary>
internal static class McpCommand
{
    private const string Endpoints = "/api/mcp/";

    public static Command Create()
    {
        var server = new ServerOptions();
        var user = new Option<string?>("--user") { Description = "Whom the data of this machine are used as; HomeDash itself when left out." };
        var readOnly = new Option<bool>("--read-only") { Description = "Offers only what reads." };
        var profile = new Option<string?>("--profile") { Description = "Which profile of tools is served; mcp, which is all tools, when left out." };
        var command = new Command("mcp", """
            Speaks MCP on standard input and output, for AI clients that start programs.

            With --url it leads to a running HomeDash, which is what you want beside one; the key says what may be done.
            Without, it serves the data on this machine by itself.
            """)
        {
            user, readOnly, profile,
        };
        server.AddTo(command, readsInput: false);
        command.SetAction((parsed, cancellationToken) => Verb.RunAsync(() => RunAsync(
            server.Find(parsed), new(parsed.GetValue(user), parsed.GetValue(readOnly)), parsed.GetValue(profile), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync((Uri Server, string Key)? running, StdioUser user, string? profile, CancellationToken cancellationToken)
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        // Only messages may be there: whatever else wants to print does so where the client keeps its log.
        Console.SetOut(Console.Error);
        if (running is { } remote)
        {
            if (user != StdioUser.House)
            {
                throw new UsageFailure("--user and --read-only are for the data on this machine: what may be done at --url is the key's.");
            }

            using var bridge = Bridge(Endpoint(remote.Server, profile), remote.Key);
            await bridge.RunAsync(input, output, cancellationToken);
            return 0;
        }

        await using var house = await StdioHouse.OpenAsync(user, profile ?? ToolProfile.DefaultName, cancellationToken);
        await house.ServeAsync(input, output, cancellationToken);
        return 0;
    }

    private static StdioBridge Bridge(Uri endpoint, string key)
    {
        try
        {
            return new(endpoint, key);
        }
        catch (ArgumentException)
        {
            throw new UsageFailure("The key is none: it has the form <id>.<token>.");
        }
    }

    /// <summary>The endpoint of an address that is HomeDash's, or the endpoint's own.</summary>
    private static Uri Endpoint(Uri server, string? profile) =>
        server.AbsolutePath.Contains(Endpoints, StringComparison.Ordinal)
            ? profile is null ? server : throw new UsageFailure("--url names an endpoint already: leave out --profile, or the path.")
            : new(server.AbsoluteUri.TrimEnd('/') + Endpoints + Uri.EscapeDataString(profile ?? ToolProfile.DefaultName));
}
