using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests;

public sealed class GrantOnSqlite() : GrantTests(Dialect.Sqlite);

public sealed class GrantOnPostgreSql() : GrantTests(Dialect.PostgreSql);

/// <summary>Access to single things, as the procedures of those things give it.</summary>
public abstract class GrantTests(Dialect dialect) : HouseTests(dialect)
{
    private static readonly ResolvedTarget Nas = new("integration", "nas", "nas");
    private static readonly ResolvedTarget Plex = new("container", "abc", "plex", new("integration", "nas"));
    private static readonly GrantHolder Everyone = new(GrantHolderKind.Group, "everyone");

    [Fact]
    public async Task Access_is_given_raised_lowered_and_taken_away_and_binds_at_the_next_call()
    {
        var ada = new GrantHolder(GrantHolderKind.User, (await House.AddUserAsync("ada")).UserId);
        Assert.False((await House.CallerAsync("ada")).HasAccess(Nas, Access.Use));

        foreach (var level in new[] { Access.Interact, Access.Full, Access.Use })
        {
            await SetAsync(ada, "nas", level);

            var caller = await House.CallerAsync("ada");
            Assert.True(caller.HasAccess(Nas, level));
            Assert.Equal(level == Access.Full, caller.HasAccess(Nas, Access.Full));
            Assert.True(caller.HasAccess(Plex, level));
        }

        await SetAsync(ada, "nas", null);
        Assert.False((await House.CallerAsync("ada")).HasAccess(Nas, Access.Use));
        Assert.Empty(await OfAsync("nas"));
    }

    [Fact]
    public async Task Access_to_all_of_a_kind_is_access_to_each_and_to_what_follows_its_rules()
    {
        await House.AddUserAsync("ada");

        await SetAsync(Everyone, "*", Access.Interact);

        var caller = await House.CallerAsync("ada");
        Assert.True(caller.HasAccess(Nas, Access.Interact));
        Assert.True(caller.HasAccess(Plex, Access.Interact));
        Assert.False(caller.HasAccess(Plex, Access.Full));
        Assert.False(caller.HasAccess(new("board", "nas", "nas"), Access.Use));
    }

    [Fact]
    public async Task Who_has_access_to_a_thing_is_told_with_those_who_have_it_to_all()
    {
        var ada = await House.AddUserAsync("ada");
        await House.CallAsync(Caller.House, "group.create", """{"name":"family"}""");
        var family = (await House.CallAsync(Caller.House, "group.get", """{"group":"family"}""")).GetProperty("id").GetString()!;
        await SetAsync(new(GrantHolderKind.User, ada.UserId), "nas", Access.Full);
        await SetAsync(new(GrantHolderKind.Group, family), "nas", Access.Interact);
        await SetAsync(new(GrantHolderKind.Group, family), "elsewhere", Access.Interact);
        await SetAsync(Everyone, "*", Access.Use);

        Assert.Equal(
            [
                new(GrantHolderKind.Group, "everyone", "Everyone", Access.Use, OnAll: true),
                new(GrantHolderKind.Group, family, "family", Access.Interact, OnAll: false),
                new AccessGrant(GrantHolderKind.User, ada.UserId, "ada", Access.Full, OnAll: false),
            ],
            await OfAsync("nas"));
        Assert.Equal(["Everyone"], (await OfAsync("*")).Select(grant => grant.Name));
    }

    [Fact]
    public async Task A_thing_that_is_no_more_is_forgotten_and_others_are_not()
    {
        var ada = new GrantHolder(GrantHolderKind.User, (await House.AddUserAsync("ada")).UserId);
        await SetAsync(ada, "nas", Access.Full);
        await SetAsync(Everyone, "nas", Access.Use);
        await SetAsync(ada, "other", Access.Use);

        await WriteAsync(store => store.ForgetTargetAsync("integration", "nas", Cancellation));

        Assert.Empty(await OfAsync("nas"));
        Assert.Single(await OfAsync("other"));
    }

    [Fact]
    public async Task Access_goes_with_whoever_had_it()
    {
        var ada = await House.AddUserAsync("ada");
        await House.AddUserAsync("root", administrator: true);
        await SetAsync(new(GrantHolderKind.User, ada.UserId), "nas", Access.Full);

        await House.CallAsync(Caller.House, "user.delete", """{"user":"ada"}""");

        Assert.Empty(await OfAsync("nas"));
    }

    [Fact]
    public async Task What_is_not_committed_is_not_kept()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => WriteAsync(async store =>
        {
            await store.SetAsync(Everyone, "integration", "nas", Access.Full, Cancellation);
            throw new InvalidOperationException();
        }));

        Assert.Empty(await OfAsync("nas"));
    }

    [Fact]
    public async Task Groups_and_users_tell_what_they_have_access_to()
    {
        var ada = await House.AddUserAsync("ada");
        await House.ExecuteAsync("INSERT INTO integrations (id, name, kind, url, origin, created_at) VALUES ('nas', 'The NAS', 'docker', 'tcp://nas:2375', 'user', 0)", new { });
        await SetAsync(new(GrantHolderKind.User, ada.UserId), "nas", Access.Full);
        await SetAsync(Everyone, "nas", Access.Use);

        var group = await House.CallAsync(Caller.House, "group.get", """{"group":"everyone"}""");
        Assert.Equal(
            """[{"kind":"app","id":"*","level":"full"},{"kind":"integration","id":"nas","name":"The NAS","level":"use"}]""",
            group.GetProperty("access").GetRawText());
        var user = await House.CallAsync(ada, "user.get");
        Assert.Equal(
            """[{"kind":"app","id":"*","level":"full","group":"Everyone"},{"kind":"integration","id":"nas","name":"The NAS","level":"full"},{"kind":"integration","id":"nas","name":"The NAS","level":"use","group":"Everyone"}]""",
            user.GetProperty("access").GetRawText());
    }

    private Task<bool> SetAsync(GrantHolder holder, string id, Access? level) => WriteAsync(store => store.SetAsync(holder, "integration", id, level, Cancellation));

    private Task<IReadOnlyList<AccessGrant>> OfAsync(string id) =>
        House.Work.ReadAsync(services => services.GetRequiredService<GrantStore>().OfTargetAsync("integration", id, Cancellation));

    private Task<bool> WriteAsync(Func<GrantStore, Task> work) => House.Work.WriteAsync(
        async services =>
        {
            await work(services.GetRequiredService<GrantStore>());
            return true;
        },
        Cancellation);
}
