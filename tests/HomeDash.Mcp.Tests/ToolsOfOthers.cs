using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;

namespace HomeDash.Mcp.Tests;

/// <summary>Tools that are no procedures stand beside those that are.</summary>
public sealed class ToolsOfOthers
{
    public static TheoryData<string> AllVersions => McpHost.AllVersions;

    [Theory, MemberData(nameof(AllVersions))]
    public async Task They_are_listed_after_the_catalogue_and_called_like_its_tools(string version)
    {
        await using var host = await StartAsync();
        await using var client = await host.ConnectAsync(version);

        var tools = (await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Select(tool => tool.Name).ToList();
        var foreign = await client.CallToolAsync("test_multiple_content_types", cancellationToken: TestContext.Current.CancellationToken);
        var own = await client.CallToolAsync("lamp_get", cancellationToken: TestContext.Current.CancellationToken);

        Assert.InRange(tools.IndexOf("lamp_get"), 0, tools.IndexOf("test_image_content"));
        Assert.Equal(["text", "image", "resource"], foreign.Content.Select(block => block.Type));
        Assert.NotNull(own.StructuredContent);
    }

    [Fact]
    public async Task Their_schemas_are_passed_on_as_they_are()
    {
        await using var host = await StartAsync();
        await using var client = await host.ConnectAsync();

        var tool = (await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Single(tool => tool.Name == "json_schema_2020_12_tool");

        Assert.True(tool.JsonSchema.TryGetProperty("$defs", out _));
        Assert.True(tool.JsonSchema.TryGetProperty("if", out _));
    }

    [Fact]
    public async Task The_name_of_the_list_tells_that_they_are_there()
    {
        await using var with = await StartAsync();
        await using var without = await McpHost.StartAsync();

        Assert.NotEqual(await ToolSetAsync(without), await ToolSetAsync(with));
    }

    [Theory]
    [InlineData("eu-west", HttpStatusCode.OK)]
    [InlineData("=?base64?ZXUtd2VzdA==?=", HttpStatusCode.OK)]
    [InlineData("us-east", HttpStatusCode.BadRequest)]
    [InlineData("=?base64?!!!?=", HttpStatusCode.BadRequest)]
    [InlineData(null, HttpStatusCode.BadRequest)]
    public async Task Arguments_that_they_want_in_headers_must_be_there_and_be_the_same(string? header, HttpStatusCode status)
    {
        await using var host = await StartAsync();

        var answer = await host.ModernAsync("tools/call", """, "name":"test_x_mcp_header","arguments":{"region":"eu-west"} """, ("Mcp-Name", "test_x_mcp_header"), ("Mcp-Param-Region", header));

        Assert.Equal(status, answer.Status);
        if (status == HttpStatusCode.BadRequest)
        {
            Assert.Equal((int)McpErrorCode.HeaderMismatch, answer.ErrorCode);
            Assert.Contains("Mcp-Param-Region", answer.ErrorMessage);
        }
    }

    private static Task<McpHost> StartAsync() => McpHost.StartAsync(services => services.AddSingleton<IForeignTools, FixtureTools>());

    private static async Task<string?> ToolSetAsync(McpHost host) =>
        (await host.ModernAsync("tools/list")).Message.GetProperty("result").GetProperty("_meta").GetProperty("homedash/toolSet").GetString();
}
