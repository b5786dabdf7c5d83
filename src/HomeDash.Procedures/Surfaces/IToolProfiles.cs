namespace HomeDash.Procedures;

/// <summary>The profiles that there are. Asked at every request: it answers from memory.</summary>
public interface IToolProfiles
{
    /// <summary>Raised after a profile was made, changed or deleted.</summary>
    event Action? Changed;

    /// <summary>Counts up with every change.</summary>
    long Version { get; }

    /// <summary>Every profile, sorted by name; <see cref="ToolProfile.DefaultName"/> is always among them.</summary>
    IReadOnlyList<ToolProfile> All { get; }

    /// <summary>The profile with this name; null when there is none.</summary>
    ToolProfile? Find(string name);
}
