using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Keeps users' passwords. Implemented where sign-in is; takes part in the running transaction.</summary>
public interface ICredentials
{
    /// <summary>Sets a user's password; everybody signed in with the old one has to sign in again.</summary>
    Task SetPasswordAsync(string userId, Secret password, CancellationToken cancellationToken);

    /// <summary>Whether this is the user's password.</summary>
    Task<bool> CheckPasswordAsync(string userId, Secret password, CancellationToken cancellationToken);
}
