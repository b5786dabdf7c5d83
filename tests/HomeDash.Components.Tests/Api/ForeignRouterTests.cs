using Bunit;
using HomeDash.Components.Api;
using HomeDash.Procedures.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Components.Tests.Api;

/// <summary>A router of somebody else's assembly: one registration is all it takes to be in the dashboard.</summary>
public sealed class ForeignRouterTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private protected override void Configure(IServiceCollection services) => services.AddFixture();

    [Fact]
    public void Its_procedures_are_in_the_table_with_what_they_say_of_themselves()
    {
        var table = Filtered("fixture");

        Assert.Equal("fixture", Assert.Single(table.FindAll(".group h3")).TextContent);
        Assert.Equal(
            ["fixture_createToken", "fixture_events", "fixture_get", "fixture_list", "fixture_rename", "fixture_restart", "fixture_words"],
            table.FindAll(".tool .title code").Select(name => name.TextContent).Order(StringComparer.Ordinal));

        var renaming = Filtered("fixture rename").Find(".tool");
        Assert.Contains("Gives a gadget another name.", renaming.TextContent);
        Assert.Contains("Change", renaming.QuerySelector(".badge")!.TextContent);
    }

    [Fact]
    public async Task A_tool_of_it_is_called_from_its_row()
    {
        var table = Filtered("fixture rename");
        table.Find(".tool").TriggerEvent("ontoggle", EventArgs.Empty);
        Assert.Contains(FixturePermissions.Change, table.Find(".detail").TextContent);
        await PressAsync(table, "Try it");
        Type(table, "gadget", "lamp");
        Type(table, "name", "night light");

        await PressAsync(table, "Call");

        table.WaitForAssertion(() => Assert.Contains("\"name\": \"night light\"", table.Find(".outcome pre").TextContent), Patience);
        Assert.Equal("night light", Services.GetRequiredService<GadgetShelf>()["g2"].Name);
    }

    private IRenderedComponent<ToolTable> Filtered(string words)
    {
        var table = Render<ToolTable>();
        table.WaitForElement("input[type=search]", Patience).Input(words);
        return table;
    }

    private static void Type(IRenderedComponent<ToolTable> table, string name, string text) =>
        table.FindAll(".field").Single(field => field.QuerySelector("label code")?.TextContent == name).QuerySelector("input")!.Input(text);
}
