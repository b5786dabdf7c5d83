using System.Text.RegularExpressions;

namespace HomeDash.Mcp;

/// <summary>Cuts names and sentences into the words that a search compares.</summary>
internal static partial class SearchText
{
    // What people say around what they mean; none of it tells one tool from another.
    private static readonly HashSet<string> Small =
    [
        "a", "an", "and", "any", "are", "as", "at", "be", "by", "can", "could", "do", "does", "for", "from", "have", "how", "i", "in", "is", "it", "its",
        "me", "my", "of", "or", "our", "please", "that", "the", "their", "them", "there", "these", "this", "to", "us", "we", "with", "you", "your",
    ];

    /// <summary>The words of a text: lower case, cut at changes of case (<c>setSpeedLimit</c>), without endings.</summary>
    public static IEnumerable<string> Words(string text) =>
        Word.EnumerateMatches(text) is var matches ? Read(text, matches) : [];

    private static List<string> Read(string text, Regex.ValueMatchEnumerator matches)
    {
        List<string> words = [];
        foreach (var match in matches)
        {
            var word = text.Substring(match.Index, match.Length).ToLowerInvariant();
            if (!Small.Contains(word))
            {
                words.Add(Stem(word));
            }
        }

        return words;
    }

    /// <summary>The same for <c>download</c>, <c>downloads</c>, <c>downloading</c> and <c>downloaded</c>. Only has to be the same, not a word.</summary>
    private static string Stem(string word)
    {
        var stem = word switch
        {
            _ when word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal) => word[..^3],
            _ when word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) => word[..^2],
            _ when word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) => word[..^2],
            _ when word.Length > 4 && (word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("sses", StringComparison.Ordinal)) => word[..^2],
            _ when word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) => word[..^1],
            _ => word,
        };
        // "stopped" and "stop", "pausing" and "pause".
        if (stem.Length > 3 && stem.Length < word.Length && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's'))
        {
            stem = stem[..^1];
        }

        // "movies" and "movie", "libraries" and "library".
        return stem.Length > 4 && stem[^1] == 'e' ? stem[..^1] : stem.Length > 4 && stem[^1] == 'y' ? stem[..^1] + "i" : stem;
    }

    [GeneratedRegex(@"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+|\p{L}+")]
    private static partial Regex Word { get; }
}
