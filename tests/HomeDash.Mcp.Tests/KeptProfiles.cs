using HomeDash.Procedures;

namespace HomeDash.Mcp.Tests;

/// <summary>Profiles and switches that a test sets.</summary>
internal sealed class KeptProfiles : IToolProfiles, IToolSwitches
{
    private readonly Dictionary<string, ToolSwitch> switches = [];

    public event Action? Changed;

    public List<ToolProfile> Profiles { get; } =
    [
        new("mcp", "Everything"),
        new("lamps", "Lamps") { Include = ["lamp"], Exclude = ["lamp.remove"] },
        new("looking", "Looking") { ReadOnly = true },
        new("voice", "Voice") { Include = ["lamp.get", "lamp.switch", "lamp.list"], TextOnly = true, Detail = ToolDetail.Compact, Sessions = false },
        new("finding", "Finding") { ToolSearch = true, Pinned = ["lamp.list"] },
    ];

    public long Version { get; private set; } = 1;

    IReadOnlyList<ToolProfile> IToolProfiles.All => Profiles;

    ToolProfile? IToolProfiles.Find(string name) => Profiles.Find(profile => profile.Name == name);

    ToolSwitch? IToolSwitches.Find(string path) => switches.GetValueOrDefault(path);

    public void Set(ToolSwitch set)
    {
        switches[set.Path] = set;
        Change();
    }

    public void Change()
    {
        Version++;
        Changed?.Invoke();
    }
}

/// <summary>How long answers were.</summary>
internal sealed class KeptLengths : IAnswerMeter
{
    public List<(string Path, string Surface, long Bytes)> Sent { get; } = [];

    void IAnswerMeter.Sent(ProcedureDefinition definition, string surface, long bytes) => Sent.Add((definition.Path, surface, bytes));
}
