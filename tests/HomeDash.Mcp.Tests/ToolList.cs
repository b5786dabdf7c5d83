using HomeDash.Procedures;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp.Tests;

/// <summary>What a caller is offered.</summary>
public sealed class ToolList
{
    [Fact]
    public async Task An_administrator_sees_every_tool_that_is_available_and_carries_no_secret_once_and_sorted()
    {
        await using var host = await McpHost.StartAsync();

        var names = await NamesAsync(host, KeyedCaller.Administrator);

        var expected = host.Lamps.Procedures.Select(procedure => procedure.Definition)
            .Where(definition => !definition.OffMcp && definition.Namespace != "garden")
            .OrderBy(definition => definition.Path, StringComparer.Ordinal).Select(definition => definition.ToolName);
        Assert.Equal(expected, names);
    }

    [Fact]
    public async Task A_caller_sees_only_what_the_permissions_allow()
    {
        await using var host = await McpHost.StartAsync();

        var names = await NamesAsync(host, KeyedCaller.Viewer);

        Assert.Contains("lamp_get", names);
        Assert.DoesNotContain("lamp_switch", names);
    }

    [Fact]
    public async Task A_key_that_only_reads_sees_no_mutation()
    {
        await using var host = await McpHost.StartAsync();

        var tools = await ToolsAsync(host, KeyedCaller.ReadOnlyAdministrator);

        Assert.NotEmpty(tools);
        Assert.All(tools, tool => Assert.True(tool.Annotations!.ReadOnlyHint));
    }

    [Theory]
    [InlineData("lamp_get", true, false, true, false)]
    [InlineData("lamp_watch", true, false, true, false)]
    [InlineData("lamp_switch", false, false, true, false)]
    [InlineData("lamp_paint", false, false, false, false)]
    [InlineData("lamp_remove", false, true, false, false)]
    [InlineData("lamp_order", false, false, false, true)]
    public async Task Every_hint_follows_from_the_definition_and_is_said(string name, bool readOnly, bool destructive, bool idempotent, bool openWorld)
    {
        await using var host = await McpHost.StartAsync();

        var tool = (await ToolsAsync(host)).Single(tool => tool.Name == name);

        Assert.Equal((readOnly, destructive, idempotent, openWorld),
            (tool.Annotations!.ReadOnlyHint, tool.Annotations.DestructiveHint, tool.Annotations.IdempotentHint, tool.Annotations.OpenWorldHint));
        Assert.Equal($"Title of {name.Replace('_', ' ')}", tool.Title);
        Assert.Equal(tool.Title, tool.Annotations.Title);
    }

    [Fact]
    public async Task Descriptions_speak_of_tools_and_the_rest_of_a_schema_stays()
    {
        await using var host = await McpHost.StartAsync();

        var tool = (await ToolsAsync(host)).Single(tool => tool.Name == "lamp_get");

        Assert.Equal("Does lamp_get. Names are those of lamp_list.", tool.Description);
        var parameter = tool.InputSchema.GetProperty("properties").GetProperty("lamp");
        Assert.Equal("A name as lamp_list shows it.", parameter.GetProperty("description").GetString());
        Assert.Equal("lamp.list", parameter.GetProperty("default").GetString());
        Assert.False(tool.InputSchema.GetProperty("additionalProperties").GetBoolean());
    }

    [Fact]
    public async Task Every_output_schema_is_an_object()
    {
        await using var host = await McpHost.StartAsync();

        var tools = await ToolsAsync(host);

        Assert.Null(tools.Single(tool => tool.Name == "lamp_echo").OutputSchema);
        Assert.All(tools.Where(tool => tool.OutputSchema is not null), tool => Assert.Equal("object", tool.OutputSchema!.Value.GetProperty("type").GetString()));
    }

    [Fact]
    public void A_compact_tool_keeps_what_a_call_needs()
    {
        var lamp = new Lamps().Procedures.Single(procedure => procedure.Definition.ToolName == "lamp_get").Definition with
        {
            Description = "Returns a lamp. It takes a while.",
            OutputSchema = """{"type":"object","properties":{"watts":{"type":"number"}}}""",
        };
        var tool = ToolPrinter.Print(lamp, new ToolWords(new ProcedureCatalog([], [])), ToolDetail.Compact);

        Assert.Equal("Returns a lamp.", tool.Description);
        Assert.Null(tool.OutputSchema);
        Assert.Null(tool.Title);
        Assert.True(tool.Annotations!.ReadOnlyHint);
        Assert.Null(tool.Annotations.DestructiveHint);
        Assert.Equal("object", tool.InputSchema.GetProperty("type").GetString());
    }

    [Fact]
    public void A_result_is_described_where_its_values_do_not_explain_themselves()
    {
        const string Schema = """
            {"type":"object","description":"A lamp.","properties":{
            "name":{"type":"string","description":"Its name.","default":""},
            "burnedSeconds":{"type":"number","description":"How long it has burned."},"bulbs":{"type":"integer","description":"How many bulbs."},
            "rooms":{"type":"array","description":"Where it is.","items":{"type":"object","description":"A room.","properties":{"size":{"type":"number","description":"In m²."}}}}},
            "required":["name"]}
            """;

        Assert.Equal(
            """{"type":"object","description":"A lamp.","properties":{"name":{"type":"string"},"burnedSeconds":{"type":"number"},"bulbs":{"type":"integer"},"rooms":{"type":"array","items":{"type":"object","properties":{"size":{"type":"number","description":"In m²."}}}}},"required":["name"]}""",
            ResultSchema.Shorten(Schema));
    }

    [Fact]
    public async Task What_is_added_or_becomes_available_is_listed_at_once()
    {
        await using var host = await McpHost.StartAsync();
        Assert.DoesNotContain("garden_water", await NamesAsync(host));

        host.Lamps.Add("lamp.another");
        host.Lamps.Garden.BecomeAvailable();

        var names = await NamesAsync(host);
        Assert.Contains("lamp_another", names);
        Assert.Contains("garden_water", names);
    }

    private static async Task<string[]> NamesAsync(McpHost host, string key = KeyedCaller.Administrator) =>
        [.. (await ToolsAsync(host, key)).Select(tool => tool.Name)];

    private static async Task<Tool[]> ToolsAsync(McpHost host, string key = KeyedCaller.Administrator)
    {
        await using var client = await host.ConnectAsync(key: key);
        return [.. (await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Select(tool => tool.ProtocolTool)];
    }
}
