using Bunit;
using HomeDash.Components.Api;
using HomeDash.Components.Api.Profiles;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Components.Tests.Api;

public sealed class ToolSwitchTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_tool_is_switched_off_in_its_row_and_marked()
    {
        var table = Unfolded("app_delete");

        await PressAsync(table, "Offer app_delete to AI clients");

        table.WaitForAssertion(() => Assert.Contains("Switched off", table.Find(".tool summary").TextContent), Patience);
        Assert.True(Services.GetRequiredService<IToolSwitches>().Find("app.delete")!.Off);
    }

    [Fact]
    public async Task A_tool_is_described_in_other_words_and_put_back()
    {
        var table = Unfolded("app_delete");

        await PressAsync(table, "Describe app_delete in other words");
        table.Find("textarea").Input("Ask twice.");
        await table.Find("form").SubmitAsync();
        table.WaitForAssertion(() => Assert.Contains("Ask twice.", table.Find("q").TextContent), Patience);
        Assert.Equal("Ask twice.", Services.GetRequiredService<IToolSwitches>().Find("app.delete")!.Description);

        await PressAsync(table, "Put the description of app_delete back");
        table.WaitForAssertion(() => Assert.Empty(table.FindAll("q")), Patience);
        Assert.Null(Services.GetRequiredService<IToolSwitches>().Find("app.delete"));
    }

    [Fact]
    public async Task Who_may_not_switch_is_told_so()
    {
        var table = Unfolded("app_list");
        Allow("tools.view", "app.view");

        await PressAsync(table, "Offer app_list to AI clients");

        table.WaitForAssertion(() => Assert.Contains("tools.manage", table.Find("[role=alert]").TextContent), Patience);
    }

    [Fact]
    public async Task Usage_is_empty_until_a_client_calls()
    {
        var usage = Render<UsageSection>();
        usage.WaitForAssertion(() => Assert.Contains("No calls yet", usage.Markup), Patience);

        await Services.GetRequiredService<ProcedureCaller>().CallAsync("app.list", default, new(Visitor.Caller, "mcp"), Cancellation);
        usage.Find("select").Change("30");

        usage.WaitForAssertion(() => Assert.Contains("app_list", usage.Find("tbody tr").TextContent), Patience);
    }

    private IRenderedComponent<ToolTable> Unfolded(string tool)
    {
        var table = Render<ToolTable>();
        table.WaitForState(() => table.FindAll(".group").Count > 0, Patience);
        table.Find("input[type=search]").Input(tool);
        table.Find(".tool").TriggerEvent("ontoggle", EventArgs.Empty);
        return table;
    }
}
