using System.Text.Json.Nodes;
using HomeDash.Components.Api;

namespace HomeDash.Components.Tests.Api;

public sealed class ClientGuideTests
{
    private const string Url = "http://nas.lan:7575/api/mcp/mcp";
    private const string Key = "0123abcd.secret";

    private static readonly IReadOnlyList<ClientGuide> Guides = ClientGuide.All(new(Url), Key);

    [Theory]
    [InlineData("claude-code", "mcpServers", "url")]
    [InlineData("cursor", "mcpServers", "url")]
    [InlineData("vs-code", "servers", "url")]
    [InlineData("gemini-cli", "mcpServers", "httpUrl")]
    public void Http_clients_get_address_and_key_in_their_own_words(string client, string root, string address)
    {
        var server = Configuration(client)[root]!["homedash"]!;

        Assert.Equal(Url, (string?)server[address]);
        Assert.Equal(Key, (string?)server["headers"]!["ApiKey"]);
    }

    [Theory]
    [InlineData("claude-code")]
    [InlineData("vs-code")]
    public void Clients_that_want_the_type_said_get_it(string client) =>
        Assert.Equal("http", (string?)Configuration(client).Single().Value!["homedash"]!["type"]);

    [Theory]
    [InlineData("claude-desktop")]
    [InlineData("stdio")]
    public void Clients_of_programs_get_the_bridge_without_a_space_in_the_header(string client)
    {
        var server = Configuration(client)["mcpServers"]!["homedash"]!;
        var arguments = server["args"]!.AsArray().Select(argument => (string)argument!).ToList();

        Assert.Equal("npx", (string?)server["command"]);
        Assert.Equal(["-y", "mcp-remote", Url, "--transport", "http-only", "--allow-http", "--header", $"ApiKey:{Key}"], arguments);
    }

    [Theory]
    [InlineData("claude-desktop")]
    [InlineData("stdio")]
    public void They_can_start_homedash_itself_which_keeps_the_key_out_of_its_arguments(string client)
    {
        var server = Guides.Single(guide => guide.Id == client).Snippets.Select(snippet => snippet.Text)
            .Where(text => text.StartsWith('{')).Select(text => JsonNode.Parse(text)!["mcpServers"]!["homedash"]!).First(server => (string?)server["command"] == "homedash");

        Assert.Equal(["mcp", "--url", Url], server["args"]!.AsArray().Select(argument => (string)argument!));
        Assert.Equal(Key, (string?)server["env"]!["HOMEDASH_KEY"]);
    }

    [Fact]
    public void Over_https_the_bridge_need_not_allow_http() =>
        Assert.DoesNotContain("--allow-http", string.Concat(ClientGuide.All(new("https://home.example/api/mcp/mcp"), Key).SelectMany(guide => guide.Snippets).Select(snippet => snippet.Text)));

    // The header option takes as many values as follow it, so it must come last.
    [Fact]
    public void Claude_code_gets_one_command() => Assert.Equal(
        $"claude mcp add --transport http homedash {Url} --header \"ApiKey: {Key}\"",
        Guides.Single(guide => guide.Id == "claude-code").Snippets[0].Text);

    [Fact]
    public void Without_a_key_every_snippet_holds_the_placeholder() =>
        Assert.All(ClientGuide.All(new(Url), null).Where(guide => guide.TakesProfile).SelectMany(guide => guide.Snippets), snippet => Assert.Contains(ClientGuide.Placeholder, snippet.Text));

    [Fact]
    public void Home_assistant_takes_a_secret_path_and_no_key()
    {
        Assert.Equal("http://nas.lan:7575/api/mcp/s/<your-secret-path>", HomeAssistant(null));
        Assert.Equal("http://nas.lan:7575/api/mcp/s/0123abcd.secret", HomeAssistant("http://nas.lan:7575/api/mcp/s/0123abcd.secret"));

        static string HomeAssistant(string? secretPath) => ClientGuide.All(new(Url), Key, secretPath).Single(guide => guide.Id == "home-assistant").Snippets.Single().Text;
    }

    private static JsonObject Configuration(string client) =>
        JsonNode.Parse(Guides.Single(guide => guide.Id == client).Snippets[^1].Text)!.AsObject();
}
