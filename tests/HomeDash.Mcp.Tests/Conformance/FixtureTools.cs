using System.Text.Json;
using System.Text.Json.Nodes;
using HomeDash.Procedures;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp.Tests;

/// <summary>The tools that the conformance suite wants of a server (its scenarios name them and what they answer).</summary>
internal sealed class FixtureTools : IForeignTools
{
    public const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
    private const string Wav = "UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=";
    private const string NoArguments = """{"type":"object","properties":{}}""";

    private readonly Dictionary<string, Fixture> tools = new(StringComparer.Ordinal);

    public FixtureTools(IEnumerable<IProcedureSource> sources)
    {
        // Whatever changes the catalogue changes what there is of both.
        Add("test_trigger_tool_change", (_, _, _) => Grow(sources));
        Add("test_trigger_prompt_change", (_, _, _) => Grow(sources));
        Add("test_simple_text", (_, _, _) => Text("This is a simple text response for testing."));
        Add("test_image_content", (_, _, _) => Content($$"""{"type":"image","data":"{{Png}}","mimeType":"image/png"}"""));
        Add("test_audio_content", (_, _, _) => Content($$"""{"type":"audio","data":"{{Wav}}","mimeType":"audio/wav"}"""));
        Add("test_embedded_resource", (_, _, _) => Content("""{"type":"resource","resource":{"uri":"test://embedded-resource","mimeType":"text/plain","text":"This is an embedded resource content."}}"""));
        Add("test_multiple_content_types", (_, _, _) => Content(
            $$$"""
            {"type":"text","text":"Multiple content types test:"},
            {"type":"image","data":"{{{Png}}}","mimeType":"image/png"},
            {"type":"resource","resource":{"uri":"test://mixed-content-resource","mimeType":"application/json","text":"{\"test\":\"data\",\"value\":123}"}}
            """));
        Add("test_error_handling", (_, _, _) => Task.FromResult<Made>(new("""{"type":"text","text":"This tool intentionally returns an error for testing."}""", IsError: true)));
        Add("test_tool_with_progress", ReportAsync);
        Add("test_tool_with_logging", (call, _, cancellationToken) => LogAsync(call, cancellationToken));
        Add("test_logging_tool", (call, _, cancellationToken) => LogAsync(call, cancellationToken));
        Add("test_missing_capability", (call, _, _) => FixtureQuestions.Declares(call, "sampling")
            ? Text("The client can sample.")
            : Task.FromResult<Made>(new(new McpAnswer.Error(McpErrorCode.MissingRequiredClientCapability, "This needs the capability sampling.", """{"requiredCapabilities":{"sampling":{}}}"""))));
        Add("test_x_mcp_header", (_, _, _) => Text("ok"), """{"type":"object","properties":{"region":{"type":"string","description":"Where it is.","x-mcp-header":"Region"}}}""");
        Add("json_schema_2020_12_tool", (_, _, _) => Text("ok"), Schema2020);
        foreach (var (name, schema, run) in FixtureQuestions.All)
        {
            Add(name, run, schema);
        }
    }

    public IEnumerable<Tool> OfferedTo(McpCall call) => tools.Values.Select(fixture => fixture.Tool);

    public async ValueTask<McpAnswer> CallAsync(McpCall call, string name, JsonElement parameters, CancellationToken cancellationToken) =>
        Finish(call, await tools[name].Run(call, parameters, cancellationToken));

    public static Task<Made> Text(string text) => Content($$$"""{"type":"text","text":{{{JsonSerializer.Serialize(text)}}} }""");

    private static Task<Made> Grow(IEnumerable<IProcedureSource> sources)
    {
        var lamps = sources.OfType<Lamps>().Single();
        lamps.Add($"lamp.grown{lamps.Procedures.Count}");
        return Text("There is one more tool.");
    }

    private static Task<Made> Content(string blocks) => Task.FromResult(new Made(blocks));

    private static McpAnswer Finish(McpCall call, Made made)
    {
        if (made.Answer is { } answer)
        {
            return answer;
        }

        using var result = ResultWriter.For(call.IsModern);
        result.Json.WritePropertyName("content"u8);
        JsonElement.Parse($"[{made.Blocks}]").WriteTo(result.Json);
        if (made.IsError)
        {
            result.Json.WriteBoolean("isError"u8, true);
        }

        return result.End();
    }

    private static async Task<Made> ReportAsync(McpCall call, JsonElement parameters, CancellationToken cancellationToken)
    {
        if (ProgressPump.TokenOf(parameters) is { ValueKind: not JsonValueKind.Undefined } token)
        {
            foreach (var done in new[] { 0, 50, 100 })
            {
                await call.Line!.NotifyAsync(
                    NotificationMethods.ProgressNotification,
                    new JsonObject { ["progressToken"] = JsonValue.Create(token), ["progress"] = done, ["total"] = 100, ["message"] = $"Completed step {done} of 100" },
                    cancellationToken);
                await Task.Delay(50, cancellationToken);
            }
        }

        return await Text("All steps are done.");
    }

    /// <summary>A client of 2026-07-28 says with each request whether it wants log messages, and gets none otherwise (SEP-2575).</summary>
    private static async Task<Made> LogAsync(McpCall call, CancellationToken cancellationToken)
    {
        var wanted = !call.IsModern || (call.Parameters.TryGetProperty("_meta"u8, out var meta) && meta.TryGetProperty(MetaKeys.LogLevel, out _));
        foreach (var text in wanted ? new[] { "Tool execution started", "Tool processing data", "Tool execution completed" } : [])
        {
            await call.Line!.NotifyAsync("notifications/message", new JsonObject { ["level"] = "info", ["data"] = text }, cancellationToken);
            await Task.Delay(50, cancellationToken);
        }

        return await Text("Everything was logged that was wanted.");
    }

    private void Add(string name, Run run, string schema = NoArguments) =>
        tools.Add(name, new(new() { Name = name, Description = $"A tool of the conformance suite: {name}.", InputSchema = JsonElement.Parse(schema) }, run));

    /// <summary>What a tool of the suite does.</summary>
    internal delegate Task<Made> Run(McpCall call, JsonElement parameters, CancellationToken cancellationToken);

    /// <summary>What came of it: content blocks, or an answer that is none.</summary>
    internal sealed record Made(string Blocks, bool IsError = false)
    {
        public Made(McpAnswer answer)
            : this("") => Answer = answer;

        public McpAnswer? Answer { get; }
    }

    private sealed record Fixture(Tool Tool, Run Run);

    private const string Schema2020 =
        """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
          "$defs": {"address": {"$anchor": "addressDef", "type": "object", "properties": {"street": {"type": "string"}, "city": {"type": "string"}}}},
          "properties": {
            "name": {"type": "string"}, "address": {"$ref": "#/$defs/address"}, "contactMethod": {"type": "string", "enum": ["phone", "email"]},
            "phone": {"type": "string"}, "email": {"type": "string"}
          },
          "allOf": [{"anyOf": [{"required": ["phone"]}, {"required": ["email"]}]}],
          "if": {"properties": {"contactMethod": {"const": "phone"}}, "required": ["contactMethod"]},
          "then": {"required": ["phone"]}, "else": {"required": ["email"]}, "additionalProperties": false
        }
        """;
}
