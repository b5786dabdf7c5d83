namespace HomeDash.Procedures;

/// <summary>How long the answers of the JSON surfaces may be.</summary>
public sealed class AnswerOptions
{
    /// <summary>The most bytes of JSON that one answer should have; a longer list is cut after a whole item.</summary>
    public int Budget { get; set; } = 64 * 1024;
}
