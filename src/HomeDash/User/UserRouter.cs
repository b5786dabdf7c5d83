using System.ComponentModel.DataAnnotations;
using HomeDash.Generated;
using HomeDash.Procedures;
using HomeDash.Storage;

namespace HomeDash;

/// <summary>Users: who can sign in.</summary>
[Router("user")]
internal sealed class UserRouter(UserStore users, ICredentials credentials, Ids ids, TimeProvider clock)
{
    /// <summary>Lists the users in the order of their names.</summary>
    [Query(UserPermissions.Administrator)]
    public async Task<Page<User>> List(CancellationToken cancellationToken)
    {
        var all = await users.AllAsync(cancellationToken).ConfigureAwait(false);
        return new(all, all.Count);
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
    /// <param name="user">The user's name, as user.list shows it.</param>
    /// <param name="administrator">Whether the user may do everything.</param>
    /// <param name="disabled">Whether the user is kept out.</param>
    [Mutation(UserPermissions.Administrator, Effect.Change, Idempotent = true)]
    public async Task<User> Update(
        [StringLength(64, MinimumLength = 1)] string user,
        ProcedureContext context,
        bool? administrator = null,
        bool? disabled = null,
        CancellationToken cancellationToken = default)
    {
        var before = await users.GetByNameAsync(user, cancellationToken).ConfigureAwait(false);
        var after = before with { Administrator = administrator ?? before.Administrator, Disabled = disabled ?? before.Disabled };
        if (after == before)
        {
            return before;
        }

        await users.UpdateAsync(after, cancellationToken).ConfigureAwait(false);
        if (!(await users.AllAsync(cancellationToken).ConfigureAwait(false)).Any(left => left is { Administrator: true, Disabled: false }))
        {
            throw new ProcedureException(new(ProcedureErrorCode.Conflict, ErrorReason.WrongState,
                $"'{before.Name}' is the only administrator who can sign in. Make somebody else an administrator first."));
        }

        context.Changes.Updated("user", after.Id, before, after, UserJson.Write);
        return after;
    }

    /// <summary>Changes a password: one's own with the current one, or anybody's as an administrator. Everybody signed in with the old password has to sign in again.</summary>
    /// <param name="password">The new password, 8 to 128 characters.</param>
    /// <param name="current">The current password; needed to change one's own.</param>
    /// <param name="user">Whose password, by name; one's own when left out. Only administrators may name another.</param>
    [Mutation(UserPermissions.Self, Effect.Change, Page = "/account")]
    public async Task<User> ChangePassword(
        Secret password,
        ProcedureContext context,
        Secret? current = null,
        [StringLength(64, MinimumLength = 1)] string? user = null,
        CancellationToken cancellationToken = default)
    {
        UserRules.Check(password);
        var whose = await users.OwnOrNamedAsync(user, context.Caller, cancellationToken).ConfigureAwait(false);
        if (whose.Id == context.Caller.UserId
            && (current is null || !await credentials.CheckPasswordAsync(whose.Id, current, cancellationToken).ConfigureAwait(false)))
        {
            throw ProcedureErrors.InvalidInput("current", "This is not the current password.");
        }

        await credentials.SetPasswordAsync(whose.Id, password, cancellationToken).ConfigureAwait(false);
        context.Changes.Updated("user", whose.Id, whose, whose, UserJson.Write);
        return whose;
    }
}
