using System.Text.Json;
using HomeDash.Procedures;
using HomeDash.Procedures.Fixture;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp.Tests;

/// <summary>What can be read under an address, and by whom.</summary>
public sealed class ReadingResources
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> AllVersions => McpHost.AllVersions;

    [Theory, MemberData(nameof(AllVersions))]
    public async Task Resources_and_templates_are_listed_and_read_in_every_version(string version)
    {
        await using var host = await McpHost.StartAsync(services => services.AddFixture());
        await using var client = await host.ConnectAsync(version);

        var resource = Assert.Single(await client.ListResourcesAsync(cancellationToken: Cancellation));
        var templates = await client.ListResourceTemplatesAsync(cancellationToken: Cancellation);
        var read = await client.ReadResourceAsync("fixture://gadget/{gadget}", new Dictionary<string, object?> { ["gadget"] = "lamp" }, cancellationToken: Cancellation);

        Assert.NotNull(client.ServerCapabilities.Resources);
        Assert.Equal(("fixture://gadgets", "gadgets", "All gadgets", "Lists the gadgets by id.", "application/json"), (resource.Uri, resource.Name, resource.Title, resource.Description, resource.MimeType));
        Assert.Equal(["fixture://gadget/{gadget}", "fixture://gadget/{gadget}/words"], templates.Select(template => template.UriTemplate));
        Assert.Equal("Reads what is written on a gadget, as fixture_get does not.", templates[1].Description);
        var content = Assert.IsType<TextResourceContents>(Assert.Single(read.Contents));
        Assert.Equal(("fixture://gadget/lamp", "application/json"), (content.Uri, content.MimeType));
        Assert.Equal("g2", JsonElement.Parse(content.Text).GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_resource_is_read_with_the_arguments_that_it_declares()
    {
        await using var host = await McpHost.StartAsync(services => services.AddFixture());

        Assert.Equal(2, JsonElement.Parse(await TextAsync(host, "fixture://gadgets")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Lines_are_plain_text_with_the_values_of_an_item_side_by_side()
    {
        await using var host = await McpHost.StartAsync(services => services.AddFixture());
        await using var client = await host.ConnectAsync();

        var read = await client.ReadResourceAsync("fixture://gadget/g2/words", cancellationToken: Cancellation);

        var content = Assert.IsType<TextResourceContents>(Assert.Single(read.Contents));
        Assert.Equal(("text/plain", "1 lamp\n2 Fragile.\n"), (content.MimeType, content.Text));
    }

    [Fact]
    public async Task A_long_resource_is_cut_as_an_answer_is()
    {
        await using var host = await McpHost.StartAsync(services => services.AddFixture().Configure<AnswerOptions>(options => options.Budget = 60));

        Assert.Equal("1 lamp\n(1 more lines were too many for one answer.)\n", await TextAsync(host, "fixture://gadget/g2/words"));
    }

    [Theory]
    [InlineData("fixture://nowhere", "There is no resource 'fixture://nowhere'.")]
    [InlineData("fixture://gadget/lmap", "There is no gadget 'lmap'. Did you mean 'lamp'?")]
    [InlineData("fixture://gadget/", "There is no resource 'fixture://gadget/'.")]
    [InlineData("file:///etc/passwd", "There is no resource 'file:///etc/passwd'.")]
    public async Task What_is_not_there_is_said_in_the_words_of_the_version(string uri, string message)
    {
        await using var host = await McpHost.StartAsync(services => services.AddFixture());

        var modern = await host.ModernAsync("resources/read", $", \"uri\":\"{uri}\"", ("Mcp-Name", uri));
        var legacy = await host.PostAsync($$$"""{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"{{{uri}}}"}}""");

        Assert.Equal((-32602, uri), (modern.ErrorCode, modern.Message.GetProperty("error").GetProperty("data").GetProperty("uri").GetString()));
        Assert.Equal(-32002, legacy.ErrorCode);
        Assert.StartsWith(message, legacy.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_call_the_query_is_not_offered_its_resources()
    {
        await using var host = await McpHost.StartAsync(services => services.AddFixture());
        await using var client = await host.ConnectAsync(key: KeyedCaller.Viewer);

        Assert.Empty(await client.ListResourcesAsync(cancellationToken: Cancellation));
        Assert.Empty(await client.ListResourceTemplatesAsync(cancellationToken: Cancellation));
        await Assert.ThrowsAsync<McpProtocolException>(async () => await client.ReadResourceAsync("fixture://gadgets", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Whoever_may_see_one_thing_reads_that_one_and_does_not_learn_of_others()
    {
        await using var host = await McpHost.StartAsync(services => services.AddFixture());

        Assert.Contains("g2", await TextAsync(host, "fixture://gadget/lamp", KeyedCaller.Borrower));
        var refused = await Assert.ThrowsAsync<McpProtocolException>(() => TextAsync(host, "fixture://gadget/radio", KeyedCaller.Borrower));
        Assert.Contains("There is no gadget 'radio'.", refused.Message);
    }

    [Fact]
    public async Task Modern_lists_may_be_kept_for_a_while_and_what_is_read_may_not()
    {
        await using var host = await McpHost.StartAsync(services => services.AddFixture());

        foreach (var (method, more, name, lifetime) in new[]
        {
            ("resources/list", "", "", 300_000), ("resources/templates/list", "", "", 300_000), ("prompts/list", "", "", 300_000),
            ("resources/read", ", \"uri\":\"fixture://gadgets\"", "fixture://gadgets", 0),
        })
        {
            var result = (await host.ModernAsync(method, more, ("Mcp-Name", name))).Message.GetProperty("result");
            Assert.Equal((lifetime, "private"), (result.GetProperty("ttlMs").GetInt32(), result.GetProperty("cacheScope").GetString()));
        }
    }

    internal static async Task<string> TextAsync(McpHost host, string uri, string key = KeyedCaller.Administrator)
    {
        await using var client = await host.ConnectAsync(key: key);
        var read = await client.ReadResourceAsync(uri, cancellationToken: Cancellation);
        return Assert.IsType<TextResourceContents>(Assert.Single(read.Contents)).Text;
    }
}
