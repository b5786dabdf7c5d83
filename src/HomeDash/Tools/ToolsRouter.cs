using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The procedures themselves: what can be called, and how.</summary>
[Router("tools", Noun = "tool")]
internal sealed class ToolsRouter(ProcedureCatalog catalog)
{
    /// <summary>Lists every procedure that the caller holds the permission for, with its contract, sorted by path.</summary>
    [Query(ToolsPermissions.View)]
    public Page<ToolInfo> List(ProcedureContext context)
    {
        List<ToolInfo> tools = [.. catalog.Procedures.Select(procedure => procedure.Definition).Where(definition => context.Caller.Holds(definition.Permission)).Select(Describe)];
        return new(tools, tools.Count);
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
        : catalog.WhyNotAvailable(definition);
}
