using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests;

public sealed class EnvironmentOnSqlite() : EnvironmentTests(Dialect.Sqlite);

public sealed class EnvironmentOnPostgreSql() : EnvironmentTests(Dialect.PostgreSql);

/// <summary>Integrations that the environment configures.</summary>
public abstract class EnvironmentTests(Dialect dialect) : HouseTests(dialect)
{
    private static readonly Integration Socket = new("docker", "docker", "docker", "unix:///var/run/docker.sock") { FromEnvironment = true };

    [Fact]
    public async Task The_integration_follows_the_environment()
    {
        Assert.Equal([Socket], await FollowAsync(Socket));
        Assert.Equal([Socket], await FollowAsync(Socket));

        var elsewhere = Socket with { Url = "tcp://nas:2375" };
        Assert.Equal([elsewhere], await FollowAsync(elsewhere));

        Assert.Empty(await FollowAsync(null));
    }

    [Fact]
    public async Task It_keeps_the_name_that_a_person_gave_it()
    {
        await FollowAsync(Socket);
        await House.ExecuteAsync("UPDATE integrations SET name = 'nas' WHERE id = 'docker'", new { });

        Assert.Equal([Socket with { Name = "nas" }], await FollowAsync(Socket));
    }

    [Fact]
    public async Task What_people_made_is_left_alone()
    {
        await House.ExecuteAsync("INSERT INTO integrations (id, name, kind, url, origin, created_at) VALUES ('mine', 'mine', 'docker', 'tcp://mine:2375', 'user', 0)", new { });

        Assert.Equal(["mine", "docker"], (await FollowAsync(Socket)).Select(integration => integration.Id));
        Assert.Equal(["mine"], (await FollowAsync(null)).Select(integration => integration.Id));
    }

    private Task<IReadOnlyList<Integration>> FollowAsync(Integration? found) => House.Work.WriteAsync(
        async services =>
        {
            var store = services.GetRequiredService<IntegrationStore>();
            await store.FollowEnvironmentAsync("docker", found, Cancellation);
            return await store.AllAsync(Cancellation);
        },
        Cancellation);
}
