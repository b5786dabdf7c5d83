using Bunit;
using HomeDash.Components.Api;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Components.Tests.Api;

public sealed class ToolTableTests : HouseContext
{
    private readonly LateSource late = new();

    private protected override void Configure(IServiceCollection services) => services.AddSingleton<IProcedureSource>(late);

    [Fact]
    public void Tools_are_grouped_by_namespace_with_counts()
    {
        var table = Loaded();

        var groups = table.FindAll(".group");
        Assert.Equal(groups.Select(group => group.QuerySelector("h3")!.TextContent).Order(StringComparer.Ordinal), groups.Select(group => group.QuerySelector("h3")!.TextContent));
        var apps = groups.Single(group => group.QuerySelector("h3")!.TextContent == "app");
        Assert.Equal(9, apps.QuerySelectorAll(".tool").Length);
        Assert.Contains("9 tools", apps.QuerySelector("summary")!.TextContent);
    }

    [Fact]
    public void Typing_filters_by_every_word()
    {
        var table = Loaded();

        table.Find("input[type=search]").Input("invite delete");

        Assert.Equal(["invite_delete"], table.FindAll(".tool .title code").Select(name => name.TextContent));
        Assert.Contains("Destroy", table.Find(".tool .badge").TextContent);
    }

    [Fact]
    public void What_nothing_matches_is_said()
    {
        var table = Loaded();

        table.Find("input[type=search]").Input("espresso");

        Assert.Contains("No tool matches", table.Find(".state h2").TextContent);
    }

    [Fact]
    public void Schemas_come_when_a_tool_is_unfolded()
    {
        var table = Loaded();
        table.Find("input[type=search]").Input("app_create");
        Assert.Empty(table.FindAll("pre"));

        table.Find(".tool").TriggerEvent("ontoggle", EventArgs.Empty);

        Assert.Contains("\"additionalProperties\": false", table.Find("pre").TextContent);
        Assert.Contains("app.create", table.Find(".detail").TextContent);
    }

    [Fact]
    public void What_is_not_on_mcp_says_why_and_where_instead()
    {
        var table = Loaded();
        table.Find("input[type=search]").Input("apiKeys.create");

        table.Find(".tool").TriggerEvent("ontoggle", EventArgs.Empty);

        Assert.Contains("Not on MCP", table.Find(".tool summary").TextContent);
        Assert.Equal("/tools/api", table.Find(".detail dd a").GetAttribute("href"));
    }

    [Fact]
    public void A_tool_that_appears_in_the_catalogue_appears_in_the_table()
    {
        var table = Loaded();
        Assert.DoesNotContain("toaster_toast", table.Markup);

        late.Add("toaster.toast");
        Feed.Publish(new("tools", "catalogue"));

        table.WaitForAssertion(() => Assert.Contains("toaster_toast", table.Markup), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Without_the_permission_it_says_so()
    {
        Allow();

        var table = Render<ToolTable>();

        table.WaitForAssertion(() => Assert.Contains("You may not see this", table.Markup), TimeSpan.FromSeconds(10));
    }

    private IRenderedComponent<ToolTable> Loaded()
    {
        var table = Render<ToolTable>();
        table.WaitForState(() => table.FindAll(".group").Count > 0, TimeSpan.FromSeconds(10));
        return table;
    }

    private sealed class LateSource : IProcedureSource
    {
        public event Action? Changed;

        public IReadOnlyList<Procedure> Procedures { get; private set; } = [];

        public IReadOnlyList<PermissionDefinition> Permissions => [];

        public void Add(string path)
        {
            Procedures = [new RawProcedure(
                new()
                {
                    Path = path, Title = "Toast bread", Description = "Toasts bread.", Kind = ProcedureKind.Mutation, Effect = Effect.Change, Permission = "toaster.use",
                    InputSchema = """{"type":"object","properties":{},"additionalProperties":false}""",
                },
                (_, _, _, _) => new("{}"u8.ToArray()))];
            Changed?.Invoke();
        }
    }
}
