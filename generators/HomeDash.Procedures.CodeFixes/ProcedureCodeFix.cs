using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace HomeDash.Procedures.CodeFixes;

/// <summary>What all fixes have in common: one rule each, and a title that says what will be done.</summary>
public abstract class ProcedureCodeFix : CodeFixProvider
{
    private protected ProcedureCodeFix(string rule) => FixableDiagnosticIds = [rule];

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is { } root)
        {
            foreach (var diagnostic in context.Diagnostics)
            {
                if (Fix(root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), root, context.Document) is { } fix)
                {
                    context.RegisterCodeFix(CodeAction.Create(fix.Title, fix.Apply, fix.Title), diagnostic);
                }
            }
        }
    }

    /// <summary>What to do about a report; null when nothing is obvious.</summary>
    /// <param name="node">Where it is reported.</param>
    /// <param name="root">The file.</param>
    /// <param name="document">The file's document.</param>
    private protected abstract (string Title, Func<CancellationToken, Task<Solution>> Apply)? Fix(SyntaxNode node, SyntaxNode root, Document document);

    /// <summary>A fix that replaces one node.</summary>
    private protected static (string Title, Func<CancellationToken, Task<Solution>> Apply) Replacing(string title, Document document, SyntaxNode root, SyntaxNode old, SyntaxNode @new) =>
        (title, _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(old, @new)).Project.Solution));
}
