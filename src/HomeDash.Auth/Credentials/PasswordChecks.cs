using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Auth;

/// <summary>Looks at passwords, wherever one is asked for: wrong ones count by name, and too many lock it.</summary>
internal sealed class PasswordChecks(HouseWork work)
{
    private const int LongestPassword = 128;

    /// <summary>Whether this is a user's password; takes as long, and counts and locks the same, when there is no such user.</summary>
    /// <param name="name">The name by which it counts.</param>
    /// <param name="userId">Whose password it would be; null when nobody's.</param>
    /// <param name="password">What was typed.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public async Task<CheckedPassword> CheckAsync(string name, string? userId, Secret password, CancellationToken cancellationToken)
    {
        if (password.Reveal().Length > LongestPassword)
        {
            return new(PasswordCheck.Wrong, null);
        }

        var nameKey = name.ToLowerInvariant();
        if (!await work.WriteAsync(services => services.GetRequiredService<AttemptStore>().BeginAsync(nameKey, cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            return new(PasswordCheck.Locked, null);
        }

        var row = await work.ReadAsync(async services =>
        {
            var credentials = services.GetRequiredService<CredentialStore>();
            var found = await credentials.FindAsync(userId ?? "", cancellationToken).ConfigureAwait(false);
            return credentials.Matches(found, password) ? found : null;
        }).ConfigureAwait(false);
        if (row is null)
        {
            return new(PasswordCheck.Wrong, null);
        }

        await work.WriteAsync(
            async services =>
            {
                await services.GetRequiredService<AttemptStore>().ForgetAsync(nameKey, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        return new(PasswordCheck.Right, row);
    }
}

/// <summary>A password that was looked at.</summary>
/// <param name="Result">What was found.</param>
/// <param name="Row">What is kept of it, when it was right.</param>
internal sealed record CheckedPassword(PasswordCheck Result, CredentialRow? Row);
