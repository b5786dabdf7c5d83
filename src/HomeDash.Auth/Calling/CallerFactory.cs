using System.Security.Claims;
using HomeDash.Procedures;

namespace HomeDash.Auth;

/// <summary>The one place where a principal becomes a <see cref="Caller"/>. Rights are read anew each time: what was taken away is gone at the next call.</summary>
public sealed class CallerFactory
{
    private readonly Accounts accounts;
    private readonly Sessions sessions;

    internal CallerFactory(Accounts accounts, Sessions sessions) => (this.accounts, this.sessions) = (accounts, sessions);

    /// <summary>Who this is and what they may now; a guest, who sees public boards, when not signed in, signed out by a changed password, disabled or gone.</summary>
    public async ValueTask<Caller> CreateAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (principal.UserId() is not { } userId
            || (principal.KeyId() is null && !await sessions.IsCurrentAsync(principal, cancellationToken).ConfigureAwait(false))
            || await accounts.RightsAsync(userId, cancellationToken).ConfigureAwait(false) is not { } rights)
        {
            return await accounts.GuestAsync(cancellationToken).ConfigureAwait(false);
        }

        return rights.AsCaller(principal.KeyId(), principal.IsReadOnly()) with { Profile = principal.Profile() };
    }
}
