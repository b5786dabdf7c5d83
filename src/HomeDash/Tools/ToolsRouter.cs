using System.ComponentModel.DataAnnotations;
using HomeDash.Generated;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The procedures themselves: what can be called, how, and what AI clients are offered of it.</summary>
[Router("tools", Noun = "tool")]
internal sealed class ToolsRouter(
    ProcedureCatalog catalog, IToolProfiles profiles, IToolSwitches switches, OfferedTools offered, ToolUsage usage, SwitchStore store, UsageStore uses, ToolSettings settings, HouseData data)
{
    private const string Topic = "tools";

    /// <summary>Lists every procedure that the caller holds the permission for, with its contract, sorted by path.</summary>
    /// <param name="context">The run.</param>
    /// <param name="limit">How many procedures a page holds.</param>
    /// <param name="cursor">The <c>next</c> of the page before; leave it out for the first page.</param>
    [Query(ToolsPermissions.View)]
    public Page<ToolInfo> List(ProcedureContext context, [Range(1, 1000)] int limit = 500, [MaxLength(100)] string? cursor = null)
    {
        List<ToolInfo> page = [];
        var (total, more) = (0, false);
        foreach (var procedure in catalog.Procedures)
        {
            var definition = procedure.Definition;
            if (!context.Caller.Holds(definition.Permission))
            {
                continue;
            }

            total++;
            if (cursor is not null && string.CompareOrdinal(definition.Path, cursor) <= 0)
            {
                continue;
            }

            more = page.Count == limit;
            if (!more)
            {
                page.Add(Describe(definition));
            }
        }

        return new(page, total, more ? page[^1].Path : null);
    }

    /// <summary>Switches a tool off or on for AI clients, or describes it to them in other words, in all profiles.</summary>
    /// <param name="tool">Its name or path.</param>
    /// <param name="context">The run.</param>
    /// <param name="enabled">Whether AI clients may be offered it.</param>
    /// <param name="description">What they read of it; empty for its own description.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(ToolsPermissions.Manage, Effect.Change, Idempotent = true, DashboardOnly = true, Page = ToolSettings.Page)]
    public async Task<ToolSetting> Update(
        [StringLength(54, MinimumLength = 1)] string tool, ProcedureContext context, bool? enabled = null, [MaxLength(1000)] string? description = null, CancellationToken cancellationToken = default)
    {
        var definition = (catalog.Find(tool) ?? catalog.FindTool(tool))?.Definition
            ?? throw ProcedureErrors.NotFound("tool", tool, catalog.Procedures.Select(procedure => procedure.Definition.ToolName), new("tools.list", Why: "It lists the tools there are."));
        var all = await store.AllAsync(cancellationToken).ConfigureAwait(false);
        var before = all.FirstOrDefault(set => set.Path == definition.Path) ?? new(definition.Path, Off: false, null);
        var words = description is null ? before.Description : description.Trim() is { Length: > 0 } given && given != definition.Description ? given : null;
        var after = before with { Off = enabled is { } on ? !on : before.Off, Description = words };
        if (after != before)
        {
            await store.SetAsync(after, cancellationToken).ConfigureAwait(false);
            data.AfterCommit(settings.LoadAsync);
            context.Changes.Updated(Topic, definition.Path, Shown(before), Shown(after), ToolSettingJson.Write);
        }

        return Shown(after);

        ToolSetting Shown(ToolSwitch set) => new(set.Path, definition.ToolName, !set.Off, set.Description);
    }

    /// <summary>Shows what AI clients made of the tools in the last days: calls, errors, times and bytes, the most called first.</summary>
    /// <param name="days">How many days, today among them.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(ToolsPermissions.Manage, Title = "Show tool usage")]
    public async Task<Page<ToolUse>> Usage([Range(1, ToolUsage.KeptDays)] int days = 7, CancellationToken cancellationToken = default)
    {
        var counts = await usage.ReadAsync(days, uses, cancellationToken).ConfigureAwait(false);
        ToolUse[] used =
        [
            .. counts.Where(counted => counted.Value.Calls > 0)
                .OrderByDescending(counted => counted.Value.Calls).ThenBy(counted => counted.Key, StringComparer.Ordinal)
                .Select(counted => Shown(counted.Key, counted.Value)),
        ];
        return new(used, used.Length);

        ToolUse Shown(string path, UseCount count) => new(
            path, catalog.Find(path)?.Definition.ToolName ?? path, count.Calls, count.Errors,
            count.Durations.Percentile(0.5) ?? 0, count.Durations.Percentile(0.95) ?? 0, count.Bytes, count.LastAt);
    }

    private ToolInfo Describe(ProcedureDefinition definition)
    {
        var whyNot = offered.WhyNot(definition);
        var set = switches.Find(definition.Path);
        return new(
            definition.Path,
            definition.ToolName,
            definition.Title,
            definition.Description,
            definition.Kind,
            definition.Effect,
            definition.Permission,
            whyNot is null,
            whyNot,
            set is not { Off: true },
            set?.Description,
            definition.OffMcp ? [] : [.. profiles.All.Where(profile => profile.Offers(definition)).Select(profile => profile.Name)],
            definition.Page,
            [.. definition.Parameters.Select(parameter => new ToolParameter(parameter.Name, parameter.Description, parameter.Required, parameter.TargetNoun))],
            definition.InputSchema,
            definition.OutputSchema);
    }
}
