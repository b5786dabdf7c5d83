using System.Text.Json;
using System.Text.Json.Nodes;
using HomeDash.Mcp;
using HomeDash.Procedures;
using ModelContextProtocol.Protocol;

namespace HomeDash.Contract.Tests;

/// <summary>Every tool can be set up in Home Assistant, whose client converts the schemas of all of them before it offers one.</summary>
public sealed class HomeAssistantTests
{
    private static readonly ToolWords Words = new(new ProcedureCatalog([], []));

    public static TheoryData<string> Paths => Contracts.Paths;

    [Theory, MemberData(nameof(Paths))]
    public void A_tool_is_converted_in_every_detail(string path)
    {
        foreach (var detail in Enum.GetValues<ToolDetail>())
        {
            var tool = Tool(path, detail);

            var told = HomeAssistantSchema.Convert(tool.InputSchema.GetRawText());

            Assert.Equal(
                Numbers(JsonNode.Parse(tool.InputSchema.GetRawText())!).Order(StringComparer.Ordinal),
                Numbers(told).Order(StringComparer.Ordinal));
        }
    }

    // An agent with several servers calls the tool homedash__<name>, and providers take 64 characters.
    [Theory, MemberData(nameof(Paths))]
    public void A_name_has_room_for_the_name_of_the_server(string path) =>
        Assert.Matches("^[a-zA-Z0-9_]{1,54}$", Tool(path, ToolDetail.Full).Name);

    [Theory]
    [InlineData("""{"properties":{}}""", "the type object")]
    [InlineData("""{"type":"object"}""", "no properties")]
    [InlineData("""{"type":"object","properties":{},"oneOf":[{"required":["a"]},{"required":["b"]}]}""", "says no type")]
    [InlineData("""{"type":"object","properties":{"a":{}}}""", "/a: {} says no type")]
    [InlineData("""{"type":"object","properties":{"a":true}}""", "/a: true says no type")]
    [InlineData("""{"type":"object","properties":{"a":{"description":"Anything."}}}""", "/a: it says no type")]
    [InlineData("""{"type":"object","properties":{"a":{"const":"x"}}}""", "const")]
    [InlineData("""{"type":"object","properties":{"a":{"enum":["x","y"]}}}""", "/a: it says no type")]
    [InlineData("""{"type":"object","properties":{"a":{"$ref":"#/$defs/b"}},"$defs":{"b":{"type":"string"}}}""", "$defs")]
    [InlineData("""{"type":"object","properties":{"a":{"$ref":"#/properties/a"}}}""", "$ref")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","allOf":[{"type":"string"}]}}}""", "allOf")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"integer","multipleOf":5}}}""", "multipleOf")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"array","items":{"type":"string"},"uniqueItems":true}}}""", "uniqueItems")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"array"}}}""", "no items")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"array","items":{}}}}""", "/a/items")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"array","items":false}}}""", "/a/items")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"array","prefixItems":[{"type":"string"}]}}}""", "prefixItems")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"object","additionalProperties":{}}}}""", "/a/*")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","pattern":"^\\p{L}+$"}}}""", "\\p{")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","pattern":"(?<name>a)"}}}""", "(?<n")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","pattern":"^[a-z-[aeiou]]$"}}}""", "[a-z-[aeiou]]")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","pattern":"^(a+)+$"}}}""", "for ever")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"object","patternProperties":{"^x":{"type":"string"}}}}}""", "patternProperties")]
    [InlineData("""{"type":"object","properties":{},"if":{"required":["a"]},"then":{"required":["b"]}}""", "if")]
    [InlineData("""{"type":"object","properties":{},"dependentRequired":{"a":["b"]}}""", "dependentRequired")]
    [InlineData("""{"type":"object","properties":{},"unevaluatedProperties":false}""", "unevaluatedProperties")]
    [InlineData("""{"type":"object","properties":{"deep":{"type":"object","properties":{"a":{"type":"array","items":{"type":"object","properties":{"b":{}}}}}}}}""", "/deep/a/items/b")]
    public void What_a_version_of_home_assistant_refuses_is_refused_here(string schema, string why) =>
        Assert.Contains(why, Assert.Throws<HomeAssistantRefusal>(() => HomeAssistantSchema.Convert(schema)).Message);

    [Theory]
    [InlineData("""{"type":"object","properties":{"a":{"type":["string","null"]}}}""")]
    [InlineData("""{"type":"object","properties":{"a":{"anyOf":[{"type":"string"},{"type":"null"}]}}}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","enum":["x","y"]}},"required":["a"],"additionalProperties":false}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"object","additionalProperties":{"type":"string"}}}}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"object","additionalProperties":true}}}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","format":"date-time","default":"x","pattern":"^[a-z]+(-[a-z]+)?$"}}}""")]
    public void What_all_versions_read_is_read_here(string schema) => HomeAssistantSchema.Convert(schema);

    [Fact]
    public void A_number_without_limits_is_a_text_to_the_model() => Assert.Equal(
        """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"number"}}}""",
        HomeAssistantSchema.Convert("""{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"integer","minimum":0}}}""").ToJsonString());

    private static Tool Tool(string path, ToolDetail detail) => ToolPrinter.Print(Contracts.Find(path).Definition, Words, detail);

    /// <summary>The paths of the numbers in a schema.</summary>
    private static IEnumerable<string> Numbers(JsonNode schema) =>
        schema is JsonObject { } node
            ? (node["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String && type.GetValue<string>() is "integer" or "number" ? [node.GetPath()] : Array.Empty<string>())
                .Concat((node["properties"] as JsonObject ?? []).SelectMany(property => Numbers(property.Value!)))
                .Concat(node["items"] is { } items ? Numbers(items) : [])
            : [];
}
