using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text.Json;
using HomeDash.Procedures;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>The tools of one profile, as they are now.</summary>
internal sealed class ProfileTools
{
    /// <summary>By the caller's set of permissions, which is the same object for as long as the caller's rights are the same.</summary>
    private readonly ConditionalWeakTable<IReadOnlySet<string>, Listings> listings = [];
    private readonly FrozenDictionary<string, ProcedureDefinition> byPath;
    private readonly FrozenDictionary<string, ToolSwitch> switches;
    private readonly (ProcedureDefinition Definition, ReadOnlyMemory<byte> Json)[] tools;
    private readonly ToolProfile profile;
    private readonly ToolWords words;
    private readonly Lazy<ToolFinder> finder;

    public ProfileTools(ToolProfile profile, IReadOnlyList<(ProcedureDefinition Definition, ToolSwitch? Set)> offered, ToolWords words, IEnumerable<ISearchWords> searchWords)
    {
        (this.profile, this.words) = (profile, words);
        byPath = offered.Select(tool => tool.Definition).ToFrozenDictionary(definition => definition.Path, StringComparer.Ordinal);
        switches = offered.Where(tool => tool.Set is not null).Select(tool => tool.Set!).ToFrozenDictionary(set => set.Path, StringComparer.Ordinal);
        tools = [.. offered.Select(tool => (tool.Definition, profile.Lists(tool.Definition) ? Json(Print(tool.Definition)) : default))];
        finder = new(() => new([.. offered.Select(tool => tool.Definition)], DescriptionOf, searchWords));
    }

    /// <summary>Finds tools by what they are for.</summary>
    public ToolFinder Finder => finder.Value;

    /// <summary>The definition with this path, when the profile offers it.</summary>
    public ProcedureDefinition? Find(string path) => byPath.GetValueOrDefault(path);

    /// <summary>What this caller may call of it.</summary>
    public ToolListing For(Caller caller)
    {
        var own = listings.GetOrCreateValue(caller.Permissions);
        return caller.ReadOnly ? own.Reading ??= Make(caller) : own.All ??= Make(caller);
    }

    /// <summary>The tool of a procedure, with as much as the profile has tools say of themselves.</summary>
    public Tool Print(ProcedureDefinition definition)
    {
        var tool = ToolPrinter.Print(definition, words, profile.Detail, switches.GetValueOrDefault(definition.Path)?.Description);
        // No promise of structured content where none is sent.
        tool.OutputSchema = profile.TextOnly ? null : tool.OutputSchema;
        return tool;
    }

    private string DescriptionOf(ProcedureDefinition definition) => switches.GetValueOrDefault(definition.Path)?.Description ?? definition.Description;

    private ToolListing Make(Caller caller)
    {
        var own = tools.Where(tool => caller.MayCall(tool.Definition)).ToArray();
        ProcedureDefinition[] definitions = [.. own.Select(tool => tool.Definition)];
        return new(
            definitions,
            [
                .. profile.ToolSearch ? SearchTools.For(definitions, profile).Select(Json) : [],
                .. own.Where(tool => !tool.Json.IsEmpty).Select(tool => tool.Json),
            ]);
    }

    private static ReadOnlyMemory<byte> Json(Tool tool) => JsonSerializer.SerializeToUtf8Bytes(tool, SdkJson.Of<Tool>());

    private sealed class Listings
    {
        public ToolListing? All { get; set; }

        public ToolListing? Reading { get; set; }
    }
}
