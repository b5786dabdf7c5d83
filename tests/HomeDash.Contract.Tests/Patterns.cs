using System.Text.RegularExpressions;

namespace HomeDash.Contract.Tests;

/// <summary>Texts for the patterns of schemas. A new pattern needs a text here: making one of it is harder than finding one.</summary>
internal static class Patterns
{
    private static readonly string[] Texts = ["ab-12", "z-00", "ada", "ada.lovelace-1_2", "http://nas", "0196b1f0", "a"];

    public static string[] Matching(string pattern) =>
        Texts.Where(text => Regex.IsMatch(text, pattern)).ToArray() is { Length: > 0 } found ? found : throw new NotSupportedException($"No text here matches {pattern}.");
}
