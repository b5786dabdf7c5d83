using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HomeDash.Procedures.CodeFixes;

/// <summary>HD0006: a bare list as a result becomes a page, in the signature and where the method returns it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PageOfListFix() : ProcedureCodeFix("HD0006")
{
    private static readonly string[] Lists = ["IReadOnlyList", "IReadOnlyCollection", "IEnumerable", "IList", "ICollection", "List"];

    private protected override (string Title, Func<CancellationToken, Task<Solution>> Apply)? Fix(SyntaxNode node, SyntaxNode root, Document document)
    {
        if (node is not MethodDeclarationSyntax method || ListIn(method.ReturnType) is not { } list)
        {
            return null;
        }

        var item = list is ArrayTypeSyntax array ? array.ElementType : ((GenericNameSyntax)list).TypeArgumentList.Arguments[0];
        var page = SyntaxFactory.GenericName("Page").AddTypeArgumentListArguments(item.WithoutTrivia()).WithTriviaFrom(list);
        var isAsync = method.Modifiers.Any(SyntaxKind.AsyncKeyword);

        // A task that is handed on has no result here yet.
        var returned = isAsync || list == method.ReturnType ? Returned(method).Where(expression => expression is not ThrowExpressionSyntax) : [];
        return Replacing($"Return {page.WithoutTrivia()}", document, root, method, method.ReplaceNodes(
            returned.Prepend<SyntaxNode>(list),
            (old, changed) => old == list ? page : New((ExpressionSyntax)changed)));
    }

    private static TypeSyntax? ListIn(TypeSyntax type) => type switch
    {
        ArrayTypeSyntax array => array,
        GenericNameSyntax { Identifier.ValueText: "Task" or "ValueTask", TypeArgumentList.Arguments: { Count: 1 } arguments } => ListIn(arguments[0]),
        GenericNameSyntax { TypeArgumentList.Arguments.Count: 1 } list when Lists.Contains(list.Identifier.ValueText) => list,
        _ => null,
    };

    private static IEnumerable<ExpressionSyntax> Returned(MethodDeclarationSyntax method) => method.ExpressionBody is { } body
        ? [body.Expression]
        : method.Body?.DescendantNodes(inner => inner is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ReturnStatementSyntax>().Select(@return => @return.Expression).OfType<ExpressionSyntax>() ?? [];

    private static ImplicitObjectCreationExpressionSyntax New(ExpressionSyntax items) => SyntaxFactory.ImplicitObjectCreationExpression()
        .AddArgumentListArguments(SyntaxFactory.Argument(items.WithoutTrivia())).WithTriviaFrom(items);
}
