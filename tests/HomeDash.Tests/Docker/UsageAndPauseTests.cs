using System.Text.Json;
using HomeDash.Procedures;
using HomeDash.Testing;

namespace HomeDash.Tests.Docker;

public sealed class UsageAndPauseTests
{
    [Fact]
    public async Task What_running_containers_use_is_told_again_and_again()
    {
        await using var docker = new TestDocker();
        await using var house = await DockerHouse.StartAsync(docker);
        var busy = await docker.RunAsync("busy", "while :; do :; done");
        var stopped = await docker.RunAsync("stopped", start: false);
        var seen = 0;

        var readings = await house.StreamAsync("docker.stats", $$"""{"containers":["{{busy}}","{{stopped}}"]}""", _ => ++seen == 2);

        Assert.All(readings, reading =>
        {
            var item = Assert.Single(reading.GetProperty("items").EnumerateArray());
            Assert.Equal(docker.Name("busy"), item.GetProperty("name").GetString());
            Assert.True(item.GetProperty("cpuPercent").GetDouble() > 5);
            Assert.True(item.GetProperty("memoryBytes").GetInt64() > 0);
        });
    }

    [Fact]
    public async Task An_engine_that_fails_is_named_beside_what_the_others_use()
    {
        await using var house = await DockerHouse.StartAsync(
            new ScriptedEngine("nas").With("web").With("db", state: RunState.Exited), new ScriptedEngine("pi") { Fault = ProcedureErrors.Unreachable("pi: nobody listens.") });

        var reading = Assert.Single(await house.StreamAsync("docker.stats", "{}", _ => true));

        Assert.Equal("web", Assert.Single(reading.GetProperty("items").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal([("nas", true), ("pi", false)], reading.GetProperty("engines").EnumerateArray().Select(engine => (engine.GetProperty("name").GetString()!, engine.GetProperty("ok").GetBoolean())));
    }

    [Fact]
    public async Task A_watcher_sees_only_the_engines_he_may_use()
    {
        await using var house = await DockerHouse.StartAsync(new ScriptedEngine("nas").With("web"), new ScriptedEngine("pi").With("dns"));
        var friend = new Caller("u1", "friend")
        {
            Permissions = new HashSet<string> { DockerPermissions.View },
            Grants = new Dictionary<(string, string), Access> { [("integration", "pi-id")] = Access.Use },
        };

        var reading = Assert.Single(await house.StreamAsync("docker.stats", "{}", _ => true, friend));

        Assert.Equal("dns", Assert.Single(reading.GetProperty("items").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal("pi", Assert.Single(reading.GetProperty("engines").EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_container_is_paused_and_goes_on()
    {
        await using var docker = new TestDocker();
        await using var house = await DockerHouse.StartAsync(docker);
        await docker.RunAsync("app");
        var containers = JsonSerializer.Serialize(new { containers = new[] { docker.Name("app") } });

        var paused = await house.CallAsync("docker.pause", containers);
        var again = await house.CallAsync("docker.pause", containers);
        var on = await house.CallAsync("docker.unpause", containers);

        Assert.Equal("paused", Value(paused).GetProperty("state").GetString());
        Assert.Equal("It was paused already.", Value(again).GetProperty("note").GetString());
        Assert.Equal("running", Value(on).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_stopped_container_cannot_be_paused()
    {
        var engine = new ScriptedEngine("nas").With("web", state: RunState.Exited);
        await using var house = await DockerHouse.StartAsync(engine);

        var outcome = (await house.CallAsync("docker.pause", """{"containers":["web"]}""")).GetProperty("items")[0];

        Assert.Equal(("wrong_state", "web does not run. Start it with docker.start."), (outcome.GetProperty("reason").GetString(), outcome.GetProperty("message").GetString()));
        Assert.Equal(["Leave web on nas as it is: it does not run."], await house.PlanAsync("docker.pause", """{"containers":["web"]}"""));
        Assert.Empty(engine.Done);
    }

    [Theory]
    [InlineData("docker.pause", RunState.Running)]
    [InlineData("docker.unpause", RunState.Paused)]
    public async Task An_engine_that_only_says_yes_is_not_believed(string path, RunState before)
    {
        await using var house = await DockerHouse.StartAsync(new ScriptedEngine("nas") { Lies = true }.With("web", state: before));

        Assert.Equal("service_failed", (await house.CallAsync(path, """{"containers":["web"]}""")).GetProperty("items")[0].GetProperty("reason").GetString());
    }

    private static JsonElement Value(JsonElement outcomes) => outcomes.GetProperty("items")[0].GetProperty("value");
}
