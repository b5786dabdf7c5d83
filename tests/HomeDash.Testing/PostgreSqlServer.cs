using Dapper;
using Npgsql;
using Xunit;

namespace HomeDash.Testing;

/// <summary>The PostgreSQL server that the tests may use; tests/services/postgres.sh starts one.</summary>
public static class PostgreSqlServer
{
    /// <summary>A connection string of a user who may create databases.</summary>
    public const string Variable = "HOMEDASH_TEST_POSTGRES";

    private static readonly string? Given = Environment.GetEnvironmentVariable(Variable);

    /// <summary>Skips the test that is running if there is no server.</summary>
    public static void SkipIfMissing() =>
        Assert.SkipUnless(!string.IsNullOrEmpty(Given), $"no PostgreSQL: set {Variable} or run eng/test --all");

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its connection string.</returns>
    public static async Task<string> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        SkipIfMissing();
        var name = $"homedash_test_{Guid.NewGuid():n}";
        await ExecuteAsync($"CREATE DATABASE {name}", cancellationToken);
        return new NpgsqlConnectionStringBuilder(Given) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    /// <summary>Drops what <see cref="CreateDatabaseAsync"/> made, also while somebody is connected to it.</summary>
    public static Task DropDatabaseAsync(string connectionString, CancellationToken cancellationToken) =>
        ExecuteAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)", cancellationToken);

    private static async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Given) { Pooling = false }.ConnectionString);
        await connection.ExecuteAsync(new CommandDefinition(sql, cancellationToken: cancellationToken));
    }
}
