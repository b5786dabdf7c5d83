using HomeDash.Procedures;

namespace HomeDash;

/// <summary>A user, named by id or name.</summary>
/// <param name="Given">What the caller wrote.</param>
public sealed record UserRef(string Given) : ITarget<UserRef>
{
    /// <inheritdoc/>
    public static string Noun => "user";

    /// <inheritdoc/>
    public ResolvedTarget? Resolved { get; init; }

    /// <inheritdoc/>
    public static UserRef FromText(string given) => new(given);
}
