using System.CommandLine;

namespace HomeDash.Web.Commands;

/// <summary>The program's command line: without a verb it serves.</summary>
internal static class HomeDashCommand
{
    public static RootCommand Create()
    {
        var root = new RootCommand("""
            HomeDash: dashboard and MCP server for a home lab. Without a verb it serves the dashboard and the MCP endpoint.

            Environment:
              HOMEDASH_URLS      where to listen (http://127.0.0.1:7575)
              HOMEDASH_DATA      folder for database and keys (homedash in the user's data directory)
              HOMEDASH_DATABASE  PostgreSQL connection string (a SQLite file in the data folder)
              HOMEDASH_HOSTS     host names that HomeDash may be reached by besides localhost, separated by commas
              DOCKER_HOST        the first Docker engine (the default socket)
            """)
        {
            UsersCommand.Create(),
            KeysCommand.Create(),
        };
        root.SetAction((_, cancellationToken) => Verb.RunAsync(() => ServeCommand.RunAsync(cancellationToken)));
        return root;
    }
}
