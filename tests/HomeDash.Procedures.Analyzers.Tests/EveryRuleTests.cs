using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>What holds for all rules together.</summary>
public sealed class EveryRuleTests
{
    private static readonly IReadOnlyList<DiagnosticAnalyzer> Analyzers =
        [.. typeof(ProcedureAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ProcedureAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    [Fact]
    public void Each_analyzer_has_one_rule_and_no_two_share_an_id()
    {
        var ids = Analyzers.Select(analyzer => Assert.Single(analyzer.SupportedDiagnostics).Id).Order().ToList();

        Assert.Equal(Enumerable.Range(1, 22).Select(number => $"HD{number:0000}"), ids);
    }

    [Fact]
    public void Each_rule_has_a_page_that_explains_it()
    {
        var root = Root();
        Assert.All(Analyzers.Select(analyzer => analyzer.SupportedDiagnostics[0]), rule =>
        {
            var page = File.ReadAllText(Path.Combine(root, rule.HelpLinkUri));
            Assert.StartsWith($"# {rule.Id}: {rule.Title}", page, StringComparison.Ordinal);
            Assert.Contains("## Wrong", page, StringComparison.Ordinal);
            Assert.Contains("## Right", page, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_project_without_procedures_is_left_alone()
    {
        var compilation = CSharpCompilation.Create(
            "Alone",
            [CSharpSyntaxTree.ParseText("public class Router { public static object Get(ref int size) => size; }", cancellationToken: TestContext.Current.CancellationToken)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);

        var found = await compilation.WithAnalyzers([.. Analyzers]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Empty(found);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "HomeDash.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        return folder;
    }
}
