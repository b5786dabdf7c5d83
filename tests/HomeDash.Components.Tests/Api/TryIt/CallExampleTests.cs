using System.Text.Json.Nodes;
using HomeDash.Components.Api.TryIt;
using HomeDash.Procedures;

namespace HomeDash.Components.Tests.Api.TryIt;

/// <summary>The same call as other programs make it.</summary>
public sealed class CallExampleTests
{
    [Fact]
    public void A_query_over_rest_repeats_lists_and_writes_records_as_json()
    {
        var rest = Example("rest", ProcedureKind.Query, """{"names":["a b","c"],"limit":5,"options":{"deep":true}}""");

        Assert.Equal(
            """
            curl --get http://nas:7575/api/v1/shelf/sort \
              -H 'ApiKey: <your-api-key>' \
              --data-urlencode 'names=a b' \
              --data-urlencode 'names=c' \
              --data-urlencode 'limit=5' \
              --data-urlencode 'options={"deep":true}'
            """.ReplaceLineEndings("\n"),
            rest);
    }

    [Fact]
    public void A_mutation_posts_json_that_no_apostrophe_ends()
    {
        var rest = Example("rest", ProcedureKind.Mutation, """{"name":"it's"}""");

        Assert.Contains("curl http://nas:7575/api/v1/shelf/sort", rest);
        Assert.Contains("""-d '{"name":"it'\''s"}'""", rest);
    }

    [Fact]
    public void Trpc_takes_a_query_in_the_address_and_a_mutation_in_the_body()
    {
        Assert.Contains("""--data-urlencode 'input={"limit":5}'""", Example("trpc", ProcedureKind.Query, """{"limit":5}"""));
        Assert.Contains("""-d '{"limit":5}'""", Example("trpc", ProcedureKind.Mutation, """{"limit":5}"""));
        Assert.Contains("curl --no-buffer http://nas:7575/api/trpc/shelf.sort", Example("trpc", ProcedureKind.Subscription, "{}"));
    }

    [Fact]
    public void Mcp_calls_the_tool_by_its_name()
    {
        var mcp = Example("mcp", ProcedureKind.Mutation, """{"limit":5}""");

        Assert.Contains("http://nas:7575/api/mcp/mcp", mcp);
        Assert.Contains("\"name\": \"shelf_sort\"", mcp);
        Assert.Contains("\"limit\": 5", mcp);
    }

    [Fact]
    public void A_way_that_a_procedure_does_not_have_is_not_shown()
    {
        Assert.Equal(["rest", "trpc"], CallExample.All(new("http://nas:7575/"), Tool(ProcedureKind.Mutation, onMcp: false), []).Select(example => example.Id));
        Assert.Equal(["rest", "trpc"], CallExample.All(new("http://nas:7575/"), Tool(ProcedureKind.Subscription), []).Select(example => example.Id));
    }

    [Fact]
    public void A_dry_run_is_asked_for_by_a_header_and_on_mcp_by_an_argument()
    {
        var examples = CallExample.All(new("http://nas:7575/"), Tool(ProcedureKind.Mutation), [], dryRun: true);

        Assert.Equal(["rest", "trpc", "mcp"], examples.Select(example => example.Id));
        Assert.Contains("\"dryRun\":true", examples[2].Text.Replace(" ", ""));
        Assert.All(examples.Take(2), example => Assert.Contains("-H 'HomeDash-Dry-Run: true'", example.Text));
        Assert.DoesNotContain("Dry-Run", Example("rest", ProcedureKind.Mutation, "{}"));
    }

    private static string Example(string id, ProcedureKind kind, string input) =>
        CallExample.All(new("http://nas:7575/"), Tool(kind), JsonNode.Parse(input)!.AsObject()).Single(example => example.Id == id).Text;

    private static ToolInfo Tool(ProcedureKind kind, bool onMcp = true) =>
        new("shelf.sort", "shelf_sort", "Sort shelf", "Sorts a shelf.", kind, null, "shelf.use", onMcp, null, null, [], "{}", null);
}
