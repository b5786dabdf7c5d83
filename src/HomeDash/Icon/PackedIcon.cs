namespace HomeDash;

/// <summary>What is known of an icon of a set without unpacking it.</summary>
/// <param name="Set">The set it belongs to.</param>
/// <param name="Name">Its name within the set.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Colour">The brand's colour, six hexadecimal digits; null when it has none of its own.</param>
/// <param name="Keys">Title, name and other names, folded for the search.</param>
internal sealed record PackedIcon(string Set, string Name, string Title, string? Colour, IReadOnlyList<string> Keys)
{
    public FoundIcon ToIcon() => new(Name, Title, Set, $"/icons/{Set}/{Name}.svg");

    /// <summary>A text without what people write in different ways: case, spaces, hyphens, dots.</summary>
    public static string Fold(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
