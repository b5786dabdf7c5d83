using System.Text.Json.Nodes;
using HomeDash.Procedures;

namespace HomeDash.Components.Api.TryIt;

/// <summary>One call, as other programs would make it.</summary>
/// <param name="Id">Its id on the page.</param>
/// <param name="Name">The way in.</param>
/// <param name="Text">What to copy.</param>
public sealed record CallExample(string Id, string Name, string Text)
{
    private const string Key = $"-H 'ApiKey: {ClientGuide.Placeholder}'";
    private const string DryRun = "-H 'HomeDash-Dry-Run: true'";
    private const string Next = " \\\n  ";

    /// <summary>The ways in that this procedure has.</summary>
    /// <param name="house">Where HomeDash is.</param>
    /// <param name="tool">The procedure.</param>
    /// <param name="input">The input, without its secrets.</param>
    /// <param name="dryRun">Whether it is only to say what would happen.</param>
    public static IReadOnlyList<CallExample> All(Uri house, ToolInfo tool, JsonObject input, bool dryRun = false)
    {
        List<CallExample> all =
        [
            new("rest", "REST", Rest(house, tool, input, dryRun)),
            new("trpc", "tRPC", Trpc(house, tool, input, dryRun)),
        ];
        if (tool is { OnMcp: true, Kind: not ProcedureKind.Subscription })
        {
            all.Add(new("mcp", "MCP", Mcp(house, tool, input, dryRun)));
        }

        return all;
    }

    private static string Rest(Uri house, ToolInfo tool, JsonObject input, bool dryRun)
    {
        var address = new Uri(house, $"api/v1/{tool.Path.Replace('.', '/')}").AbsoluteUri;
        return tool.Kind == ProcedureKind.Mutation ? Post(address, input, dryRun) : Get(tool, address, [.. Arguments(input)]);
    }

    private static string Trpc(Uri house, ToolInfo tool, JsonObject input, bool dryRun)
    {
        var address = new Uri(house, $"api/trpc/{tool.Path}").AbsoluteUri;
        return tool.Kind == ProcedureKind.Mutation ? Post(address, input, dryRun) : Get(tool, address, input.Count == 0 ? [] : [$"input={Compact(input)}"]);
    }

    private static string Mcp(Uri house, ToolInfo tool, JsonObject input, bool dryRun)
    {
        var arguments = input.DeepClone().AsObject();
        if (dryRun)
        {
            arguments[Procedures.DryRun.Parameter] = true;
        }

        var message = new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = 1,
            ["method"] = "tools/call",
            ["params"] = new JsonObject { ["name"] = tool.Tool, ["arguments"] = arguments },
        };
        return string.Join(Next, [
            $"curl {new Uri(house, "api/mcp/mcp").AbsoluteUri}", Key, "-H 'Content-Type: application/json'", "-H 'Accept: application/json, text/event-stream'",
            $"-d {Quoted(message.ToJsonString(JsonTexts.Readable))}",
        ]);
    }

    private static string Get(ToolInfo tool, string address, string[] arguments)
    {
        var curl = tool.Kind == ProcedureKind.Subscription ? "curl --no-buffer" : "curl";
        return string.Join(Next, [arguments.Length == 0 ? $"{curl} {address}" : $"{curl} --get {address}", Key, .. arguments.Select(argument => $"--data-urlencode {Quoted(argument)}")]);
    }

    private static string Post(string address, JsonObject input, bool dryRun) =>
        string.Join(Next, [$"curl {address}", Key, .. dryRun ? [DryRun] : Array.Empty<string>(), "-H 'Content-Type: application/json'", $"-d {Quoted(Compact(input))}"]);

    // REST's one rule: lists repeat, objects are JSON.
    private static IEnumerable<string> Arguments(JsonObject input) => input.SelectMany(argument => argument.Value is JsonArray items
        ? items.Select(item => $"{argument.Key}={Plain(item)}")
        : [$"{argument.Key}={Plain(argument.Value)}"]);

    private static string Plain(JsonNode? value) => value is JsonValue scalar ? scalar.ToString() : Compact(value);

    private static string Compact(JsonNode? value) => value?.ToJsonString(JsonTexts.Compact) ?? "null";

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
