using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HomeDash.Procedures.CodeFixes;

/// <summary>HD0001: an empty <c>&lt;summary&gt;</c> to write in. The rule does not take it while it is empty.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SummaryPlaceFix() : DescriptionPlaceFix("HD0001")
{
    private protected override (SyntaxNode Declaration, string Element)? Place(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member ? (member, "<summary></summary>") : null;
}

/// <summary>HD0002: an empty <c>&lt;param&gt;</c> or <c>&lt;summary&gt;</c> to write in. The rule does not take it while it is empty.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ParameterPlaceFix() : DescriptionPlaceFix("HD0002")
{
    private protected override (SyntaxNode Declaration, string Element)? Place(SyntaxNode node) => node.FirstAncestorOrSelf<ParameterSyntax>() is { } parameter
        ? parameter.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } owner ? (owner, $"<param name=\"{parameter.Identifier.ValueText}\"></param>") : null
        : node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is { } property ? (property, "<summary></summary>") : null;
}

/// <summary>Opens a place for a description, as the last line of the comment above a declaration.</summary>
public abstract class DescriptionPlaceFix : ProcedureCodeFix
{
    private protected DescriptionPlaceFix(string rule)
        : base(rule)
    {
    }

    private protected abstract (SyntaxNode Declaration, string Element)? Place(SyntaxNode node);

    private protected sealed override (string Title, Func<CancellationToken, Task<Solution>> Apply)? Fix(SyntaxNode node, SyntaxNode root, Document document) =>
        Place(node) is not { } place ? null : ($"Add {place.Element}", async cancellationToken =>
        {
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var line = text.Lines.GetLineFromPosition(place.Declaration.GetFirstToken().SpanStart);
            var indentation = new string([.. line.ToString().TakeWhile(char.IsWhiteSpace)]);
            return document.WithText(text.WithChanges(new TextChange(new(line.Start, 0), $"{indentation}/// {place.Element}\n"))).Project.Solution;
        });
}
