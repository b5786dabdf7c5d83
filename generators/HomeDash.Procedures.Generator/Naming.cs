using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace HomeDash.Procedures.Generator;

/// <summary>Turns names of one world into names of another.</summary>
internal static class Naming
{
    private static readonly string[] HissingEndings = ["ss", "x", "z", "ch", "sh"];

    /// <summary>The JSON name of a C# name, by the rule of <c>JsonNamingPolicy.CamelCase</c>: a leading run of capitals is lowered but for the start of the next word.</summary>
    public static string Camel(string name)
    {
        var letters = name.ToCharArray();
        for (var i = 0; i < letters.Length && char.IsUpper(letters[i]); i++)
        {
            if (i > 0 && i + 1 < letters.Length && !char.IsUpper(letters[i + 1]))
            {
                break;
            }

            letters[i] = char.ToLowerInvariant(letters[i]);
        }

        return new(letters);
    }

    /// <summary>The name with a capital at its start.</summary>
    public static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>The words of a name, in lower case but for abbreviations: <c>FollowLogs</c> has <c>follow</c> and <c>logs</c>.</summary>
    public static IReadOnlyList<string> Words(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsUpper(name[i]) && i > 0 && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            word.Append(name[i]);
        }

        words.Add(word.ToString());
        return [.. words.Select(each => each.Length > 1 && each.All(char.IsUpper) ? each : each.ToLowerInvariant())];
    }

    /// <summary>More than one of a thing.</summary>
    public static string Plural(string noun) =>
        noun.Length == 0 || (noun.EndsWith("s", StringComparison.Ordinal) && !noun.EndsWith("ss", StringComparison.Ordinal)) ? noun
        : noun.EndsWith("y", StringComparison.Ordinal) && noun.Length > 1 && !IsVowel(noun[noun.Length - 2]) ? noun.Substring(0, noun.Length - 1) + "ies"
        : HissingEndings.Any(ending => noun.EndsWith(ending, StringComparison.Ordinal)) ? noun + "es"
        : noun + "s";

    /// <summary>A name that C# takes as an identifier, with <c>@</c> before a keyword.</summary>
    public static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>A name with everything that cannot be in an identifier replaced.</summary>
    public static string Identifier(string name)
    {
        var letters = string.Concat(name.Select(letter => SyntaxFacts.IsIdentifierPartCharacter(letter) ? letter : '_'));
        return letters.Length > 0 && SyntaxFacts.IsIdentifierStartCharacter(letters[0]) ? letters : "_" + letters;
    }

    private static bool IsVowel(char letter) => "aeiou".IndexOf(letter) >= 0;
}
