namespace HomeDash.Procedures;

/// <summary>What people have set on single tools, for all profiles. Asked at every request: it answers from memory.</summary>
public interface IToolSwitches
{
    /// <summary>Raised after a switch was changed.</summary>
    event Action? Changed;

    /// <summary>Counts up with every change.</summary>
    long Version { get; }

    /// <summary>What is set on the tool of a procedure; null when it is as it was delivered.</summary>
    /// <param name="path">The procedure's path, for example <c>docker.remove</c>.</param>
    ToolSwitch? Find(string path);
}

/// <summary>What is set on one tool.</summary>
/// <param name="Path">The path of its procedure.</param>
/// <param name="Off">Whether AI clients are not offered it.</param>
/// <param name="Description">What AI clients read in place of its description; null for the one it was delivered with.</param>
public sealed record ToolSwitch(string Path, bool Off, string? Description);
