using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Finds integrations by id, name, kind, or a part of a name; the first of these that fits any decides. Reads no database.</summary>
internal sealed class IntegrationResolver(Connections connections, IntegrationKinds kinds) : ITargetResolver<IntegrationRef>
{
    private const int ShortestPart = 3;

    private static readonly SuggestedCall ListThem = new("integration.list", Why: "It lists the integrations there are.");

    public ValueTask<IReadOnlyList<IntegrationRef>> ResolveAsync(IReadOnlyList<IntegrationRef> targets, Caller caller, CancellationToken cancellationToken)
    {
        var visible = connections.Integrations.Where(integration => caller.HasAccess(integration.AsTarget(), Access.Use)).ToArray();
        return new([.. targets.Select(target => target with { Resolved = Find(target.Given.Trim(), visible).AsTarget() })]);
    }

    private Integration Find(string given, Integration[] visible)
    {
        var fits = Rules(given).Select(rule => visible.Where(rule).ToArray()).FirstOrDefault(found => found.Length > 0) ?? [];
        return fits.Length switch
        {
            1 => fits[0],
            0 => throw ProcedureErrors.NotFound(IntegrationRef.Noun, given, visible.Select(integration => integration.Name), ListThem),
            _ => throw ProcedureErrors.Ambiguous(IntegrationRef.Noun, given, fits.Select(integration => integration.Name)),
        };
    }

    private IEnumerable<Func<Integration, bool>> Rules(string given)
    {
        yield return integration => integration.Id == given;
        yield return integration => Same(integration.Name, given);
        yield return integration => Same(integration.Kind, given) || Same(kinds.TitleOf(integration.Kind), given);
        if (given.Length >= ShortestPart)
        {
            yield return integration => integration.Name.Contains(given, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>How access rules, approvals and the journal know an integration.</summary>
internal static class IntegrationTargets
{
    /// <summary>What access is granted on.</summary>
    public const string Kind = "integration";

    /// <summary>The integration as a resolved target.</summary>
    public static ResolvedTarget AsTarget(this Integration integration) => new(Kind, integration.Id, integration.Name);
}
