using System.Text.Json;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Mcp.Tests;

/// <summary>Tools that are found instead of listed.</summary>
public sealed class SearchingTools
{
    [Fact]
    public async Task The_list_holds_the_tools_that_find_tools_and_what_is_pinned()
    {
        await using var house = await ProfileHost.StartAsync();

        var tools = await house.ListAsync("finding");

        Assert.Equal(["tools_search", "tools_read", "tools_write", "tools_destroy", "lamp_list"], tools.Keys);
        Assert.Equal(
            [(true, false), (true, false), (false, false), (false, true)],
            tools.Values.Take(4).Select(tool => tool.GetProperty("annotations")).Select(hints => (hints.GetProperty("readOnlyHint").GetBoolean(), hints.GetProperty("destructiveHint").GetBoolean())));
    }

    [Fact]
    public async Task Who_may_only_read_is_offered_no_tool_that_changes()
    {
        await using var house = await ProfileHost.StartAsync();

        Assert.Equal(["tools_search", "tools_read", "lamp_list"], (await house.ListAsync("finding", KeyedCaller.ReadOnlyAdministrator)).Keys);
        Assert.DoesNotContain(Found(await house.CallAsync("finding", "tools_search", """{"query":"switch a lamp"}""", KeyedCaller.ReadOnlyAdministrator)), tool => tool.Name == "lamp_switch");
    }

    [Fact]
    public async Task What_is_found_says_how_it_is_called()
    {
        await using var house = await ProfileHost.StartAsync();

        var result = await house.CallAsync("finding", "tools_search", """{"query":"switching the lamps","limit":3}""");

        var found = Found(result);
        Assert.Equal(("lamp_switch", "tools_write"), found[0]);
        Assert.Equal(3, found.Length);
        var first = result.GetProperty("structuredContent").GetProperty("tools")[0];
        Assert.Contains("lamp_switch", first.GetProperty("description").GetString());
        Assert.Equal("object", first.GetProperty("inputSchema").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Words_that_people_say_find_what_is_called_otherwise()
    {
        await using var house = await ProfileHost.StartAsync(services => services.AddSingleton<ISearchWords>(new Words()));

        Assert.Equal("lamp_switch", Found(await house.CallAsync("finding", "tools_search", """{"query":"make it dark"}"""))[0].Name);
    }

    [Theory]
    [InlineData("tools_read", "lamp_get", """{}""")]
    [InlineData("tools_read", "lamp_echo", """{"lamp":"hall"}""")]
    [InlineData("tools_read", "lamp_fail", """{}""")]
    [InlineData("tools_read", "lamp_badInput", """{}""")]
    [InlineData("tools_write", "lamp_switch", """{"lamp":"hall"}""")]
    [InlineData("tools_write", "lamp_order", """{}""")]
    [InlineData("tools_destroy", "lamp_remove", """{}""")]
    public async Task A_call_of_what_was_found_comes_back_as_if_it_had_been_called_directly(string through, string tool, string arguments)
    {
        await using var house = await ProfileHost.StartAsync();

        var indirect = await house.CallAsync("finding", through, $$"""{"tool":"{{tool}}","arguments":{{arguments}}}""");
        var direct = await house.CallAsync("finding", tool, arguments);

        Assert.Equal(direct.GetRawText(), indirect.GetRawText());
        Assert.All(house.Lengths.Sent, sent => Assert.Equal(tool.Replace('_', '.'), sent.Path));
    }

    [Theory]
    [InlineData("tools_read", "lamp_switch", "tools_write")]
    [InlineData("tools_read", "lamp_remove", "tools_destroy")]
    [InlineData("tools_write", "lamp_remove", "tools_destroy")]
    [InlineData("tools_destroy", "lamp_get", "tools_read")]
    public async Task Each_calls_only_what_it_says_of_itself(string through, string tool, string right)
    {
        await using var house = await ProfileHost.StartAsync();

        var refused = await house.CallAsync("finding", through, $$"""{"tool":"{{tool}}"}""");

        Assert.True(ProfileHost.Failed(refused));
        Assert.Contains($"call it with {right}", ProfileHost.Text(refused));
    }

    [Fact]
    public async Task Permissions_are_those_of_the_tool_that_is_called()
    {
        await using var house = await ProfileHost.StartAsync();

        var refused = await house.CallAsync("finding", "tools_write", """{"tool":"lamp_switch"}""", KeyedCaller.Viewer);

        Assert.True(ProfileHost.Failed(refused));
        Assert.Contains(Lamps.Drive, ProfileHost.Text(refused));
    }

    [Theory]
    [InlineData("tools_search", "{}", "query")]
    [InlineData("tools_search", """{"query":"lamp","limit":99}""", "limit")]
    [InlineData("tools_read", "{}", "tool")]
    [InlineData("tools_read", """{"tool":"lamp_get","arguments":[1]}""", "arguments")]
    public async Task Arguments_that_will_not_do_are_refused_by_name(string tool, string arguments, string path)
    {
        await using var house = await ProfileHost.StartAsync();

        var refused = await house.CallAsync("finding", tool, arguments);

        Assert.True(ProfileHost.Failed(refused));
        Assert.Contains($"\"path\":\"{path}\"", refused.GetProperty("content")[1].GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_tool_that_there_is_not_is_answered_with_the_nearest()
    {
        await using var house = await ProfileHost.StartAsync();

        Assert.Contains("lamp_get", ProfileHost.Text(await house.CallAsync("finding", "tools_read", """{"tool":"lamp_gett"}""")));
        Assert.True(ProfileHost.Failed(await house.CallAsync("finding", "tools_search", """{"query":"xylophone"}""")));
    }

    [Fact]
    public async Task What_to_call_next_is_said_so_that_it_can_be_called()
    {
        await using var house = await ProfileHost.StartAsync();
        house.Profiles.Profiles[4] = house.Profiles.Profiles[4] with { Pinned = [] };
        house.Profiles.Change();

        var refused = await house.CallAsync("finding", "tools_read", """{"tool":"lamp_fail"}""");

        var next = JsonElement.Parse(refused.GetProperty("content")[1].GetProperty("text").GetString()!).GetProperty("error").GetProperty("next");
        Assert.Equal("tools_read", next.GetProperty("tool").GetString());
        Assert.Equal("lamp_list", next.GetProperty("arguments").GetProperty("tool").GetString());
        Assert.Equal("hal", next.GetProperty("arguments").GetProperty("arguments").GetProperty("near").GetString());
    }

    [Fact]
    public async Task Without_tool_search_nothing_is_called_through_others()
    {
        await using var house = await ProfileHost.StartAsync();

        Assert.Equal(-32602, (await house.PostAsync("mcp", """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"tools_read","arguments":{"tool":"lamp_get"}}}""")).ErrorCode);
    }

    private static (string Name, string CallWith)[] Found(JsonElement result) =>
    [
        .. result.GetProperty("structuredContent").GetProperty("tools").EnumerateArray().Select(tool => (tool.GetProperty("name").GetString()!, tool.GetProperty("callWith").GetString()!)),
    ];

    private sealed class Words : ISearchWords
    {
        public IReadOnlyDictionary<string, string> ByName { get; } = new Dictionary<string, string> { ["lamp.switch"] = "dark bright" };
    }
}
