namespace HomeDash.Procedures;

/// <summary>
/// A value that must not be seen: a password, a token. A procedure that takes or returns one is not on MCP, and printing
/// one shows nothing of it.
/// </summary>
/// <param name="value">The value itself.</param>
public sealed class Secret(string value)
{
    /// <summary>The value itself, for the one place that needs it.</summary>
    public string Reveal() => value;

    /// <inheritdoc/>
    public override string ToString() => "(secret)";
}
