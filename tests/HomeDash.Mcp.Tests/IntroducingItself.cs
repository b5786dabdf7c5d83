using System.Text.RegularExpressions;
using HomeDash.Procedures;

namespace HomeDash.Mcp.Tests;

/// <summary>What a model is told before it calls anything.</summary>
public sealed partial class IntroducingItself
{
    private static readonly Caller Ada = new("u1", "ada") { Permissions = new HashSet<string> { Caller.AdministratorPermission } };

    private readonly Lamps lamps = new();

    [Fact]
    public void It_names_the_namespaces_and_how_to_find_names()
    {
        var said = Say(Ada);

        Assert.Contains("the namespaces are lamp (", said);
        Assert.Contains("call lamp_list first", said);
    }

    [Fact]
    public void It_names_no_tool_that_the_caller_does_not_have()
    {
        var catalog = Catalog();
        var table = Table(catalog);
        foreach (var caller in new[] { Ada, Ada with { ReadOnly = true }, new Caller("u2", "bob") { Permissions = new HashSet<string> { Lamps.View } }, new Caller("u3", "new") })
        {
            var named = ToolName.Matches(Instructions.For(Call(caller), table)).Select(match => match.Value);

            Assert.Empty(named.Except(table.For(Call(caller)).Definitions.Select(tool => tool.ToolName)));
        }
    }

    [Fact]
    public void It_tells_a_key_that_only_reads_so() => Assert.EndsWith("This key may only read.", Say(Ada with { ReadOnly = true }));

    [Fact]
    public void It_tells_who_may_nothing_whom_to_ask() => Assert.Contains("administrator", Say(new Caller("u3", "new")));

    [GeneratedRegex("[a-z]+_[a-zA-Z]+")]
    private static partial Regex ToolName { get; }

    private string Say(Caller caller) => Instructions.For(Call(caller), Table(Catalog()));

    private static McpCall Call(Caller caller) => new(caller, new("http://localhost/"), null);

    private static ToolTable Table(ProcedureCatalog catalog) => new(catalog, new EveryTool(), new EveryTool(), []);

    private ProcedureCatalog Catalog() => new([lamps], [lamps.Garden]);
}
