using HomeDash.Procedures;

namespace HomeDash.Http.Tests;

/// <summary>What the server says of itself.</summary>
public sealed class Documents
{
    [Fact]
    public async Task The_document_names_what_this_caller_may_call_and_nothing_else()
    {
        await using var host = await HttpHost.StartAsync();

        var all = (await host.GetAsync("/api/openapi.json")).Json.GetProperty("paths");
        var some = (await host.GetAsync("/api/openapi.json", KeyedCaller.Viewer)).Json.GetProperty("paths");

        Assert.True(all.TryGetProperty("/api/v1/fixture/rename", out _));
        Assert.False(some.TryGetProperty("/api/v1/fixture/rename", out _));
        Assert.True(some.TryGetProperty("/api/v1/fixture/list", out _));
    }

    [Fact]
    public async Task An_operation_has_the_tools_name_its_namespace_and_the_procedures_schemas()
    {
        await using var host = await HttpHost.StartAsync();

        var document = (await host.GetAsync("/api/openapi.json")).Json;
        var list = document.GetProperty("paths").GetProperty("/api/v1/fixture/list").GetProperty("get");
        var restart = document.GetProperty("paths").GetProperty("/api/v1/fixture/restart").GetProperty("post");

        Assert.Equal("3.1.0", document.GetProperty("openapi").GetString());
        Assert.Equal("fixture_list", list.GetProperty("operationId").GetString());
        Assert.Equal("fixture", list.GetProperty("tags")[0].GetString());
        Assert.Equal(["state", "limit", "fields"], list.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
        Assert.Equal("gadgets", restart.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("required")[0].GetString());
        Assert.True(restart.GetProperty("responses").TryGetProperty("202", out _));
        Assert.Equal("#/components/responses/Problem", restart.GetProperty("responses").GetProperty("default").GetProperty("$ref").GetString());
    }

    [Fact]
    public async Task Every_answer_of_a_query_is_of_the_shape_that_the_document_says()
    {
        await using var host = await HttpHost.StartAsync();
        var schema = (await host.GetAsync("/api/openapi.json")).Json.GetProperty("paths").GetProperty("/api/v1/workshop/all").GetProperty("get")
            .GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("properties");

        var answer = (await host.GetAsync("/api/v1/workshop/all")).Json;

        Assert.All(answer.EnumerateObject(), property => Assert.True(schema.TryGetProperty(property.Name, out _), property.Name));
    }

    [Fact]
    public void Every_kind_of_schema_has_its_type()
    {
        const string Schema = """
            {"type":"object","properties":{
              "id":{"type":"string","description":"An id. */ alert(1) /*"},
              "size":{"type":["integer","null"]},
              "state":{"type":"string","enum":["on","off"]},
              "tags":{"type":"object","additionalProperties":{"type":"array","items":{"type":"string"}}},
              "any":{},
              "of-two":{"anyOf":[{"type":"object","properties":{"kind":{"const":"a"}},"required":["kind"]},{"type":"boolean"}]}
            },"required":["id","of-two"]}
            """;

        Assert.Equal(
            """
            {
              /** An id. * / alert(1) /* */
              id: string;
              size?: number | null;
              state?: "on" | "off";
              tags?: Record<string, (string)[]>;
              any?: unknown;
              "of-two": {
                kind: "a";
              } | boolean;
            }
            """.ReplaceLineEndings("\n"),
            TypeScriptTypes.Of(System.Text.Json.Nodes.JsonNode.Parse(Schema), ""));
    }

    [Fact]
    public async Task The_types_are_those_of_what_this_caller_may_call()
    {
        await using var host = await HttpHost.StartAsync();

        var all = (await host.GetAsync("/api/trpc/types.d.ts")).Text;
        var some = (await host.GetAsync("/api/trpc/types.d.ts", KeyedCaller.Viewer)).Text;

        Assert.Contains("rename: Mutation<{", all);
        Assert.DoesNotContain("rename:", some);
        Assert.All(Enum.GetValues<ErrorReason>(), reason => Assert.Contains($"'{reason.ToWire()}'", some));
    }
}
