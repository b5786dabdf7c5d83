using HomeDash.Components.Shared;

namespace HomeDash.Components.Groups;

/// <summary>What can be given to or taken from a user or a group.</summary>
/// <param name="Choices">What there is, ticked where it is given.</param>
/// <param name="Access">The access to single things that goes along, to look at.</param>
public sealed record Assignment(IReadOnlyList<Choice> Choices, IReadOnlyList<TargetAccess> Access)
{
    /// <summary>The permissions that follow from it, to look at.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = [];
}
