using Bunit;
using HomeDash.Components.Api;

namespace HomeDash.Components.Tests.Api;

public sealed class McpTabTests : HouseContext
{
    private const string Module = "./_content/HomeDash.Components/js/mcp.js";

    [Fact]
    public void The_endpoint_is_where_the_page_is()
    {
        var tab = Render<McpTab>();

        Assert.Equal("http://localhost/api/mcp/mcp", tab.Find(".copy-box code").TextContent);
    }

    [Fact]
    public void A_key_that_was_just_made_is_filled_in()
    {
        var tab = Render<McpTab>(parameters => parameters.Add(component => component.Key, "0123abcd.secret"));

        Assert.All(tab.FindAll("#client-steps pre"), snippet => Assert.Contains("0123abcd.secret", snippet.TextContent));
    }

    [Fact]
    public void Choosing_a_client_shows_its_own_snippets()
    {
        var tab = Render<McpTab>();

        tab.Find("#client-vs-code").Click();

        Assert.Equal("true", tab.Find("#client-vs-code").GetAttribute("aria-selected"));
        Assert.Contains(".vscode/mcp.json", tab.Find("#client-steps").TextContent);
    }

    [Fact]
    public void A_test_without_a_key_asks_for_one()
    {
        var test = Render<ConnectionTest>(parameters => parameters.Add(component => component.Endpoint, new Uri("http://localhost/api/mcp/mcp")));

        test.Find("form").Submit();

        Assert.Contains("Paste an API key", test.Find("[role=status]").TextContent);
    }

    [Theory]
    [InlineData("{\"ok\":true,\"tools\":23,\"server\":\"HomeDash 1.0\"}", "Connected to HomeDash 1.0: 23 tools")]
    [InlineData("{\"ok\":false,\"status\":401}", "does not accept this key")]
    [InlineData("{\"ok\":false,\"status\":404}", "Nothing answers MCP")]
    [InlineData("{\"ok\":false,\"status\":0,\"message\":\"No answer within 10 seconds.\"}", "No answer within 10 seconds.")]
    public void What_the_browser_finds_is_said_in_words(string found, string words)
    {
        var module = JSInterop.SetupModule(Module);
        var test = Render<ConnectionTest>(parameters => parameters
            .Add(component => component.Endpoint, new Uri("http://localhost/api/mcp/mcp")).Add(component => component.Key, "0123abcd.secret"));
        Answer(module, found, test);

        Assert.Contains(words, test.Find("[role=status]").TextContent);
    }

    private static void Answer(BunitJSModuleInterop module, string found, IRenderedComponent<ConnectionTest> test)
    {
        var result = System.Text.Json.JsonSerializer.Deserialize<ConnectionTest.TestResult>(found, System.Text.Json.JsonSerializerOptions.Web)!;
        module.Setup<ConnectionTest.TestResult>("test", "http://localhost/api/mcp/mcp", "0123abcd.secret").SetResult(result);
        test.Find("form").Submit();
    }
}
