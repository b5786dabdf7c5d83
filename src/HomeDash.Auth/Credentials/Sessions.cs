using System.Security.Claims;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Auth;

/// <summary>Begins sessions by password, and says whether one is still good.</summary>
internal sealed class Sessions(HouseWork work, Accounts accounts)
{
    private const int LongestName = 64;
    private const int LongestPassword = 128;

    /// <summary>Checks name and password; takes as long, and counts and locks the same, when nobody has that name.</summary>
    public async Task<SignInAttempt> SignInAsync(string name, Secret password, CancellationToken cancellationToken)
    {
        if (name.Length is 0 or > LongestName || password.Reveal().Length > LongestPassword)
        {
            return SignInAttempt.Wrong;
        }

        var nameKey = name.ToLowerInvariant();
        if (!await work.WriteAsync(services => services.GetRequiredService<AttemptStore>().BeginAsync(nameKey, cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            return SignInAttempt.Locked;
        }

        var user = await accounts.FindByNameAsync(name, cancellationToken).ConfigureAwait(false);
        var principal = await work.ReadAsync(async services =>
        {
            var credentials = services.GetRequiredService<CredentialStore>();
            var row = await credentials.FindAsync(user?.Id ?? "", cancellationToken).ConfigureAwait(false);
            return credentials.Matches(row, password) && user is { Disabled: false } ? HomeDashClaims.ForSession(user, row!.SecurityStamp) : null;
        }).ConfigureAwait(false);
        if (principal is null)
        {
            return SignInAttempt.Wrong;
        }

        await work.WriteAsync(
            async services =>
            {
                await services.GetRequiredService<AttemptStore>().ForgetAsync(nameKey, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        return new(principal, IsLocked: false);
    }

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
