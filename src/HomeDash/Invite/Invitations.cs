using HomeDash.Generated;
using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash;

/// <summary>What the page that accepts an invite has to know and do. Nobody is signed in there: the invite itself is the right to it.</summary>
public sealed class Invitations(HouseWork work, Ids ids, TimeProvider clock)
{
    /// <summary>Longer than any invite: what is this long is not even looked up.</summary>
    private const int Longest = 128;

    /// <summary>Whether an invite can be accepted now.</summary>
    /// <param name="invite">The last part of the path: id, dot, token.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<bool> IsOpenAsync(string invite, CancellationToken cancellationToken) =>
        Split(invite) is { } parts ? work.ReadAsync(services => services.GetRequiredService<InviteStore>().IsOpenAsync(parts.Id, parts.Token, cancellationToken)) : Task.FromResult(false);

    /// <summary>Makes the account of whoever accepts an invite, and uses the invite up.</summary>
    /// <param name="invite">The last part of the path: id, dot, token.</param>
    /// <param name="name">The name to sign in with.</param>
    /// <param name="password">The password.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="ProcedureException">
    /// The name or the password will not do, the name is taken (in both cases the invite can still be accepted), or the invite is unknown, used up or expired (reason <c>target_not_found</c>).
    /// </exception>
    public Task<User> AcceptAsync(string invite, string name, Secret password, CancellationToken cancellationToken) => work.WriteAsync(
        async services =>
        {
            var invites = services.GetRequiredService<InviteStore>();
            if (Split(invite) is not { } parts
                || !await invites.IsOpenAsync(parts.Id, parts.Token, cancellationToken).ConfigureAwait(false))
            {
                throw ProcedureErrors.NotFound("invite", "this one", [], null);
            }

            UserRules.Check(name, password);
            var user = new User(ids.New(), name, Administrator: false, Disabled: false, clock.GetStorableNow());
            await services.GetRequiredService<UserStore>().AddAsync(user, cancellationToken).ConfigureAwait(false);
            await services.GetRequiredService<ICredentials>().SetPasswordAsync(user.Id, password, cancellationToken).ConfigureAwait(false);
            await invites.JoinGroupsAsync(parts.Id, user.Id, cancellationToken).ConfigureAwait(false);
            if (!await invites.DeleteAsync(parts.Id, cancellationToken).ConfigureAwait(false))
            {
                throw ProcedureErrors.NotFound("invite", "this one", [], null);
            }

            var made = await services.GetRequiredService<UserStore>().GetAsync(user.Id, cancellationToken).ConfigureAwait(false);
            var changes = services.GetRequiredService<ChangeSet>();
            changes.Created("user", made.Id, made, UserJson.Write);
            changes.Deleted("invite", parts.Id, new Invite(parts.Id, null, [], null, made.CreatedAt, made.CreatedAt), InviteJson.Write);
            return made;
        },
        cancellationToken);

    private static (string Id, string Token)? Split(string invite) =>
        invite.Length <= Longest && invite.IndexOf('.') is > 0 and var dot ? (invite[..dot], invite[(dot + 1)..]) : null;
}
