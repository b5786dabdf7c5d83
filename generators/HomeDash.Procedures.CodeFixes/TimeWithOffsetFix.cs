using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HomeDash.Procedures.CodeFixes;

/// <summary>HD0003: <c>DateTime</c> becomes <c>DateTimeOffset</c>, which says what time zone it means.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TimeWithOffsetFix() : ProcedureCodeFix("HD0003")
{
    private protected override (string Title, Func<CancellationToken, Task<Solution>> Apply)? Fix(SyntaxNode node, SyntaxNode root, Document document)
    {
        var type = node.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is PropertyDeclarationSyntax or MethodDeclarationSyntax) switch
        {
            _ when node.FirstAncestorOrSelf<ParameterSyntax>() is { } parameter => parameter.Type,
            PropertyDeclarationSyntax property => property.Type,
            MethodDeclarationSyntax method => method.ReturnType,
            _ => null,
        };
        var times = type?.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == "DateTime").ToArray() ?? [];
        return times.Length == 0
            ? null
            : ("Use DateTimeOffset", _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNodes(
                times, (old, _) => SyntaxFactory.IdentifierName("DateTimeOffset").WithTriviaFrom(old))).Project.Solution));
    }
}
