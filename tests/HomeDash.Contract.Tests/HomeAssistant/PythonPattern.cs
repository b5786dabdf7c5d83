using System.Text.RegularExpressions;

namespace HomeDash.Contract.Tests;

/// <summary>Regular expressions of .NET that Python does not know, or that take it for ever.</summary>
internal static partial class PythonPattern
{
    /// <summary>Null when Python can read the pattern, and is done with it soon.</summary>
    public static string? WhyNot(string pattern) =>
        DotNetAlone().Match(pattern) is { Success: true } foreign ? $"Python does not know {foreign.Value} in {pattern}"
        : RepeatedRepetition().IsMatch(pattern) ? $"{pattern} repeats a repetition, which can take for ever"
        : null;

    // Unicode categories, named groups in .NET's spelling, atomic groups, \G and \K, subtraction of classes.
    [GeneratedRegex(@"\\[pP]\{|\(\?<[^=!]|\(\?'|\(\?>|\\[GKkXz]|\[[^\]]+-\[[^\]]*\]\]")]
    private static partial Regex DotNetAlone();

    // (a+)+, (a*|b)*, ([ab]{1,})* and the like.
    [GeneratedRegex(@"\((?:[^()\\]|\\.)*[+*}](?:[^()\\]|\\.)*\)(?:[+*]|\{\d+,\})")]
    private static partial Regex RepeatedRepetition();
}
