using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Rename;

namespace HomeDash.Procedures.CodeFixes;

/// <summary>HD0005: a method's <c>Async</c> goes, here and wherever the method is called.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AsyncSuffixFix() : ProcedureCodeFix("HD0005")
{
    private const string Suffix = "Async";

    private protected override (string Title, Func<CancellationToken, Task<Solution>> Apply)? Fix(SyntaxNode node, SyntaxNode root, Document document)
    {
        if (node is not MethodDeclarationSyntax { Identifier.ValueText: var name } method || name.Length <= Suffix.Length || !name.EndsWith(Suffix, StringComparison.Ordinal))
        {
            return null;
        }

        var plain = name.Substring(0, name.Length - Suffix.Length);
        return ($"Call it {plain}", async cancellationToken =>
            await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model && model.GetDeclaredSymbol(method, cancellationToken) is { } symbol
                ? await Renamer.RenameSymbolAsync(document.Project.Solution, symbol, default, plain, cancellationToken).ConfigureAwait(false)
                : document.Project.Solution);
    }
}
