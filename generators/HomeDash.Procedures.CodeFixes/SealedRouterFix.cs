using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HomeDash.Procedures.CodeFixes;

/// <summary>HD0011: a router that others could derive from is sealed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SealedRouterFix() : ProcedureCodeFix("HD0011")
{
    private protected override (string Title, Func<CancellationToken, Task<Solution>> Apply)? Fix(SyntaxNode node, SyntaxNode root, Document document)
    {
        if (node is not ClassDeclarationSyntax type
            || type.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.SealedKeyword or SyntaxKind.StaticKeyword or SyntaxKind.AbstractKeyword or SyntaxKind.FileKeyword))
        {
            return null;
        }

        var @sealed = SyntaxFactory.Token(SyntaxKind.SealedKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        var partial = type.Modifiers.IndexOf(SyntaxKind.PartialKeyword);
        if (type.Modifiers.Count > 0 && partial != 0)
        {
            return Replacing("Seal it", document, root, type, type.WithModifiers(type.Modifiers.Insert(partial < 0 ? type.Modifiers.Count : partial, @sealed)));
        }

        // What stands before the first word, comments too, stays before it.
        var leading = type.GetLeadingTrivia();
        var bare = type.WithoutLeadingTrivia();
        return Replacing("Seal it", document, root, type, bare.WithModifiers(bare.Modifiers.Insert(0, @sealed)).WithLeadingTrivia(leading));
    }
}
