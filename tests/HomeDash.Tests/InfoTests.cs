using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests;

public sealed class InfoOnSqlite() : InfoTests(Dialect.Sqlite, "sqlite");

public sealed class InfoOnPostgreSql() : InfoTests(Dialect.PostgreSql, "postgreSql");

public abstract class InfoTests(Dialect dialect, string database) : HouseTests(dialect)
{
    private readonly Dialect dialect = dialect;

    [Fact]
    public async Task It_tells_version_uptime_and_database()
    {
        await House.CallAsync(Caller.House, "info.get");
        House.Clock.Advance(TimeSpan.FromMinutes(1));

        var info = await House.CallAsync(Caller.House, "info.get");

        Assert.Matches("^[0-9]+\\.[0-9]+\\.[0-9]+", Text(info, "version"));
        Assert.Equal(database, Text(info, "database"));
        Assert.Equal("ok", Text(info, "status"));
        Assert.Equal("2026-01-01T00:00:00Z", Text(info, "startedAt"));
        Assert.Equal(60, info.GetProperty("uptime").GetDouble());
    }

    [Fact]
    public async Task Health_is_as_good_as_the_worst_part_and_tells_no_more_than_it_should()
    {
        await using var house = await House.StartAsync(dialect, services => services.AddSingleton<IHealthPart, BrokenPart>());

        var health = await house.CallAsync(Caller.House, "info.health");

        Assert.Equal("failed", Text(health, "status"));
        var parts = health.GetProperty("parts").EnumerateArray().ToDictionary(part => Text(part, "name")!, part => Text(part, "status"));
        Assert.Equal("ok", parts["database"]);
        Assert.Equal("failed", parts["broken"]);
        Assert.DoesNotContain("secret", health.GetRawText());
    }

    private sealed class BrokenPart : IHealthPart
    {
        public string Name => "broken";

        public Task<(HealthStatus Status, string Message)> CheckAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("a secret");
    }
}
