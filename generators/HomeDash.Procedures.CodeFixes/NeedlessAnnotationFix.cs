using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HomeDash.Procedures.CodeFixes;

/// <summary>HD0016: an annotation that limits nothing goes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NeedlessAnnotationFix() : ProcedureCodeFix("HD0016")
{
    private protected override (string Title, Func<CancellationToken, Task<Solution>> Apply)? Fix(SyntaxNode node, SyntaxNode root, Document document)
    {
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { Parent: AttributeListSyntax list } attribute)
        {
            return null;
        }

        SyntaxNode removed = list.Attributes.Count == 1 ? list : attribute;
        return ($"Remove [{attribute.Name}]", _ => Task.FromResult(
            root.RemoveNode(removed, SyntaxRemoveOptions.KeepLeadingTrivia) is { } rest ? document.WithSyntaxRoot(rest).Project.Solution : document.Project.Solution));
    }
}
