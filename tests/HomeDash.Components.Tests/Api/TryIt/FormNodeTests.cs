using System.Text.Json.Nodes;
using HomeDash.Components.Api.TryIt;
using HomeDash.Procedures;

namespace HomeDash.Components.Tests.Api.TryIt;

/// <summary>From a schema to fields, and from fields to an input.</summary>
public sealed class FormNodeTests
{
    private const string Schema = """
        {
          "type": "object",
          "properties": {
            "name": { "type": "string", "description": "A name.", "maxLength": 64 },
            "colour": { "type": "string", "enum": ["red", "green"] },
            "count": { "type": "integer", "minimum": 0, "maximum": 9, "default": 3 },
            "share": { "type": "number" },
            "force": { "type": "boolean", "default": false },
            "kept": { "type": "boolean" },
            "clear": { "type": "array", "items": { "type": "string", "enum": ["a", "b"] } },
            "targets": { "type": "array", "items": { "type": "string" } },
            "labels": { "type": "object", "additionalProperties": { "type": "integer" } },
            "options": { "type": "object", "properties": { "retry": { "type": "integer" }, "deep": { "type": "object", "properties": { "on": { "type": "boolean" } }, "additionalProperties": false } }, "additionalProperties": false },
            "more": { "type": "object", "additionalProperties": true },
            "password": { "type": "string", "format": "password" }
          },
          "required": ["name", "targets"],
          "additionalProperties": false
        }
        """;

    [Fact]
    public void Every_kind_of_parameter_is_known()
    {
        var kinds = SchemaNode.Parse(Schema).Members.ToDictionary(member => member.Name, member => member.Kind);

        Assert.Equal(
            [SchemaKind.Text, SchemaKind.Text, SchemaKind.Integer, SchemaKind.Number, SchemaKind.Boolean, SchemaKind.Boolean, SchemaKind.List, SchemaKind.List, SchemaKind.Map, SchemaKind.Record, SchemaKind.Any, SchemaKind.Text],
            kinds.Values);
    }

    [Fact]
    public void An_untouched_form_says_nothing() => Assert.Equal("{}", New().Build()!.ToJsonString());

    [Theory]
    [InlineData("""{"name":"x","targets":["a","b"]}""")]
    [InlineData("""{"colour":"red","count":5,"share":2.5,"force":true,"kept":false}""")]
    [InlineData("""{"clear":["a","b"],"labels":{"one":1,"two":2}}""")]
    [InlineData("""{"options":{"retry":2,"deep":{"on":true}},"more":{"any":[1,{"x":null}]}}""")]
    public void What_is_filled_in_comes_out_again(string json)
    {
        var form = New();

        form.Fill(JsonNode.Parse(json));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), form.Build()), form.Build()!.ToJsonString());
    }

    [Fact]
    public void A_default_that_is_kept_is_left_out()
    {
        var form = New();

        form.Fill(JsonNode.Parse("""{"force":false,"kept":false}"""));

        Assert.Equal("""{"kept":false}""", form.Build()!.ToJsonString());
    }

    [Fact]
    public void A_number_that_is_none_goes_out_as_text_for_the_pipeline_to_refuse()
    {
        var form = New();
        Field(form, "count").Text = "five";

        Assert.Equal("""{"count":"five"}""", form.Build()!.ToJsonString());
    }

    [Fact]
    public void A_secret_is_written_only_for_the_call_itself()
    {
        var form = New();
        Field(form, "password").Text = "swordfish";

        Assert.Equal("""{"password":"swordfish"}""", form.Build()!.ToJsonString());
        Assert.Equal("{\"password\":\"(password)\"}", form.Build("", secret => $"({secret.Name})")!.ToJsonString());
    }

    private static FormNode New() => new(SchemaNode.Parse(Schema));

    private static FormNode Field(FormNode form, string name) => form.Fields.Single(field => field.Schema.Name == name);
}
