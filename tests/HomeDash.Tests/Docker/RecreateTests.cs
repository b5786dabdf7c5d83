using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests.Docker;

/// <summary>Containers made anew, and what happens when that goes wrong on the way.</summary>
public sealed class RecreateTests
{
    private const string Web = """{"containers":["web"]}""";

    [Fact]
    public async Task A_dry_run_tells_every_step_and_does_nothing()
    {
        var engine = Engine();
        await using var house = await DockerHouse.StartAsync(engine);
        var aside = $"web-before-{engine.IdOf("web")[..12]}";

        Assert.Equal(
            [
                "Pull app:1 on nas.",
                $"Stop web on nas and rename it to {aside}.",
                "Create web from app:1 with the same configuration, networks and volumes, and start it.",
                $"Remove {aside}, with what was written inside and not to a volume; if web does not come up, put it back instead.",
            ],
            await house.PlanAsync("docker.recreate", """{"containers":["web"],"pull":true}"""));
        Assert.Empty(engine.Done);
    }

    [Fact]
    public async Task The_old_one_is_kept_aside_until_the_new_one_runs()
    {
        var engine = Engine();
        await using var house = await DockerHouse.StartAsync(engine);
        var (old, aside) = (engine.IdOf("web"), $"web-before-{engine.IdOf("web")[..12]}");

        var outcome = (await house.CallAsync("docker.recreate", """{"containers":["web"],"pull":true}""")).GetProperty("items")[0];

        Assert.True(outcome.GetProperty("ok").GetBoolean());
        Assert.NotEqual(old, outcome.GetProperty("value").GetProperty("id").GetString());
        Assert.Equal(["pull app:1", "stop web", $"rename web {aside}", "create web", "start web", $"remove {aside}"], engine.Done);
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("rename")]
    [InlineData("create")]
    public async Task When_it_fails_on_the_way_the_old_one_is_put_back(string refused)
    {
        var engine = Engine();
        engine.Refused.Add(refused);
        await using var house = await DockerHouse.StartAsync(engine);
        var old = engine.IdOf("web");

        var outcome = (await house.CallAsync("docker.recreate", Web)).GetProperty("items")[0];
        var after = await house.CallAsync("docker.get", """{"container":"web"}""");

        Assert.Equal($"web could not be made anew: nas says: no {refused} today The old container runs again.", outcome.GetProperty("message").GetString());
        Assert.Equal((old, "running"), (after.GetProperty("id").GetString(), after.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task A_new_one_that_ends_at_once_makes_room_for_the_old_one()
    {
        var engine = Engine();
        engine.NewOnes = RunState.Exited;
        await using var house = await DockerHouse.StartAsync(engine);
        var old = engine.IdOf("web");

        var outcome = (await house.CallAsync("docker.recreate", Web)).GetProperty("items")[0];

        Assert.Contains("The new one ended at once with exit code 1. The old container runs again.", outcome.GetProperty("message").GetString());
        Assert.Equal(old, engine.IdOf("web"));
    }

    [Fact]
    public async Task What_could_not_be_put_back_is_said_with_the_name_it_has()
    {
        var engine = Engine();
        engine.Refused.UnionWith(["create", "start"]);
        await using var house = await DockerHouse.StartAsync(engine);

        var message = (await house.CallAsync("docker.recreate", Web)).GetProperty("items")[0].GetProperty("message").GetString();

        Assert.Contains("The old container could not be put back: nas says: no start today It is still there", message);
    }

    [Fact]
    public async Task An_old_one_that_stays_takes_nothing_away_from_the_new_one()
    {
        var engine = Engine();
        engine.Refused.Add("remove");
        await using var house = await DockerHouse.StartAsync(engine);

        var outcome = (await house.CallAsync("docker.recreate", Web)).GetProperty("items")[0];

        Assert.True(outcome.GetProperty("ok").GetBoolean());
        Assert.Contains("could not be removed and is still there as web-before-", outcome.GetProperty("value").GetProperty("note").GetString());
    }

    [Fact]
    public async Task A_stopped_one_stays_stopped()
    {
        var engine = new ScriptedEngine("nas").With("web", image: "app:1", state: RunState.Exited);
        await using var house = await DockerHouse.StartAsync(engine);

        await house.CallAsync("docker.recreate", Web);

        Assert.DoesNotContain(engine.Done, done => done.StartsWith("st", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_removes_itself_could_not_be_put_back_and_is_left_alone()
    {
        var engine = Engine().But("web", container => container with { AutoRemove = true });
        await using var house = await DockerHouse.StartAsync(engine);

        var outcome = (await house.CallAsync("docker.recreate", Web)).GetProperty("items")[0];

        Assert.Equal("wrong_state", outcome.GetProperty("reason").GetString());
        Assert.Empty(engine.Done);
    }

    [Theory]
    [InlineData("0123456789ab", true)]
    [InlineData("nas", false)]
    public async Task HomeDash_does_not_replace_itself(string hostName, bool refused)
    {
        var engine = new ScriptedEngine("nas").With("homedash", "0123456789ab" + new string('c', 52), image: "app:1");
        await using var house = await DockerHouse.StartAsync(services => services.AddSingleton(new OwnContainer(hostName)), engine);

        var outcome = (await house.CallAsync("docker.recreate", """{"containers":["homedash"]}""")).GetProperty("items")[0];

        Assert.Equal(!refused, outcome.GetProperty("ok").GetBoolean());
        Assert.Equal(refused, engine.Done.Count == 0);
    }

    [Fact]
    public async Task What_uses_its_network_has_to_be_named_too()
    {
        var engine = Vpn();
        await using var house = await DockerHouse.StartAsync(engine);

        var outcome = (await house.CallAsync("docker.recreate", """{"containers":["vpn"]}""")).GetProperty("items")[0];

        Assert.Equal("wrong_state", outcome.GetProperty("reason").GetString());
        Assert.Equal("indexer and torrent use the network of vpn and would be left without it. Name them too: they are made anew together.", outcome.GetProperty("message").GetString());
        Assert.Equal([$"Leave vpn as it is: {outcome.GetProperty("message").GetString()}"], await house.PlanAsync("docker.recreate", """{"containers":["vpn"]}"""));
        Assert.Empty(engine.Done);
    }

    [Fact]
    public async Task What_shares_a_network_is_made_anew_together_after_the_one_that_has_it()
    {
        var engine = Vpn();
        await using var house = await DockerHouse.StartAsync(engine);
        var (vpn, torrent, indexer) = (Aside("vpn"), Aside("torrent"), Aside("indexer"));

        var plan = await house.PlanAsync("docker.recreate", Family);
        var outcomes = (await house.CallAsync("docker.recreate", Family)).GetProperty("items").EnumerateArray().ToArray();

        Assert.Equal("Create torrent from image:1 with the same configuration, networks and volumes, on the network of the new vpn, and start it.", plan[4]);
        Assert.All(outcomes, outcome => Assert.True(outcome.GetProperty("ok").GetBoolean()));
        Assert.Equal(["torrent", "vpn", "indexer"], outcomes.Select(outcome => outcome.GetProperty("value").GetProperty("name").GetString()));
        Assert.Equal(
            [
                "stop torrent", "stop vpn", $"rename vpn {vpn}", $"rename torrent {torrent}", $"rename indexer {indexer}",
                "create vpn", "start vpn", "create torrent on the network of vpn", "start torrent", "create indexer on the network of vpn",
                $"remove {indexer}", $"remove {torrent}", $"remove {vpn}",
            ],
            engine.Done);

        string Aside(string name) => $"{name}-before-{engine.IdOf(name)[..12]}";
    }

    [Fact]
    public async Task When_one_that_shares_a_network_fails_all_are_put_back()
    {
        var engine = Vpn();
        engine.Refused.Add("create torrent on the network of vpn");
        await using var house = await DockerHouse.StartAsync(engine);
        var old = (engine.IdOf("vpn"), engine.IdOf("torrent"), engine.IdOf("indexer"));

        var outcomes = (await house.CallAsync("docker.recreate", Family)).GetProperty("items").EnumerateArray().ToArray();

        Assert.All(outcomes, outcome => Assert.Equal(
            "vpn and torrent and indexer could not be made anew: nas says: no create torrent on the network of vpn today The old vpn runs again. The old torrent runs again. The old indexer is back in its place.",
            outcome.GetProperty("message").GetString()));
        Assert.Equal(old, (engine.IdOf("vpn"), engine.IdOf("torrent"), engine.IdOf("indexer")));
        Assert.Equal(["start vpn", "start vpn", "start torrent"], engine.Done.Where(done => done.StartsWith("start ", StringComparison.Ordinal)));
    }

    private const string Family = """{"containers":["torrent","vpn","indexer"]}""";

    private static ScriptedEngine Vpn()
    {
        var engine = new ScriptedEngine("nas").With("vpn").With("torrent").With("indexer", state: RunState.Exited);
        return engine
            .Change("torrent", container => container with { SharesNetworkOf = engine.IdOf("vpn") })
            .Change("indexer", container => container with { SharesNetworkOf = engine.IdOf("vpn") });
    }

    private static ScriptedEngine Engine() => new ScriptedEngine("nas").With("web", image: "app:1");
}
