using System.Runtime.CompilerServices;
using HomeDash.Procedures;

namespace HomeDash.Mcp;

/// <summary>The catalogue as tools. Made once for each version of catalogue, profiles and switches, and shared by all callers.</summary>
internal sealed class ToolTable(ProcedureCatalog catalog, IToolProfiles profiles, IToolSwitches switches, IEnumerable<ISearchWords> searchWords)
{
    private readonly Lock making = new();
    private volatile Snapshot? made;

    /// <summary>The words of tool descriptions and messages.</summary>
    public ToolWords Words { get; } = new(catalog);

    /// <summary>The definition behind a tool name, offered or not; null when there is none.</summary>
    public ProcedureDefinition? Find(string toolName) => catalog.FindTool(toolName)?.Definition;

    /// <summary>The tools of a profile.</summary>
    public ProfileTools Of(ToolProfile profile)
    {
        var profilesTools = Current().Profiles;
        return profilesTools.TryGetValue(profile, out var tools) ? tools : profilesTools.GetValue(profile, Make);
    }

    /// <summary>The tools that this caller may call now, sorted by path.</summary>
    public ToolListing For(McpCall call) => For(call.Caller, call.Profile);

    /// <inheritdoc cref="For(McpCall)"/>
    public ToolListing For(Caller caller, ToolProfile profile) => Of(profile).For(caller);

    /// <summary>The name of the tool for a path, when this caller may call it.</summary>
    public string? NameFor(McpCall call, string path) => NameFor(call.Caller, call.Profile, path);

    /// <inheritdoc cref="NameFor(McpCall, string)"/>
    public string? NameFor(Caller caller, ToolProfile profile, string path) =>
        Of(profile).Find(path) is { } definition && caller.MayCall(definition) ? definition.ToolName : null;

    /// <summary>Null when nobody took a tool away from a profile; otherwise why a call of it is refused, and what to call instead.</summary>
    public ProcedureError? WhyNotOffered(McpCall call, ProcedureDefinition definition)
    {
        if (switches.Find(definition.Path) is { Off: true })
        {
            return NotAllowed($"{definition.ToolName} is switched off for AI clients. The user can switch it on in HomeDash's dashboard, at {new Uri(call.Dashboard, "tools/api/mcp")}.");
        }

        // What the profile leaves out because it only reads, the pipeline refuses with words of its own: the caller only reads as well.
        return call.Profile.Offers(definition) || (call.Profile.ReadOnly && definition.Kind == ProcedureKind.Mutation)
            ? null
            : NotAllowed($"{definition.ToolName} does not belong to the profile '{call.Profile.Name}', which this client is connected to. {Instead(call, definition)}");
    }

    private string Instead(McpCall call, ProcedureDefinition definition)
    {
        var near = Of(call.Profile).Finder.Find($"{definition.Namespace} {definition.Title}", call.Caller).Take(3).Select(other => other.ToolName).ToArray();
        return near.Length > 0 ? $"What it has and comes nearest: {string.Join(", ", near)}." : "tools/list names what it has.";
    }

    private static ProcedureError NotAllowed(string message) => new(ProcedureErrorCode.Forbidden, ErrorReason.NotAllowed, message);

    private Snapshot Current()
    {
        var current = made;
        if (current is not null && IsCurrent(current))
        {
            return current;
        }

        lock (making)
        {
            // Read before what they count: a change in between makes a table that is made again, not one that stays stale.
            return made is { } already && IsCurrent(already) ? already : made = new(catalog.Version, profiles.Version, switches.Version);
        }
    }

    private bool IsCurrent(Snapshot snapshot) =>
        snapshot.CatalogVersion == catalog.Version && snapshot.ProfilesVersion == profiles.Version && snapshot.SwitchesVersion == switches.Version;

    private ProfileTools Make(ToolProfile profile) => new(
        profile,
        [
            .. catalog.Procedures.Select(procedure => procedure.Definition)
                .Where(definition => !definition.OffMcp && catalog.WhyNotAvailable(definition) is null && profile.Offers(definition))
                .Select(definition => (definition, switches.Find(definition.Path)))
                .Where(tool => tool.Item2 is not { Off: true }),
        ],
        Words,
        searchWords);

    /// <summary>What is made of one version of everything. A profile that was changed is another object, so that a request that still holds it spoils nothing.</summary>
    private sealed record Snapshot(long CatalogVersion, long ProfilesVersion, long SwitchesVersion)
    {
        public ConditionalWeakTable<ToolProfile, ProfileTools> Profiles { get; } = [];
    }
}
