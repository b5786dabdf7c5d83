using System.Text.Json.Nodes;
using HomeDash.Testing;
using static HomeDash.Integrations.Docker.Tests.Engines;

namespace HomeDash.Integrations.Docker.Tests;

public sealed class Listing
{
    [Fact]
    public async Task A_list_shows_running_and_stopped_containers_with_ports_labels_and_image()
    {
        await using var docker = new TestDocker();
        using var engine = Connect(docker);
        var web = await docker.RunAsync("web", configure: body =>
        {
            body["Labels"] = new JsonObject { ["app"] = "web" };
            body["ExposedPorts"] = new JsonObject { ["8080/tcp"] = new JsonObject(), ["53/udp"] = new JsonObject() };
            body["HostConfig"]!["PortBindings"] = new JsonObject
            {
                ["8080/tcp"] = new JsonArray(new JsonObject { ["HostIp"] = "127.0.0.1", ["HostPort"] = "18080" }),
            };
        });
        await docker.RunAsync("made", start: false);
        var ended = await docker.RunAsync("ended", "exit 3");
        await docker.WaitAsync(ended);

        var containers = (await engine.ListAsync(Cancellation)).Where(container => container.Name.StartsWith(docker.Prefix)).ToDictionary(container => container.Name);

        var shown = containers[docker.Name("web")];
        Assert.Equal((web, "nas", "homedash/busybox:test", RunState.Running), (shown.Id, shown.Engine, shown.Image, shown.State));
        Assert.StartsWith("Up", shown.Status);
        Assert.Equal("web", shown.Labels["app"]);
        Assert.Equal([new(53, "udp"), new(8080, "tcp", 18080, "127.0.0.1")], shown.Ports);
        Assert.Equal(DateTimeOffset.UtcNow, shown.CreatedAt, TimeSpan.FromMinutes(1));
        Assert.Equal(RunState.Created, containers[docker.Name("made")].State);
        Assert.Equal(RunState.Exited, containers[docker.Name("ended")].State);
    }

    [Fact]
    public async Task Details_name_the_environment_without_its_values()
    {
        await using var docker = new TestDocker();
        using var engine = Connect(docker);
        var id = await docker.RunAsync("app", configure: body =>
        {
            body["Env"] = new JsonArray("DB_PASSWORD=hunter2", "EMPTY=");
            body["HostConfig"]!["RestartPolicy"] = new JsonObject { ["Name"] = "unless-stopped" };
            body["HostConfig"]!["Tmpfs"] = new JsonObject();
            body["HostConfig"]!["Binds"] = new JsonArray("/tmp:/data:ro");
        });

        var details = await engine.GetAsync(id, Cancellation);

        Assert.Equal(["DB_PASSWORD", "EMPTY"], details.EnvironmentNames);
        Assert.DoesNotContain("hunter2", details.ToString());
        Assert.Equal("unless-stopped", details.RestartPolicy);
        Assert.Equal(["/bin/sh", "-c"], details.Command.Take(2));
        Assert.Equal([new("bind", "/tmp", "/data", Writable: false)], details.Mounts);
        Assert.Equal("bridge", Assert.Single(details.Networks).Name);
        Assert.Equal((RunState.Running, null), (details.State, details.ExitCode));
        Assert.Equal(DateTimeOffset.UtcNow, details.StartedAt!.Value, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Details_of_an_ended_container_tell_its_exit_code_and_when()
    {
        await using var docker = new TestDocker();
        using var engine = Connect(docker);
        // An engine notes the start of what ends at once after its end.
        var id = await docker.RunAsync("ended", "sleep 0.5; exit 3");
        await docker.WaitAsync(id);

        var details = await engine.GetAsync(id, Cancellation);

        Assert.Equal((RunState.Exited, 3), (details.State, details.ExitCode));
        Assert.True(details.FinishedAt >= details.StartedAt);
    }

    [Fact]
    public async Task The_health_check_is_read()
    {
        await using var docker = new TestDocker();
        using var engine = Connect(docker);
        var id = await docker.RunAsync("sick", configure: body => body["Healthcheck"] = new JsonObject
        {
            ["Test"] = new JsonArray("CMD-SHELL", "echo broken; exit 1"), ["Interval"] = 100_000_000, ["Timeout"] = 1_000_000_000, ["Retries"] = 1,
        });

        var details = await engine.GetAsync(id, Cancellation);
        while (details.Health != ContainerHealth.Unhealthy)
        {
            await Task.Delay(100, Cancellation);
            details = await engine.GetAsync(id, Cancellation);
        }

        Assert.Equal((1, "broken"), (details.HealthLog[^1].ExitCode, details.HealthLog[^1].Output.Trim()));
        Assert.Equal(ContainerHealth.Unhealthy, (await engine.ListAsync(Cancellation)).Single(container => container.Id == id).Health);
    }

    [Fact]
    public async Task The_engine_says_its_version()
    {
        await using var docker = new TestDocker();
        using var engine = Connect(docker);

        var version = await engine.VersionAsync(Cancellation);

        Assert.Matches(@"^\d+\.\d+", version.Product);
        Assert.Matches(@"^1\.\d+$", version.Api);
    }
}
