using System.Security.Cryptography;
using Dapper;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Identity;

namespace HomeDash.Auth;

/// <summary>The credentials table.</summary>
internal sealed class CredentialStore(HouseData data, IPasswordHasher<User> hasher, PasswordChecks checks) : ICredentials
{
    /// <summary>Verified against when there is no such user, so that the answer takes as long as for a wrong password.</summary>
    private static readonly string NoHash = new PasswordHasher<User>().HashPassword(null!, RandomNumberGenerator.GetHexString(32));

    public async Task SetPasswordAsync(string userId, Secret password, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new(
            """
            INSERT INTO credentials (user_id, password_hash, security_stamp) VALUES (@userId, @hash, @stamp)
            ON CONFLICT (user_id) DO UPDATE SET password_hash = excluded.password_hash, security_stamp = excluded.security_stamp
            """,
            new { userId, hash = hasher.HashPassword(null!, password.Reveal()), stamp = RandomNumberGenerator.GetHexString(32, lowercase: true) },
            cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    public async Task<PasswordCheck> CheckPasswordAsync(Caller caller, Secret password, CancellationToken cancellationToken) => data.IsWriting
        ? throw new InvalidOperationException("A password is checked before anything is read or written.")
        : (await checks.CheckAsync(caller.Name, caller.UserId, password, cancellationToken).ConfigureAwait(false)).Result;

    public async Task<CredentialRow?> FindAsync(string userId, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        return await connection.QuerySingleOrDefaultAsync<CredentialRow>(new(
            "SELECT password_hash, security_stamp FROM credentials WHERE user_id = @userId", new { userId }, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    public async Task<bool> IsCurrentAsync(string userId, string stamp, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        return await connection.ExecuteScalarAsync<bool>(new(
            """
            SELECT EXISTS (
              SELECT 1 FROM credentials JOIN users ON users.id = credentials.user_id
              WHERE user_id = @userId AND security_stamp = @stamp AND NOT users.disabled)
            """,
            new { userId, stamp }, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Whether this is the password; takes as long when there is none to compare with.</summary>
    public bool Matches(CredentialRow? row, Secret password) =>
        hasher.VerifyHashedPassword(null!, row?.PasswordHash ?? NoHash, password.Reveal()) != PasswordVerificationResult.Failed & row is not null;
}

/// <summary>What is kept of a user's password.</summary>
internal sealed record CredentialRow(string PasswordHash, string SecurityStamp);
