using System.CommandLine;
using System.Text.Json.Nodes;
using HomeDash.Procedures;

namespace HomeDash.Web.Commands.Calling;

/// <summary><c>homedash tools</c> and <c>homedash schema PATH</c>: what can be called, and how.</summary>
internal static class ToolsCommand
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    public static Command List()
    {
        var server = new ServerOptions();
        var json = new Option<bool>("--json") { Description = "Prints everything there is to know of them, schemas too, as JSON." };
        var command = new Command("tools", "Lists every procedure that can be called.") { json };
        server.AddTo(command);
        command.SetAction((parsed, cancellationToken) => Verb.RunAsync(async () =>
        {
            await using var door = server.Open(parsed, Timeout);
            var tools = await door.ToolsAsync(connected: true, cancellationToken);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(PrettyJson.Of(tools.Select(tool => tool.Json)));
            }
            else
            {
                Table.Print(["PROCEDURE", "DOES", "PERMISSION", "TITLE"], tools.Select(tool => (string[])[tool.Path, tool.Effect ?? tool.Kind, tool.Permission, tool.Title]));
            }

            return 0;
        }));
        return command;
    }

    public static Command Schema()
    {
        var server = new ServerOptions();
        var path = new Argument<string>("procedure") { Description = "Namespace and verb, for example docker.restart." };
        var command = new Command("schema", "Prints the JSON Schemas of a procedure: what it takes and what it returns.") { path };
        server.AddTo(command);
        command.SetAction((parsed, cancellationToken) => Verb.RunAsync(async () =>
        {
            await using var door = server.Open(parsed, Timeout);
            var tools = await door.ToolsAsync(connected: false, cancellationToken);
            var wanted = parsed.GetRequiredValue(path);
            var tool = tools.FirstOrDefault(tool => tool.Path == wanted) ?? throw Unknown(wanted, tools);
            Console.WriteLine(PrettyJson.Of(new JsonObject
            {
                ["procedure"] = tool.Path,
                ["description"] = tool.Description,
                ["input"] = JsonNode.Parse(tool.InputSchema),
                ["output"] = tool.OutputSchema is { } output ? JsonNode.Parse(output) : null,
            }));
            return 0;
        }));
        return command;
    }

    private static UsageFailure Unknown(string wanted, IReadOnlyList<Tool> tools)
    {
        var near = NearestNames.Of(wanted, tools.Select(tool => tool.Path));
        return new($"There is no procedure '{wanted}'. {(near.Count == 0 ? "homedash tools lists them all." : $"Did you mean {string.Join(" or ", near)}?")}");
    }
}
