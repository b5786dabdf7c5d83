using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using HomeDash.Web.Commands.Calling;

namespace HomeDash.Web.Commands;

/// <summary>The program's command line: without a verb it serves.</summary>
internal static class HomeDashCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ShellPatience = TimeSpan.FromSeconds(3);

    /// <summary>Does what the command line says.</summary>
    /// <returns>0, 1 for a failure, or 2 for a command line that makes no sense.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        await using var call = new CallCommand();
        var root = Create(call);
        var completes = arguments is [['[', 's', 'u', 'g', 'g', 'e', 's', 't', ..], ..];
        var words = completes ? [.. CommandLineParser.SplitCommandLine(arguments.Length > 1 ? arguments[1] : "")] : arguments;
        if (words is [{ } verb, ..] && verb == call.Name)
        {
            // Which commands there are below call is only known to the HomeDash that is called.
            var learned = await Verb.RunAsync(
                async () =>
                {
                    await call.LearnAsync(words, completes ? ShellPatience : Patience, CancellationToken.None);
                    return 0;
                },
                quiet: completes);
            if (learned != 0 && !completes)
            {
                return learned;
            }
        }

        var parsed = root.Parse(arguments);
        return parsed.Action is not ParseErrorAction ? await parsed.InvokeAsync()
            : await Verb.RunAsync(() => throw (parsed.CommandResult.Command == call ? call.Explain(parsed) : new([.. parsed.Errors.Select(error => error.Message)])));
    }

    private static Command Demo()
    {
        var command = new Command("demo", "Serves a house to try things out in: every service is played in memory. Prints how to sign in.");
        command.SetAction((_, cancellationToken) => Verb.RunAsync(() => ServeCommand.RunDemoAsync(cancellationToken)));
        return command;
    }

    private static RootCommand Create(CallCommand call)
    {
        var root = new RootCommand("""
            HomeDash: dashboard and MCP server for a home lab. Without a verb it serves the dashboard and the MCP endpoint.

            Environment:
              HOMEDASH_URLS      where to listen (http://127.0.0.1:7575)
              HOMEDASH_DATA      folder for database and keys (homedash in the user's data directory)
              HOMEDASH_DATABASE  PostgreSQL connection string (a SQLite file in the data folder)
              HOMEDASH_HOSTS     host names that HomeDash may be reached by besides localhost, separated by commas
              HOMEDASH_URL       the running HomeDash that call, tools, schema and mcp speak to (the data on this machine)
              HOMEDASH_KEY       the API key for it
              DOCKER_HOST        the first Docker engine (the default socket)
            """)
        {
            call,
            ToolsCommand.List(),
            ToolsCommand.Schema(),
            McpCommand.Create(),
            Demo(),
            UsersCommand.Create(),
            KeysCommand.Create(),
            IntegrationsCommand.Create(),
            CompletionCommand.Create(),
        };
        root.SetAction((_, cancellationToken) => Verb.RunAsync(() => ServeCommand.RunAsync(cancellationToken)));
        return root;
    }
}
