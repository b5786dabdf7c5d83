using Dapper;

namespace HomeDash.Auth;

/// <summary>The sign_in_attempts table: wrong passwords by name, whether anybody has that name or not.</summary>
internal sealed class AttemptStore(HouseData data, TimeProvider clock)
{
    /// <summary>This many wrong passwords in a row lock a name.</summary>
    public const int Most = 5;

    /// <summary>How long a name stays locked, and how long a wrong password counts.</summary>
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Counts an attempt before the password is looked at, so that many at the same time cannot all slip through.
    /// </summary>
    /// <returns>False when the name is locked.</returns>
    public async Task<bool> BeginAsync(string nameKey, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var expired = now - (long)LockedFor.TotalMilliseconds;
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new("DELETE FROM sign_in_attempts WHERE last_at <= @expired", new { expired }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return await connection.ExecuteAsync(new(
            """
            INSERT INTO sign_in_attempts (name_key, failed, last_at) VALUES (@nameKey, 1, @now)
            ON CONFLICT (name_key) DO UPDATE SET failed = sign_in_attempts.failed + 1, last_at = excluded.last_at
            WHERE sign_in_attempts.failed < @Most
            """,
            new { nameKey, now, Most }, cancellationToken: cancellationToken)).ConfigureAwait(false) > 0;
    }

    /// <summary>The password was right: forgets the wrong ones before it.</summary>
    public async Task ForgetAsync(string nameKey, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new("DELETE FROM sign_in_attempts WHERE name_key = @nameKey", new { nameKey }, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }
}
