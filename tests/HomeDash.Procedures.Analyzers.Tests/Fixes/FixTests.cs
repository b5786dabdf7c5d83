using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>Runs one rule over sample code, applies one fix to the first report, and compares the code.</summary>
public abstract class FixTests<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <summary>The fix of this title makes the other code of the code.</summary>
    protected static async Task FixesAsync([StringSyntax("C#")] string code, string title, [StringSyntax("C#")] string expected)
    {
        using var workspace = new AdhocWorkspace();
        var (document, actions) = await OfferedAsync(workspace, code);

        var action = Assert.Single(actions);
        Assert.Equal(title, action.Title);
        var applied = Assert.Single((await action.GetOperationsAsync(TestContext.Current.CancellationToken)).OfType<ApplyChangesOperation>()).ChangedSolution;
        Assert.Equal(expected, (await applied.GetDocument(document.Id)!.GetTextAsync(TestContext.Current.CancellationToken)).ToString());
    }

    /// <summary>There is a report, and nothing obvious to do about it.</summary>
    protected static async Task LeavesAsync([StringSyntax("C#")] string code)
    {
        using var workspace = new AdhocWorkspace();
        Assert.Empty((await OfferedAsync(workspace, code)).Actions);
    }

    private static async Task<(Document Document, IReadOnlyList<CodeAction> Actions)> OfferedAsync(AdhocWorkspace workspace, string code)
    {
        var compilation = SampleCompilation.Of(code, library: null, DocumentationMode.Diagnose);
        var project = workspace.AddProject("Sample", LanguageNames.CSharp)
            .WithMetadataReferences(compilation.References).WithCompilationOptions(compilation.Options).WithParseOptions(compilation.SyntaxTrees[0].Options);
        foreach (var tree in compilation.SyntaxTrees.Skip(1))
        {
            project = project.AddDocument(tree.FilePath, await tree.GetTextAsync(TestContext.Current.CancellationToken)).Project;
        }

        var document = project.AddDocument("Sample.cs", code);
        var compiled = (await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        var found = await compiled.WithAnalyzers([new TAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        var actions = new List<CodeAction>();
        await new TFix().RegisterCodeFixesAsync(new(
            document, found.OrderBy(diagnostic => diagnostic.Location.SourceSpan).First(), (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        return (document, actions);
    }
}
