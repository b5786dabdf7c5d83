using System.ComponentModel.DataAnnotations;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The procedures themselves: what can be called, and how.</summary>
[Router("tools", Noun = "tool")]
internal sealed class ToolsRouter(ProcedureCatalog catalog)
{
    /// <summary>Lists every procedure that the caller holds the permission for, with its contract, sorted by path.</summary>
    /// <param name="context">The run.</param>
    /// <param name="limit">How many procedures a page holds.</param>
    /// <param name="cursor">The <c>next</c> of the page before; leave it out for the first page.</param>
    [Query(ToolsPermissions.View)]
    public Page<ToolInfo> List(ProcedureContext context, [Range(1, 1000)] int limit = 500, [MaxLength(100)] string? cursor = null)
    {
        ProcedureDefinition[] own = [.. catalog.Procedures.Select(procedure => procedure.Definition).Where(definition => context.Caller.Holds(definition.Permission))];
        ProcedureDefinition[] rest = [.. own.Where(definition => string.CompareOrdinal(definition.Path, cursor) > 0)];
        return new([.. rest.Take(limit).Select(Describe)], own.Length, rest.Length > limit ? rest[limit - 1].Path : null);
    }

    private ToolInfo Describe(ProcedureDefinition definition)
    {
        var whyNot = WhyNotOnMcp(definition);
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
            definition.Page,
            [.. definition.Parameters.Select(parameter => new ToolParameter(parameter.Name, parameter.Description, parameter.Required, parameter.TargetNoun))],
            definition.InputSchema,
            definition.OutputSchema);
    }

    private string? WhyNotOnMcp(ProcedureDefinition definition) =>
        definition.CarriesSecret ? "It takes or returns a secret, which no AI client may see. A person does it in the dashboard."
        : definition.DashboardOnly ? "It is for a person at the dashboard to decide."
        : catalog.WhyNotAvailable(definition);
}
