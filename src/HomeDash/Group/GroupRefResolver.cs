using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Finds groups by id or by name, whatever its case. Only administrators see any.</summary>
internal sealed class GroupRefResolver(GroupStore groups) : ITargetResolver<GroupRef>
{
    private static readonly SuggestedCall ListThem = new("group.list", Why: "It lists the groups there are.");

    public async ValueTask<IReadOnlyList<GroupRef>> ResolveAsync(IReadOnlyList<GroupRef> targets, Caller caller, CancellationToken cancellationToken)
    {
        var visible = caller.IsAdministrator ? await groups.AllAsync(cancellationToken).ConfigureAwait(false) : [];
        var known = visible.Select(group => new ResolvedTarget(GroupRef.Noun, group.Id, group.Name)).ToArray();
        return [.. targets.Select(target => target with { Resolved = known.Get(target.Given, GroupRef.Noun, caller.IsAdministrator ? ListThem : null) })];
    }
}
