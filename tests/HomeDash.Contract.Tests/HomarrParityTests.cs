using System.Runtime.CompilerServices;
using System.Text;
using HomeDash.Procedures;

namespace HomeDash.Contract.Tests;

/// <summary>
/// What people who come from Homarr find again. docs/homarr-parity.md is written by this test: after an intended change run
/// it once with <c>HOMEDASH_UPDATE_GOLDEN=1</c>.
/// </summary>
public sealed class HomarrParityTests
{
    private const int MostMissing = 10;

    private static readonly Dictionary<string, ProcedureDefinition> Tools =
        new HomeDashProcedures().Procedures.Select(procedure => procedure.Definition).Where(definition => !definition.CarriesSecret).ToDictionary(definition => definition.ToolName);

    [Fact]
    public void Every_tool_of_Homarrs_is_here_or_has_a_reason()
    {
        Assert.Equal(69, HomarrTools.All.Select(tool => tool.Name).Distinct().Count());
        Assert.Empty(HomarrTools.All.SelectMany(tool => tool.Here).Where(name => !Tools.ContainsKey(name)));
        Assert.All(HomarrTools.All, tool => Assert.True(tool.Here.Count > 0 != tool.WhyNot is not null, tool.Name));
        Assert.InRange(HomarrTools.All.Count(tool => tool.Here.Count == 0), 0, MostMissing);
    }

    [Fact]
    public void The_document_says_what_is_the_case()
    {
        var document = Document();
        if (Environment.GetEnvironmentVariable("HOMEDASH_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Path(), document);
        }

        Assert.Equal(document, File.ReadAllText(Path()));
    }

    private static string Document()
    {
        var text = new StringBuilder();
        var missing = HomarrTools.All.Where(tool => tool.Here.Count == 0).ToArray();
        text.Append("# Coming from Homarr\n\n");
        text.Append($"What Homarr 1.74 offers AI clients, and the tool that does it here: {HomarrTools.All.Count - missing.Length} of {HomarrTools.All.Count}.\n");
        text.Append("A test writes this page from the tools that there are.\n\n");
        text.Append("| Homarr | HomeDash | What it does |\n|---|---|---|\n");
        foreach (var tool in HomarrTools.All.Except(missing))
        {
            text.Append($"| `{tool.Name}` | {string.Join(", ", tool.Here.Select(name => $"`{name}`"))} | {string.Join(", ", tool.Here.Select(name => Tools[name].Title))} |\n");
        }

        text.Append("\n## Not built\n\n| Homarr | Why |\n|---|---|\n");
        foreach (var tool in missing)
        {
            text.Append($"| `{tool.Name}` | {tool.WhyNot} |\n");
        }

        return text.ToString();
    }

    private static string Path([CallerFilePath] string here = "") =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "..", "..", "docs", "homarr-parity.md");
}
