using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>
/// Documentation comments as they are written. The compiler gives them too, but looks up every name in them on the way, which
/// takes longer than everything else that is asked of a procedure.
/// </summary>
internal static class CommentText
{
    private const string Start = "///";

    /// <summary>The XML of the comment of a declaration, empty without one; null where the compiler has to be asked.</summary>
    public static string? Of(SyntaxNode declaration)
    {
        if ((declaration is VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } ? field : declaration) is not MemberDeclarationSyntax member)
        {
            return null;
        }

        SyntaxTrivia[] comments = [.. member.GetLeadingTrivia().Where(trivia =>
            trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia))];
        return comments.Length == 0 ? ""
            : comments.Length == 1 && comments[0].IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia) ? Bare(comments[0].ToFullString())
            : null;
    }

    private static string Bare(string comment)
    {
        var xml = new StringBuilder("<member>");
        foreach (var line in comment.Split('\n'))
        {
            var words = line.TrimStart();
            xml.Append(words.StartsWith(Start, StringComparison.Ordinal) ? words.Substring(Start.Length) : words).Append('\n');
        }

        return xml.Append("</member>").ToString();
    }
}
