using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>Runs one rule over sample code and compares all that it reports: id, place and message.</summary>
public abstract class RuleTests<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>The rule has nothing to say about the code.</summary>
    protected static Task AcceptsAsync([StringSyntax("C#")] string code, string? library = null)
    {
        Assert.DoesNotContain("{|", code, StringComparison.Ordinal);
        return CompareAsync(code, library, DocumentationMode.Diagnose, []);
    }

    /// <summary>The rule reports each mark of the code with one of the messages, in the order of the code.</summary>
    protected static Task RefusesAsync([StringSyntax("C#")] string code, params string[] messages) =>
        CompareAsync(code, library: null, DocumentationMode.Diagnose, messages);

    /// <summary>The same, for code that refers to a library made of <paramref name="library"/>, which also has the permissions.</summary>
    protected static Task RefusesWithLibraryAsync([StringSyntax("C#")] string code, [StringSyntax("C#")] string library, params string[] messages) =>
        CompareAsync(code, library, DocumentationMode.Diagnose, messages);

    /// <summary>The same, for a project that makes no documentation file.</summary>
    protected static Task RefusesWithoutDocumentationAsync([StringSyntax("C#")] string code, params string[] messages) =>
        CompareAsync(code, library: null, DocumentationMode.None, messages);

    private static async Task CompareAsync(string code, string? library, DocumentationMode documentation, string[] messages)
    {
        var marked = MarkedCode.Parse(code);
        Assert.Equal(marked.Marks.Count, messages.Length);
        var compilation = SampleCompilation.Of(marked.Text, library, documentation);

        var found = await compilation.WithAnalyzers([new TAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            marked.Marks.Zip(messages, (mark, message) => Describe(mark.Id, marked.Text, mark.Span, message)),
            found
                .OrderBy(diagnostic => diagnostic.Location.SourceSpan)
                .ThenBy(diagnostic => diagnostic.GetMessage(), StringComparer.Ordinal)
                .Select(diagnostic => Describe(diagnostic.Id, diagnostic.Location.SourceTree!.ToString(), diagnostic.Location.SourceSpan, diagnostic.GetMessage())));
        Assert.All(found, diagnostic => Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity));
    }

    private static string Describe(string id, string text, TextSpan span, string message) => $"{id} at {span.Start} '{text.Substring(span.Start, span.Length)}': {message}";
}
