using HomeDash.Procedures;

namespace HomeDash.Mcp;

/// <summary>Where nobody keeps profiles and switches: one profile with everything, and every tool as it was delivered.</summary>
internal sealed class EveryTool : IToolProfiles, IToolSwitches
{
    /// <summary>The profile with everything.</summary>
    public static ToolProfile Profile { get; } = new(ToolProfile.DefaultName, "Everything");

    public event Action? Changed
    {
        add { }
        remove { }
    }

    public long Version => 1;

    IReadOnlyList<ToolProfile> IToolProfiles.All { get; } = [Profile];

    ToolProfile? IToolProfiles.Find(string name) => name == Profile.Name ? Profile : null;

    ToolSwitch? IToolSwitches.Find(string path) => null;
}
