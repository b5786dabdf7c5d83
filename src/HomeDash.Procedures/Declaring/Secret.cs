namespace HomeDash.Procedures;

/// <summary>
/// A value that must not be seen: a password, a token. A procedure that takes or returns one is not on MCP, and printing
/// one shows nothing of it. Two are equal when their values are.
/// </summary>
/// <param name="value">The value itself.</param>
public sealed class Secret(string value) : IEquatable<Secret>
{
    /// <summary>The value itself, for the one place that needs it.</summary>
    public string Reveal() => value;

    /// <inheritdoc/>
    public override string ToString() => "(secret)";

    /// <inheritdoc/>
    public bool Equals(Secret? other) => other is not null && other.Reveal() == value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc/>
    public override int GetHashCode() => value.GetHashCode(StringComparison.Ordinal);
}
