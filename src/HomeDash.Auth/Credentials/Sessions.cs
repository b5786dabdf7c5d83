using System.Security.Claims;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Auth;

/// <summary>Begins sessions by password, and says whether one is still good.</summary>
internal sealed class Sessions(HouseWork work, Accounts accounts, PasswordChecks checks)
{
    private const int LongestName = 64;

    /// <summary>Checks name and password; takes as long, and counts and locks the same, when nobody has that name.</summary>
    public async Task<SignInAttempt> SignInAsync(string name, Secret password, CancellationToken cancellationToken)
    {
        if (name.Length is 0 or > LongestName)
        {
            return SignInAttempt.Wrong;
        }

        var user = await accounts.FindByNameAsync(name, cancellationToken).ConfigureAwait(false) is { Disabled: false } found ? found : null;
        var looked = await checks.CheckAsync(name, user?.Id, password, cancellationToken).ConfigureAwait(false);
        return looked switch
        {
            { Result: PasswordCheck.Locked } => SignInAttempt.Locked,
            { Row: { } row } when user is not null => new(HomeDashClaims.ForSession(user, row.SecurityStamp), IsLocked: false),
            _ => SignInAttempt.Wrong,
        };
    }

    /// <summary>A session of a user who has proved to know the password; null when the user is gone by now.</summary>
    public Task<ClaimsPrincipal?> OpenAsync(User user, CancellationToken cancellationToken) => work.ReadAsync(async services =>
        await services.GetRequiredService<CredentialStore>().FindAsync(user.Id, cancellationToken).ConfigureAwait(false) is { } row ? HomeDashClaims.ForSession(user, row.SecurityStamp) : null);

    /// <summary>False when the password was changed since, or the user is disabled or gone.</summary>
    public async Task<bool> IsCurrentAsync(ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        principal.UserId() is { } userId && principal.SessionStamp() is { } stamp
        && await work.ReadAsync(services => services.GetRequiredService<CredentialStore>().IsCurrentAsync(userId, stamp, cancellationToken)).ConfigureAwait(false);
}

/// <summary>How an attempt to sign in ended.</summary>
/// <param name="Principal">Who it is, when name and password were right.</param>
/// <param name="IsLocked">Whether there were too many wrong passwords for this name.</param>
internal sealed record SignInAttempt(ClaimsPrincipal? Principal, bool IsLocked)
{
    public static SignInAttempt Wrong { get; } = new(null, IsLocked: false);

    public static SignInAttempt Locked { get; } = new(null, IsLocked: true);
}
