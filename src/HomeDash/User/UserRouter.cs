using System.ComponentModel.DataAnnotations;
using HomeDash.Generated;
using HomeDash.Procedures;
using HomeDash.Storage;

namespace HomeDash;

/// <summary>Users: who can sign in.</summary>
[Router("user")]
internal sealed class UserRouter(
    UserStore users, GroupStore groups, RightsStore rights, GrantStore grants, ApiKeyStore keys, ICredentials credentials, Ids ids, TimeProvider clock)
{
    /// <summary>Lists the users in the order of their names.</summary>
    [Query(UserPermissions.Administrator)]
    public async Task<Page<User>> List(CancellationToken cancellationToken)
    {
        var all = await users.AllAsync(cancellationToken).ConfigureAwait(false);
        return new(all, all.Count);
    }

    /// <summary>Returns a user with groups, permissions and access to single things: oneself, or as an administrator anybody.</summary>
    /// <param name="user">The user's name or id; oneself when left out.</param>
    [Query(UserPermissions.Self)]
    public async Task<UserDetails> Get(ProcedureContext context, UserRef? user = null, CancellationToken cancellationToken = default)
    {
        var found = await users.OwnOrNamedAsync(user, context.Caller, cancellationToken).ConfigureAwait(false);
        return new(
            found.Id,
            found.Name,
            found.Administrator,
            found.Disabled,
            found.CreatedAt,
            await groups.NamesOfUserAsync(found.Id, cancellationToken).ConfigureAwait(false),
            [.. (await rights.PermissionsAsync(found.Id, cancellationToken).ConfigureAwait(false)).Order(StringComparer.Ordinal)],
            await grants.OfUserAsync(found.Id, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Adds a user, who can then sign in with this name and password.</summary>
    /// <param name="name">The name to sign in with: letters, digits, dots, underscores and hyphens. Upper and lower case are the same.</param>
    /// <param name="password">The password, 8 to 128 characters.</param>
    /// <param name="administrator">Whether the user may do everything.</param>
    [Mutation(UserPermissions.Administrator, Effect.Create, Page = "/users")]
    public async Task<User> Create(
        [StringLength(64, MinimumLength = 3)] string name,
        Secret password,
        ProcedureContext context,
        bool administrator = false,
        CancellationToken cancellationToken = default)
    {
        UserRules.Check(name, password);
        var user = new User(ids.New(), name, administrator, Disabled: false, clock.GetStorableNow());
        await users.AddAsync(user, cancellationToken).ConfigureAwait(false);
        await credentials.SetPasswordAsync(user.Id, password, cancellationToken).ConfigureAwait(false);
        context.Changes.Created("user", user.Id, user, UserJson.Write);
        return user;
    }

    /// <summary>Makes a user an administrator or not, or keeps one out together with all of that user's API keys. Binds at the next call.</summary>
    /// <param name="user">The user's name or id, as user.list shows them.</param>
    /// <param name="administrator">Whether the user may do everything.</param>
    /// <param name="disabled">Whether the user is kept out.</param>
    [Mutation(UserPermissions.Administrator, Effect.Change, Idempotent = true)]
    public async Task<User> Update(
        UserRef user,
        ProcedureContext context,
        bool? administrator = null,
        bool? disabled = null,
        CancellationToken cancellationToken = default)
    {
        var before = await users.GetAsync(user.Resolved!.Id, cancellationToken).ConfigureAwait(false);
        var after = before with { Administrator = administrator ?? before.Administrator, Disabled = disabled ?? before.Disabled };
        if (after == before)
        {
            return before;
        }

        await users.UpdateAsync(after, cancellationToken).ConfigureAwait(false);
        await RequireAdministratorWithoutAsync(before, cancellationToken).ConfigureAwait(false);
        context.Changes.Updated("user", after.Id, before, after, UserJson.Write);
        return after;
    }

    /// <summary>
    /// Deletes a user with password, sessions, API keys, memberships and access, from the next call on, and returns who it was.
    /// One may delete oneself; only the last administrator who can sign in stays. To keep somebody out for a while, use user.update.
    /// </summary>
    /// <param name="user">The user's name or id, as user.list shows them.</param>
    [Mutation(UserPermissions.Administrator, Effect.Destroy)]
    public async Task<User> Delete([Needs(Access.Full)] UserRef user, ProcedureContext context, CancellationToken cancellationToken)
    {
        var before = await users.GetAsync(user.Resolved!.Id, cancellationToken).ConfigureAwait(false);
        var lost = await keys.ListAsync(before.Id, cancellationToken).ConfigureAwait(false);
        await users.DeleteAsync(before.Id, cancellationToken).ConfigureAwait(false);
        await RequireAdministratorWithoutAsync(before, cancellationToken).ConfigureAwait(false);
        if (!await users.AnyAsync(cancellationToken).ConfigureAwait(false))
        {
            throw new ProcedureException(new(ProcedureErrorCode.Conflict, ErrorReason.WrongState,
                $"'{before.Name}' is the only user. Create another one first: without any, whoever opens HomeDash next would become the administrator."));
        }

        context.Changes.Deleted("user", before.Id, before, UserJson.Write);
        foreach (var key in lost)
        {
            context.Changes.Deleted("apiKeys", key.Id, key, ApiKeyJson.Write);
        }

        return before;
    }

    /// <summary>Changes a password: one's own with the current one, or anybody's as an administrator. Everybody signed in with the old password has to sign in again.</summary>
    /// <param name="password">The new password, 8 to 128 characters.</param>
    /// <param name="current">The current password; needed to change one's own.</param>
    /// <param name="user">Whose password, by name or id; one's own when left out. Only administrators may name another.</param>
    [Mutation(UserPermissions.Self, Effect.Change, Page = "/account")]
    public async Task<User> ChangePassword(
        Secret password,
        ProcedureContext context,
        Secret? current = null,
        UserRef? user = null,
        CancellationToken cancellationToken = default)
    {
        UserRules.Check(password);
        if (context.Caller is { UserId.Length: > 0 } caller && (user is null || user.Resolved!.Id == caller.UserId))
        {
            // First of all: it counts wrong passwords in a transaction of its own.
            await RequireCurrentAsync(caller, current, cancellationToken).ConfigureAwait(false);
        }

        var whose = await users.OwnOrNamedAsync(user, context.Caller, cancellationToken).ConfigureAwait(false);
        await credentials.SetPasswordAsync(whose.Id, password, cancellationToken).ConfigureAwait(false);
        context.Changes.Updated("user", whose.Id, whose, whose, UserJson.Write);
        return whose;
    }

    private async Task RequireCurrentAsync(Caller caller, Secret? current, CancellationToken cancellationToken)
    {
        switch (current is null ? PasswordCheck.Wrong : await credentials.CheckPasswordAsync(caller, current, cancellationToken).ConfigureAwait(false))
        {
            case PasswordCheck.Wrong:
                throw ProcedureErrors.InvalidInput("current", "This is not the current password.");
            case PasswordCheck.Locked:
                throw new ProcedureException(new(ProcedureErrorCode.TooManyRequests, ErrorReason.TooManyCalls,
                    "Too many wrong passwords, here or at sign-in. Wait a few minutes, then try again; or ask an administrator to set a new password."));
        }
    }

    private Task RequireAdministratorWithoutAsync(User before, CancellationToken cancellationToken) =>
        before is { Administrator: true, Disabled: false } ? users.RequireAdministratorAsync(before.Name, cancellationToken) : Task.CompletedTask;
}
