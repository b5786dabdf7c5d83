using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>
/// What a file may mean to others, as a digest of its text without the parts that nobody outside of it can see: the bodies of
/// members, and of methods in types that have no other part and no heirs all but the name, which <c>nameof</c> can tell.
/// A file with directives stands for itself as a whole: what they turn on and off does not end where a member does.
/// </summary>
internal static class Outline
{
    private static readonly ConditionalWeakTable<SyntaxTree, string> Known = new();

    public static string Of(SyntaxTree tree, CancellationToken cancellationToken) =>
        Known.TryGetValue(tree, out var known) ? known : Known.GetValue(tree, each => Digest(TextOf(each, cancellationToken)));

    public static string Digest(string text)
    {
        using var hash = SHA256.Create();
        return Convert.ToBase64String(hash.ComputeHash(Encoding.Unicode.GetBytes(text)));
    }

    private static string TextOf(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var root = tree.GetRoot(cancellationToken);
        var all = tree.GetText(cancellationToken);
        if (root.ContainsDirectives)
        {
            return all.ToString();
        }

        var text = new StringBuilder(all.Length);
        var end = 0;
        foreach (var (span, instead) in Hidden(root))
        {
            text.Append(all.ToString(TextSpan.FromBounds(end, span.Start))).Append(instead);
            end = span.End;
        }

        return text.Append(all.ToString(TextSpan.FromBounds(end, all.Length))).ToString();
    }

    /// <summary>The parts that others cannot see, in their order, and what stands for them.</summary>
    private static IEnumerable<(TextSpan Span, string Instead)> Hidden(SyntaxNode node) => node switch
    {
        CompilationUnitSyntax file => file.Members.SelectMany(Hidden),
        BaseNamespaceDeclarationSyntax @namespace => @namespace.Members.SelectMany(Hidden),
        TypeDeclarationSyntax type => type.Members.SelectMany(Hidden),
        MethodDeclarationSyntax method when IsClosed(method.Parent) => [(method.FullSpan, $" {method.Modifiers} {method.Identifier};")],
        BaseMethodDeclarationSyntax method => Bodies(method.Body, method.ExpressionBody),
        PropertyDeclarationSyntax property => property.AccessorList is { } list ? Bodies(list) : Bodies(property.ExpressionBody),
        _ => [],
    };

    private static bool IsClosed(SyntaxNode? type) =>
        type is ClassDeclarationSyntax { Modifiers: var modifiers }
        && (modifiers.Any(SyntaxKind.SealedKeyword) || modifiers.Any(SyntaxKind.StaticKeyword)) && !modifiers.Any(SyntaxKind.PartialKeyword);

    private static IEnumerable<(TextSpan Span, string Instead)> Bodies(AccessorListSyntax list) =>
        list.Accessors.SelectMany(accessor => Bodies(accessor.Body, accessor.ExpressionBody));

    private static IEnumerable<(TextSpan Span, string Instead)> Bodies(params SyntaxNode?[] bodies) =>
        bodies.Where(body => body is not null).Select(body => (body!.FullSpan, "{}"));
}
