using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Finds users by id or by name, whatever its case. Everybody finds themself; only administrators find others.</summary>
internal sealed class UserRefResolver(UserStore users) : ITargetResolver<UserRef>
{
    private static readonly SuggestedCall ListThem = new("user.list", Why: "It lists the users there are.");

    public async ValueTask<IReadOnlyList<UserRef>> ResolveAsync(IReadOnlyList<UserRef> targets, Caller caller, CancellationToken cancellationToken)
    {
        ResolvedTarget[] known = caller.UserId.Length > 0 ? [new(UserRef.Noun, caller.UserId, caller.Name)] : [];

        // Oneself is found without the database: user.changePassword has a password checked before its transaction begins.
        if (caller.IsAdministrator && targets.Any(target => known.Find(target.Given) is null))
        {
            known = [.. (await users.AllAsync(cancellationToken).ConfigureAwait(false)).Select(user => new ResolvedTarget(UserRef.Noun, user.Id, user.Name))];
        }

        return [.. targets.Select(target => target with { Resolved = known.Get(target.Given, UserRef.Noun, caller.IsAdministrator ? ListThem : null) })];
    }
}
