using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Finds groups by id or by name, whatever its case. People see the groups that they are in; only administrators see others.</summary>
internal sealed class GroupRefResolver(GroupStore groups) : ITargetResolver<GroupRef>
{
    private static readonly SuggestedCall ListThem = new("group.list", Why: "It lists the groups there are.");

    public async ValueTask<IReadOnlyList<GroupRef>> ResolveAsync(IReadOnlyList<GroupRef> targets, Caller caller, CancellationToken cancellationToken)
    {
        var known = (await groups.AllAsync(cancellationToken).ConfigureAwait(false))
            .Select(group => new ResolvedTarget(GroupRef.Noun, group.Id, group.Name))
            .Where(group => caller.HasAccess(group, Access.Use)).ToArray();
        return [.. targets.Select(target => target with { Resolved = known.Get(target.Given, GroupRef.Noun, caller.IsAdministrator ? ListThem : null) })];
    }
}
