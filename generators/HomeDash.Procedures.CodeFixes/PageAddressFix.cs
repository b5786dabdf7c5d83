using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HomeDash.Procedures.CodeFixes;

/// <summary>HD0009: a procedure with a secret gets <c>Page = "/"</c> to be completed. The rule does not take it like that: no page is everywhere.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PageAddressFix() : ProcedureCodeFix("HD0009")
{
    private protected override (string Title, Func<CancellationToken, Task<Solution>> Apply)? Fix(SyntaxNode node, SyntaxNode root, Document document)
    {
        var declaring = (node as MethodDeclarationSyntax)?.AttributeLists.SelectMany(list => list.Attributes)
            .FirstOrDefault(attribute => attribute.Name.ToString() is "Query" or "Mutation" or "Subscription");
        if (declaring?.ArgumentList is not { } arguments || arguments.Arguments.Any(argument => argument.NameEquals?.Name.Identifier.ValueText == "Page"))
        {
            return null;
        }

        var page = SyntaxFactory.ParseAttributeArgumentList("(Page = \"/\")")!.Arguments[0];
        var separators = arguments.Arguments.GetSeparators().Append(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)).Take(arguments.Arguments.Count);
        return Replacing("Name the page where a person does it", document, root, arguments, arguments.WithArguments(SyntaxFactory.SeparatedList(arguments.Arguments.Append(page), separators)));
    }
}
