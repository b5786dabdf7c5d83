using System.Text.Json.Nodes;
using HomeDash.Procedures;
using HomeDash.Testing;
using static HomeDash.Integrations.Docker.Tests.Engines;

namespace HomeDash.Integrations.Docker.Tests;

/// <summary>What HomeDash promises of a container engine, on an old Docker, a newer one, and Podman.</summary>
public sealed class EveryEngine
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    public static TheoryData<string> All => [TestDocker.Variable, TestDocker.NewerVariable, TestDocker.PodmanVariable];

    [Theory]
    [MemberData(nameof(All))]
    public async Task It_says_what_it_is(string which)
    {
        await using var docker = new TestDocker(which);
        using var engine = Connect(docker);

        Assert.Matches(@"^\d+\.\d+", (await engine.TestAsync(Cancellation)).Version);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_container_is_listed_and_shown_with_its_image_and_labels(string which)
    {
        await using var docker = new TestDocker(which);
        using var engine = Connect(docker);
        var id = await docker.RunAsync("app", configure: body =>
        {
            body["Labels"] = new JsonObject { ["app"] = "web" };
            body["Env"] = new JsonArray("TOKEN=hunter2");
        });

        var listed = (await engine.ListAsync(Cancellation)).Single(container => container.Id == id);
        var details = await engine.GetAsync(id, Cancellation);

        Assert.Equal((docker.Name("app"), RunState.Running, "web"), (listed.Name, listed.State, listed.Labels["app"]));
        Assert.EndsWith("homedash/busybox:test", listed.Image);
        Assert.Matches("^sha256:[0-9a-f]{64}$", listed.ImageId);
        Assert.Equal((listed.ImageId, RunState.Running), (details.ImageId, details.State));
        Assert.Contains("TOKEN", details.EnvironmentNames);
        Assert.Equal(DateTimeOffset.UtcNow, details.StartedAt!.Value, TimeSpan.FromMinutes(1));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task It_starts_stops_and_restarts_and_says_when_there_was_nothing_to_do(string which)
    {
        await using var docker = new TestDocker(which);
        using var engine = Connect(docker);
        var id = await docker.RunAsync("app", start: false);

        Assert.True(await engine.StartAsync(id, Cancellation));
        Assert.False(await engine.StartAsync(id, Cancellation));
        var before = await engine.GetAsync(id, Cancellation);
        await engine.RestartAsync(id, Grace, Cancellation);
        Assert.True((await engine.GetAsync(id, Cancellation)).StartedAt > before.StartedAt);
        Assert.True(await engine.StopAsync(id, Grace, Cancellation));
        Assert.False(await engine.StopAsync(id, Grace, Cancellation));
        Assert.Equal(RunState.Exited, (await engine.GetAsync(id, Cancellation)).State);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task It_pauses_and_goes_on(string which)
    {
        await using var docker = new TestDocker(which);
        using var engine = Connect(docker);
        var id = await docker.RunAsync("app");

        await engine.PauseAsync(id, Cancellation);
        Assert.Equal(RunState.Paused, (await engine.GetAsync(id, Cancellation)).State);
        await engine.UnpauseAsync(id, Cancellation);
        Assert.Equal(RunState.Running, (await engine.GetAsync(id, Cancellation)).State);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_runs_is_not_removed_without_force_and_the_reason_is_the_state(string which)
    {
        await using var docker = new TestDocker(which);
        using var engine = Connect(docker);
        var id = await docker.RunAsync("app");

        var refused = await ErrorOf(() => engine.RemoveAsync(id, force: false, Cancellation));
        await engine.RemoveAsync(id, force: true, Cancellation);
        var gone = await ErrorOf(() => engine.GetAsync(id, Cancellation));

        Assert.Equal((ErrorReason.WrongState, ErrorReason.TargetNotFound), (refused.Reason, gone.Reason));
        Assert.StartsWith("nas says: ", gone.Message);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Its_logs_tell_stream_text_and_time(string which)
    {
        await using var docker = new TestDocker(which);
        using var engine = Connect(docker);
        var id = await docker.RunAsync("app", "echo out; echo err >&2");
        await docker.WaitAsync(id);

        var lines = await engine.LogsAsync(id, new(10), Cancellation).ToListAsync();

        Assert.Equal([(LogStream.Stderr, "err"), (LogStream.Stdout, "out")], lines.Select(line => (line.Stream, line.Text)).OrderBy(line => line.Text));
        Assert.All(lines, line => Assert.Equal(DateTimeOffset.UtcNow, line.Time!.Value, TimeSpan.FromMinutes(1)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_a_busy_container_uses_is_measured(string which)
    {
        await using var docker = new TestDocker(which);
        using var engine = Connect(docker);
        var id = await docker.RunAsync("busy", "while :; do :; done");

        var used = await engine.UsageAsync(id, Cancellation);

        Assert.True(used!.CpuPercent > 5, $"{used.CpuPercent} %");
        Assert.True(used.MemoryBytes > 0);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_end_of_a_container_is_an_event_with_its_exit_code(string which)
    {
        await using var docker = new TestDocker(which);
        using var engine = Connect(docker);
        var from = DateTimeOffset.UtcNow.AddSeconds(-5);
        var id = await docker.RunAsync("app", "exit 4");
        await docker.WaitAsync(id);
        await Task.Delay(TimeSpan.FromSeconds(1.2), Cancellation);

        var events = await engine.EventsAsync(from, DateTimeOffset.UtcNow, Cancellation).ToListAsync();

        Assert.Contains(events, happened => happened is { Action: "die", ExitCode: 4 } && happened.ContainerId == id);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_container_is_made_as_another_one_was_with_its_unnamed_volume(string which)
    {
        await using var docker = new TestDocker(which);
        using var engine = Connect(docker);
        var id = await docker.RunAsync("app", "trap exit TERM; test -e /state/kept || echo precious > /state/kept; cat /state/kept; while :; do sleep 0.2; done", configure: body =>
        {
            body["Env"] = new JsonArray("TZ=Europe/Oslo");
            body["Labels"] = new JsonObject { ["mine"] = "yes" };
            body["HostConfig"]!["RestartPolicy"] = new JsonObject { ["Name"] = "on-failure", ["MaximumRetryCount"] = 3 };
            body["HostConfig"]!["Memory"] = 64 << 20;
            body["HostConfig"]!["Mounts"] = new JsonArray(new JsonObject { ["Type"] = "volume", ["Target"] = "/state" });
        });
        await UntilAsync(async () => (await engine.LogsAsync(id, new(1), Cancellation).ToListAsync()).Count > 0);
        await engine.StopAsync(id, Grace, Cancellation);
        await engine.RenameAsync(id, docker.Name("aside"), Cancellation);

        var made = await engine.CreateLikeAsync(id, docker.Name("app"), null, Cancellation);
        docker.Adopt(made);
        await engine.StartAsync(made, Cancellation);
        await UntilAsync(async () => (await engine.LogsAsync(made, new(1), Cancellation).ToListAsync()).Count > 0);

        var details = await engine.GetAsync(made, Cancellation);
        Assert.Equal((docker.Name("app"), RunState.Running, "on-failure", "yes"), (details.Name, details.State, details.RestartPolicy, details.Labels["mine"]));
        Assert.Contains("TZ", details.EnvironmentNames);
        Assert.Equal(64 << 20, (await docker.InspectAsync(made))["HostConfig"]!["Memory"]!.GetValue<long>());
        Assert.Equal("precious", Assert.Single(await engine.LogsAsync(made, new(5), Cancellation).ToListAsync()).Text);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task It_knows_what_uses_its_images_and_volumes_and_refuses_to_remove_that(string which)
    {
        await using var docker = new TestDocker(which);
        using var engine = Connect(docker);
        await docker.RunAsync("app", configure: body => body["HostConfig"]!["Binds"] = new JsonArray($"{docker.Name("data")}:/data"));

        var image = (await engine.ImagesAsync(Cancellation)).Single(known => known.Names.Any(name => name.EndsWith("homedash/busybox:test", StringComparison.Ordinal)));
        var volume = (await engine.VolumesAsync(Cancellation)).Single(known => known.Name == docker.Name("data"));
        var networks = await engine.NetworksAsync(Cancellation);

        Assert.Contains(docker.Name("app"), image.UsedBy);
        Assert.Equal([docker.Name("app")], volume.UsedBy);
        Assert.Contains(networks, network => network.BuiltIn);
        Assert.Equal(ErrorReason.WrongState, (await ErrorOf(() => engine.RemoveVolumeAsync(volume.Name, Cancellation))).Reason);
        await docker.RemoveAsync((await engine.ListAsync(Cancellation)).Single(container => container.Name == docker.Name("app")).Id);
        await engine.RemoveVolumeAsync(volume.Name, Cancellation);
        Assert.DoesNotContain(await engine.VolumesAsync(Cancellation), known => known.Name == volume.Name);
    }

    private static async Task UntilAsync(Func<Task<bool>> settled)
    {
        while (!await settled())
        {
            await Task.Delay(100, Cancellation);
        }
    }
}
