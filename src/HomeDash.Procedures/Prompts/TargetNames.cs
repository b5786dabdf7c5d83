using System.ComponentModel;

namespace HomeDash.Procedures;

/// <summary>Names that somebody who is typing one may mean.</summary>
/// <param name="Names">The names, likeliest first.</param>
/// <param name="Total">How many fit in all.</param>
public sealed record TargetNames(
    [property: Description("The names, likeliest first.")] IReadOnlyList<string> Names,
    [property: Description("How many names fit in all.")] int Total)
{
    /// <summary>The most that are named at once (MCP 2025-11-25, Completion: "Maximum 100 items per response").</summary>
    public const int Most = 100;

    /// <summary>No names.</summary>
    public static TargetNames None { get; } = new([], 0);

    /// <summary>The names that begin with a text, and after them those that contain it; in either case without regard to capitals.</summary>
    public static TargetNames Of(IEnumerable<string> names, string text)
    {
        string[] fitting =
        [
            .. names.Distinct(StringComparer.Ordinal)
                .Select(name => (Name: name, At: name.IndexOf(text, StringComparison.OrdinalIgnoreCase)))
                .Where(found => found.At >= 0)
                .OrderBy(found => found.At > 0).ThenBy(found => found.Name, StringComparer.OrdinalIgnoreCase)
                .Select(found => found.Name),
        ];
        return new([.. fitting.Take(Most)], fitting.Length);
    }
}

/// <summary>Knows the names of one type of targets.</summary>
/// <param name="Noun">What one is called, for example <c>container</c>: the <see cref="ParameterDefinition.TargetNoun"/> of parameters that it completes.</param>
/// <param name="Names">Called with what was typed as <c>text</c>; returns <see cref="TargetNames"/>.</param>
public sealed record Completion(string Noun, Procedure Names);
