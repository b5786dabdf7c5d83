using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Mcp.Tests;

/// <summary>The prompts that the conformance suite wants of a server.</summary>
internal sealed class FixturePrompts : IPromptSource
{
    private static readonly PromptEntry[] Entries =
    [
        Entry("test_simple_prompt"),
        Entry("test_prompt_with_arguments", "arg1", "arg2"),
        Entry("test_prompt_with_embedded_resource", "resourceUri"),
        Entry("test_prompt_with_image"),
        Entry("test_input_required_result_prompt"),
    ];

    public IEnumerable<PromptEntry> OfferedTo(McpCall call) => Entries;

    public ValueTask<McpAnswer?> WriteAsync(McpCall call, string name, JsonElement parameters, CancellationToken cancellationToken) => new(name switch
    {
        "test_simple_prompt" => Messages(call, Text("This is a simple prompt for testing.")),
        "test_prompt_with_arguments" => Messages(call, Text($"Prompt with arguments: arg1='{Argument(parameters, "arg1")}', arg2='{Argument(parameters, "arg2")}'")),
        "test_prompt_with_embedded_resource" => Messages(
            call,
            $$$"""{"type":"resource","resource":{"uri":{{{JsonSerializer.Serialize(Argument(parameters, "resourceUri"))}}},"mimeType":"text/plain","text":"Embedded resource content for testing."} }""",
            Text("Please process the embedded resource above.")),
        "test_prompt_with_image" => Messages(call, $$"""{"type":"image","data":"{{FixtureTools.Png}}","mimeType":"image/png"}""", Text("Please analyze the image above.")),
        "test_input_required_result_prompt" => (McpAnswer?)FixtureQuestions.AboutPrompt(parameters) ?? Messages(call, Text("What the user said is part of this prompt.")),
        _ => null,
    });

    public ValueTask<TargetNames?> CompleteAsync(McpCall call, string name, string argument, string text, CancellationToken cancellationToken) =>
        new(Array.Exists(Entries, entry => entry.Name == name) ? new TargetNames(["paris", "park", "party"], 3) : null);

    private static PromptEntry Entry(string name, params string[] arguments) =>
        new(name, name, $"A prompt of the conformance suite: {name}.", [.. arguments.Select(argument => new PromptArgumentEntry(argument, $"The argument {argument}.", Required: true))]);

    private static string Argument(JsonElement parameters, string name) => parameters.GetProperty("arguments").GetProperty(name).GetString()!;

    private static string Text(string text) => $$$"""{"type":"text","text":{{{JsonSerializer.Serialize(text)}}} }""";

    private static McpAnswer.Result Messages(McpCall call, params string[] contents)
    {
        using var result = ResultWriter.For(call.IsModern);
        result.Json.WritePropertyName("messages"u8);
        result.Json.WriteRawValue($"[{string.Join(',', contents.Select(content => $$$"""{"role":"user","content":{{{content}}} }"""))}]");
        return result.End();
    }
}
