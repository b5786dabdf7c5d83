using System.Text.Json;
using HomeDash.Procedures;
using HomeDash.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HomeDash.Tests.Docker;

/// <summary>From the call to containers that really start, stop and go.</summary>
public sealed class RealEngineTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_restarted_container_shows_its_new_start_time_in_the_list()
    {
        await using var docker = new TestDocker();
        await using var house = await DockerHouse.StartAsync(docker);
        await docker.RunAsync("plex");
        var before = await FindAsync(house, docker.Name("plex"));

        var outcome = (await house.CallAsync("docker.restart", Containers(docker.Name("plex")))).GetProperty("items")[0];
        var after = await FindAsync(house, docker.Name("plex"));

        Assert.True(outcome.GetProperty("ok").GetBoolean());
        Assert.Equal("running", outcome.GetProperty("value").GetProperty("state").GetString());
        Assert.True(after.GetProperty("startedAt").GetDateTimeOffset() > before.GetProperty("startedAt").GetDateTimeOffset());
        Assert.Equal(after.GetProperty("startedAt").GetString(), outcome.GetProperty("value").GetProperty("startedAt").GetString());
        Assert.True(after.GetProperty("memoryBytes").GetInt64() > 0);
    }

    [Fact]
    public async Task What_was_done_already_is_success_and_said_so()
    {
        await using var docker = new TestDocker();
        await using var house = await DockerHouse.StartAsync(docker);
        await docker.RunAsync("app");

        Assert.Equal("It was running already.", Note(await house.CallAsync("docker.start", Containers(docker.Name("app")))));
        Assert.Null(Note(await house.CallAsync("docker.stop", Containers(docker.Name("app")))));
        Assert.Equal("It was stopped already.", Note(await house.CallAsync("docker.stop", Containers(docker.Name("app")))));
        Assert.Equal("It did not run before.", Note(await house.CallAsync("docker.restart", Containers(docker.Name("app")))));
    }

    [Fact]
    public async Task Each_of_several_containers_gets_its_own_outcome()
    {
        await using var docker = new TestDocker();
        await using var house = await DockerHouse.StartAsync(docker);
        await docker.RunAsync("good", start: false);
        await docker.RunAsync("bad", start: false, configure: body => body["Cmd"] = new System.Text.Json.Nodes.JsonArray("/no/such/program"));

        var items = (await house.CallAsync("docker.start", Containers(docker.Name("good"), docker.Name("bad")))).GetProperty("items");

        Assert.Equal((docker.Name("good"), true, "running"), (items[0].GetProperty("target").GetString(), items[0].GetProperty("ok").GetBoolean(), items[0].GetProperty("value").GetProperty("state").GetString()));
        Assert.Equal((docker.Name("bad"), false), (items[1].GetProperty("target").GetString(), items[1].GetProperty("ok").GetBoolean()));
        Assert.Contains("/no/such/program", items[1].GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_container_that_ends_at_once_is_not_called_running()
    {
        await using var docker = new TestDocker();
        await using var house = await DockerHouse.StartAsync(docker);
        await docker.RunAsync("crash", "exit 9", start: false);

        // The process ends right after its start: the state may be read before that.
        await house.CallAsync("docker.start", Containers(docker.Name("crash")));
        var details = await house.CallAsync("docker.get", $$"""{"container":"{{docker.Name("crash")}}"}""");
        while (details.GetProperty("state").GetString() == "running")
        {
            details = await house.CallAsync("docker.get", $$"""{"container":"{{docker.Name("crash")}}"}""");
        }

        Assert.Equal(("exited", 9), (details.GetProperty("state").GetString(), details.GetProperty("exitCode").GetInt32()));
    }

    [Fact]
    public async Task A_running_container_is_removed_with_force_only()
    {
        await using var docker = new TestDocker();
        await using var house = await DockerHouse.StartAsync(docker);
        await docker.RunAsync("app");

        var refused = (await house.CallAsync("docker.remove", Containers(docker.Name("app")))).GetProperty("items")[0];
        var removed = (await house.CallAsync("docker.remove", $$"""{"containers":["{{docker.Name("app")}}"],"force":true}""")).GetProperty("items")[0];

        Assert.Equal("wrong_state", refused.GetProperty("reason").GetString());
        Assert.Contains("Stop it first with docker.stop, or remove it with force.", refused.GetProperty("message").GetString());
        Assert.Equal("removed", removed.GetProperty("value").GetProperty("state").GetString());
        Assert.Equal(ErrorReason.TargetNotFound, (await house.FailAsync("docker.get", $$"""{"container":"{{docker.Name("app")}}"}""")).Reason);
    }

    [Fact]
    public async Task A_container_made_to_remove_itself_is_gone_once_stopped()
    {
        await using var docker = new TestDocker();
        await using var house = await DockerHouse.StartAsync(docker);
        await docker.RunAsync("once", configure: body => body["HostConfig"]!["AutoRemove"] = true);

        var outcome = (await house.CallAsync("docker.stop", Containers(docker.Name("once")))).GetProperty("items")[0];

        Assert.True(outcome.GetProperty("ok").GetBoolean());
        Assert.True(outcome.GetProperty("value").GetProperty("state").GetString() is "removed" or "removing" or "exited");
    }

    [Fact]
    public async Task Logs_are_followed_to_the_containers_end()
    {
        await using var docker = new TestDocker();
        await using var house = await DockerHouse.StartAsync(docker);
        await docker.RunAsync("app", "echo one; sleep 0.3; echo two >&2");

        var lines = await house.StreamAsync("docker.followLogs", $$"""{"container":"{{docker.Name("app")}}"}""", _ => false);

        Assert.Equal([("stdout", "one"), ("stderr", "two")], lines.Select(line => (line.GetProperty("stream").GetString()!, line.GetProperty("text").GetString()!)));
    }

    [Fact]
    public async Task Past_events_are_told_with_the_exit_code()
    {
        await using var docker = new TestDocker();
        await using var house = await DockerHouse.StartAsync(docker);
        var id = await docker.RunAsync("app", "exit 4");
        await docker.WaitAsync(id);

        var events = await house.CallAsync("docker.events", $$"""{"seconds":60,"container":"{{docker.Name("app")}}"}""");

        var died = events.GetProperty("items").EnumerateArray().Single(happened => happened.GetProperty("action").GetString() == "die");
        Assert.Equal(4, died.GetProperty("exitCode").GetInt32());
        Assert.All(events.GetProperty("items").EnumerateArray(), happened => Assert.Equal(id, happened.GetProperty("containerId").GetString()));
    }

    [Fact]
    public async Task The_change_feed_tells_what_happens_on_the_engine()
    {
        await using var docker = new TestDocker();
        await using var house = await DockerHouse.StartAsync(docker);
        var id = await docker.RunAsync("app");
        var watcher = house.Services.GetServices<IHostedService>().OfType<EngineWatcher>().Single();
        var changes = house.Services.GetRequiredService<IChangeFeed>().ReadAsync("docker.container", Cancellation);
        await watcher.StartAsync(Cancellation);

        await docker.KillAsync(id);
        await foreach (var change in changes)
        {
            if (change.Id == id)
            {
                break;
            }
        }

        await watcher.StopAsync(Cancellation);
    }

    private static string Containers(params string[] names) => JsonSerializer.Serialize(new { containers = names });

    private static string? Note(JsonElement outcomes) =>
        outcomes.GetProperty("items")[0].GetProperty("value").TryGetProperty("note", out var note) ? note.GetString() : null;

    private static async Task<JsonElement> FindAsync(DockerHouse house, string name) =>
        (await house.CallAsync("docker.list", $$"""{"search":"{{name}}"}""")).GetProperty("items")[0];
}
