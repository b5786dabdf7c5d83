namespace HomeDash;

/// <summary>How to work with this house, for whoever asks.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="Lines">The guide, as lines of plain text.</param>
/// <param name="Topics">What else there is a guide for: give one as <c>topic</c>.</param>
public sealed record GuideText(string Topic, IReadOnlyList<string> Lines, IReadOnlyList<string> Topics);
