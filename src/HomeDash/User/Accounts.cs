using System.Collections.Frozen;
using HomeDash.Generated;
using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash;

/// <summary>What sign-in has to know of users. What was taken away is gone at the next call, or within a second when another process took it.</summary>
public sealed class Accounts
{
    private readonly HouseWork work;
    private readonly RecentReads recent;
    private readonly Ids ids;
    private readonly TimeProvider clock;

    internal Accounts(HouseWork work, RecentReads recent, Ids ids, TimeProvider clock) => (this.work, this.recent, this.ids, this.clock) = (work, recent, ids, clock);

    /// <summary>Whether there is any user yet.</summary>
    public Task<bool> AnyAsync(CancellationToken cancellationToken) =>
        work.ReadAsync(services => services.GetRequiredService<UserStore>().AnyAsync(cancellationToken));

    /// <summary>The user with this name, whatever its case; null when there is none.</summary>
    public Task<User?> FindByNameAsync(string name, CancellationToken cancellationToken) =>
        work.ReadAsync(services => services.GetRequiredService<UserStore>().FindByNameAsync(name, cancellationToken));

    /// <summary>What a user may now; null when the user is gone or disabled.</summary>
    public ValueTask<AccountRights?> RightsAsync(string userId, CancellationToken cancellationToken) =>
        recent.GetAsync(userId, () => ReadRightsAsync(userId, cancellationToken));

    private Task<AccountRights?> ReadRightsAsync(string userId, CancellationToken cancellationToken) => work.ReadAsync(async services =>
    {
        if (await services.GetRequiredService<UserStore>().FindAsync(userId, cancellationToken).ConfigureAwait(false) is not { Disabled: false } user)
        {
            return null;
        }

        var rights = services.GetRequiredService<RightsStore>();
        return new AccountRights(
            user,
            await rights.PermissionsAsync(userId, cancellationToken).ConfigureAwait(false),
            await rights.GrantsAsync(userId, cancellationToken).ConfigureAwait(false));
    });

    /// <summary>Somebody who is not signed in: sees the boards that are public, and nothing else.</summary>
    public Task<Caller> GuestAsync(CancellationToken cancellationToken) => work.ReadAsync(async services =>
    {
        var grants = await services.GetRequiredService<RightsStore>().GuestGrantsAsync(cancellationToken).ConfigureAwait(false);
        return grants.Count == 0 ? Caller.Nobody : Caller.Nobody with { Permissions = new[] { BoardPermissions.View }.ToFrozenSet(), Grants = grants };
    });

    /// <summary>Adds the first administrator.</summary>
    /// <exception cref="ProcedureException">There is a user already, or the name or the password will not do.</exception>
    public Task<User> CreateFirstAsync(string name, Secret password, CancellationToken cancellationToken)
    {
        UserRules.Check(name, password);
        return work.WriteAsync(
            async services =>
            {
                var users = services.GetRequiredService<UserStore>();
                if (await users.AnyAsync(cancellationToken).ConfigureAwait(false))
                {
                    throw ProcedureErrors.AlreadyExists("HomeDash is set up already. Sign in instead.");
                }

                var user = new User(ids.New(), name, Administrator: true, Disabled: false, clock.GetStorableNow());
                await users.AddAsync(user, cancellationToken).ConfigureAwait(false);
                await services.GetRequiredService<ICredentials>().SetPasswordAsync(user.Id, password, cancellationToken).ConfigureAwait(false);
                services.GetRequiredService<ChangeSet>().Created("user", user.Id, user, UserJson.Write);
                return user;
            },
            cancellationToken);
    }
}

/// <summary>A user and what the user may.</summary>
/// <param name="User">The user.</param>
/// <param name="Permissions">The permissions of the user's groups.</param>
/// <param name="Grants">The access granted on single things.</param>
public sealed record AccountRights(User User, IReadOnlySet<string> Permissions, IReadOnlyDictionary<(string Kind, string Id), Access> Grants)
{
    /// <summary>The user as a caller.</summary>
    /// <param name="keyId">The API key that was used; null when there was none.</param>
    /// <param name="readOnly">Whether only queries and subscriptions may be called.</param>
    public Caller AsCaller(string? keyId, bool readOnly) =>
        new(User.Id, User.Name) { KeyId = keyId, Permissions = Permissions, Grants = Grants, ReadOnly = readOnly };
}
