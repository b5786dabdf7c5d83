using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Keeps users' passwords. Implemented where sign-in is.</summary>
public interface ICredentials
{
    /// <summary>Sets a user's password; everybody signed in with the old one has to sign in again. Takes part in the running transaction.</summary>
    Task SetPasswordAsync(string userId, Secret password, CancellationToken cancellationToken);

    /// <summary>
    /// Whether this is the caller's own password. A wrong one counts like a wrong one at sign-in, whatever becomes of the run;
    /// that takes a transaction of its own, which has to come before the run's.
    /// </summary>
    /// <exception cref="InvalidOperationException">The run's transaction has begun: something was read or written in it.</exception>
    Task<PasswordCheck> CheckPasswordAsync(Caller caller, Secret password, CancellationToken cancellationToken);
}

/// <summary>What looking at a password found.</summary>
public enum PasswordCheck
{
    /// <summary>It is the password.</summary>
    Right,

    /// <summary>It is not.</summary>
    Wrong,

    /// <summary>There were too many wrong ones: it was not looked at.</summary>
    Locked,
}
