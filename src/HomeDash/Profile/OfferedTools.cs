using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What AI clients are offered now, and why not the rest.</summary>
internal sealed class OfferedTools(ProcedureCatalog catalog, IToolSwitches switches)
{
    /// <summary>What a profile offers to somebody who may do everything, sorted by path.</summary>
    public IEnumerable<ProcedureDefinition> Of(ToolProfile profile) =>
        catalog.Procedures.Select(procedure => procedure.Definition).Where(definition => profile.Offers(definition) && WhyNot(definition) is null);

    /// <summary>Null when AI clients are offered it, if their profile has it; otherwise why not, and what to do about it.</summary>
    public string? WhyNot(ProcedureDefinition definition) =>
        definition.CarriesSecret ? "It takes or returns a secret, which no AI client may see. A person does it in the dashboard."
        : definition.DashboardOnly ? "It is for a person at the dashboard to decide."
        : switches.Find(definition.Path) is { Off: true } ? "It is switched off for AI clients. A person can switch it on, on the page API of the dashboard."
        : catalog.WhyNotAvailable(definition);

    /// <summary>Accepts namespaces and paths that there are.</summary>
    /// <exception cref="ProcedureException">Names each that there is not, with those that are like it.</exception>
    public void Require(string field, IReadOnlyList<string>? names, List<InputProblem> problems)
    {
        if (names is null)
        {
            return;
        }

        string[] known = [.. catalog.Procedures.SelectMany(procedure => new[] { procedure.Definition.Namespace, procedure.Definition.Path }).Distinct()];
        foreach (var (index, name) in names.Index().Where(named => !known.Contains(named.Item)))
        {
            var near = NearestNames.Of(name, known);
            var hint = near.Count == 0 ? "tools.list names all of them." : $"Did you mean {string.Join(" or ", near)}?";
            problems.Add(new($"{field}[{index}]", $"'{name}' is neither a namespace nor a procedure. {hint}"));
        }
    }
}
