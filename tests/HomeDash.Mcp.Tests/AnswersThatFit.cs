using System.Text;
using HomeDash.Procedures;
using HomeDash.Procedures.Fixture;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp.Tests;

/// <summary>A model gets the fields that it asked for, and no answer that is too long for it.</summary>
public sealed class AnswersThatFit
{
    [Fact]
    public async Task A_query_takes_fields_and_answers_with_those_alone_as_its_schema_allows()
    {
        await using var host = await McpHost.StartAsync(services => services.AddFixture());
        await using var client = await host.ConnectAsync();

        var tool = (await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Single(tool => tool.Name == "fixture_list");
        var result = await client.CallToolAsync("fixture_list", new Dictionary<string, object?> { ["fields"] = new[] { "items.name" } }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("""{"items":[{"name":"clock"},{"name":"lamp"},{"name":"radio"}]}""", result.StructuredContent!.Value.GetRawText());
        Assert.Equal("array", tool.JsonSchema.GetProperty("properties").GetProperty("fields").GetProperty("type").GetString());
        Assert.DoesNotContain("required", tool.ReturnJsonSchema!.Value.GetRawText());
    }

    [Fact]
    public async Task A_mutation_takes_no_fields()
    {
        await using var host = await McpHost.StartAsync(services => services.AddFixture());
        await using var client = await host.ConnectAsync();

        var tool = (await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Single(tool => tool.Name == "fixture_rename");

        Assert.False(tool.JsonSchema.GetProperty("properties").TryGetProperty("fields", out _));
    }

    [Fact]
    public async Task A_field_that_does_not_exist_is_a_problem_of_the_argument()
    {
        await using var host = await McpHost.StartAsync(services => services.AddFixture());
        await using var client = await host.ConnectAsync();

        var result = await client.CallToolAsync("fixture_get", new Dictionary<string, object?> { ["gadget"] = "lamp", ["fields"] = new[] { "nmae" } }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("fields[0]", CallResults.Error(result).GetProperty("problems")[0].GetProperty("path").GetString());
    }

    [Fact]
    public async Task A_list_that_is_too_long_is_cut_and_says_so()
    {
        await using var host = await McpHost.StartAsync(services => services.AddFixture().Configure<AnswerOptions>(options => options.Budget = 300));
        await using var client = await host.ConnectAsync();

        var result = await client.CallToolAsync("fixture_list", cancellationToken: TestContext.Current.CancellationToken);

        var answer = result.StructuredContent!.Value;
        Assert.Equal(3, answer.GetProperty("items").GetArrayLength() + answer.GetProperty("leftOut").GetInt32());
        Assert.InRange(Encoding.UTF8.GetByteCount(((TextContentBlock)result.Content[0]).Text), 1, 300);
    }
}
