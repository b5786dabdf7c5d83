using System.Text.Json.Nodes;
using HomeDash.Procedures;
using HomeDash.Testing;
using static HomeDash.Integrations.Docker.Tests.Engines;

namespace HomeDash.Integrations.Docker.Tests;

/// <summary>
/// Where a Podman answers otherwise than a Docker engine, HomeDash shows the same. No test is here of what does not concern
/// HomeDash: an import that ignores its tag (it imports nothing), and the plugins that a bridge needs (the machine has them or not).
/// That its list does not tell which network a container uses is tried where that matters, with containers made anew.
/// </summary>
public sealed class PodmanDifferences
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task An_image_is_found_by_its_short_name_although_podman_lists_the_long_one()
    {
        await using var docker = new TestDocker(TestDocker.PodmanVariable);
        using var engine = Connect(docker);

        var listed = (await engine.ImagesAsync(Cancellation)).Single(image => image.Names.Contains("docker.io/homedash/busybox:test"));

        Assert.Equal(listed.Id, (await engine.FindImageAsync("homedash/busybox:test", Cancellation))?.Id);
        Assert.Equal(listed.Id, (await engine.FindImageAsync("docker.io/homedash/busybox:test", Cancellation))?.Id);
        Assert.Null(await engine.FindImageAsync("homedash/busybox:other", Cancellation));
    }

    [Fact]
    public async Task An_error_says_what_is_wrong_and_not_only_its_cause()
    {
        await using var docker = new TestDocker(TestDocker.PodmanVariable);
        using var engine = Connect(docker);

        var error = await ErrorOf(() => engine.StartAsync("nobody", Cancellation));

        Assert.Equal(ErrorReason.TargetNotFound, error.Reason);
        Assert.StartsWith("nas says: no container with name or ID \"nobody\" found", error.Message);
    }

    [Fact]
    public async Task The_version_that_it_names_is_spoken_although_it_takes_any()
    {
        await using var docker = new TestDocker(TestDocker.PodmanVariable);
        using var engine = Connect(docker);

        Assert.Matches(@"^1\.4\d$", (await engine.VersionAsync(Cancellation)).Api);
    }

    [Fact]
    public async Task Lines_of_the_same_second_stay_in_order_as_its_logs_have_no_smaller_time()
    {
        await using var docker = new TestDocker(TestDocker.PodmanVariable);
        using var engine = Connect(docker);
        var id = await docker.RunAsync("app", "for i in 1 2 3 4 5 6 7 8 9; do echo $i; done");
        await docker.WaitAsync(id);

        var lines = await engine.LogsAsync(id, new(100), Cancellation).ToListAsync();

        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8", "9"], lines.OrderBy(line => line.Time).Select(line => line.Text));
        Assert.All(lines, line => Assert.Equal(0, line.Time!.Value.Millisecond));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Its_logs_are_read_in_the_right_format_although_it_calls_them_otherwise(bool terminal)
    {
        await using var docker = new TestDocker(TestDocker.PodmanVariable);
        using var engine = Connect(docker);
        var id = await docker.RunAsync("app", "echo one; sleep 0.3; echo two", configure: body => body["Tty"] = terminal);
        await docker.WaitAsync(id);

        var lines = await engine.LogsAsync(id, new(100), Cancellation).ToListAsync();

        Assert.Equal([("one", LogStream.Stdout), ("two", LogStream.Stdout)], lines.Select(line => (line.Text, line.Stream)));
    }

    [Fact]
    public async Task Processor_use_is_that_of_now_although_it_gives_no_earlier_sample()
    {
        await using var docker = new TestDocker(TestDocker.PodmanVariable);
        using var engine = Connect(docker);
        var id = await docker.RunAsync("was-busy", "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done; echo done; sleep 600");
        while ((await engine.LogsAsync(id, new(1), Cancellation).ToListAsync()).Count == 0)
        {
            await Task.Delay(100, Cancellation);
        }

        Assert.InRange((await engine.UsageAsync(id, Cancellation))!.CpuPercent, 0, 3);
    }

    [Fact]
    public async Task A_container_without_network_has_none_in_the_list_and_in_what_is_shown_of_it()
    {
        await using var docker = new TestDocker(TestDocker.PodmanVariable);
        using var engine = Connect(docker);
        var id = await docker.RunAsync("alone", configure: body => body["HostConfig"]!["NetworkMode"] = "none");

        Assert.Empty((await engine.GetAsync(id, Cancellation)).Networks);
        Assert.Empty((await engine.ListAsync(Cancellation)).Single(container => container.Id == id).Ports);
        Assert.DoesNotContain(await engine.NetworksAsync(Cancellation), network => network.UsedBy.Contains(docker.Name("alone")));
        Assert.NotNull(await engine.UsageAsync(id, Cancellation));
    }

    [Fact]
    public async Task Its_events_are_told_in_dockers_words_and_only_an_end_has_an_exit_code()
    {
        await using var docker = new TestDocker(TestDocker.PodmanVariable);
        using var engine = Connect(docker);
        var from = DateTimeOffset.UtcNow.AddSeconds(-2);
        var id = await docker.RunAsync("app");
        await engine.RestartAsync(id, Grace, Cancellation);
        await docker.RemoveAsync(id);
        await Task.Delay(TimeSpan.FromSeconds(1.2), Cancellation);

        var events = (await engine.EventsAsync(from, DateTimeOffset.UtcNow, Cancellation).ToListAsync()).Where(happened => happened.ContainerId == id).ToArray();

        // It tells of a restart before the end and the start that it consists of. Whether it says that a removal stops what it removes is a race within it.
        Assert.Equal(["create", "start", "restart", "die", "start", "die", "destroy"], events.Select(happened => happened.Action).Where(action => action != "stop"));
        Assert.All(events, happened => Assert.Equal(happened.Action == "die", happened.ExitCode is not null));
    }

    [Theory]
    [InlineData("true", ContainerHealth.Healthy)]
    [InlineData("false", ContainerHealth.Unhealthy)]
    public async Task Health_is_in_the_list_although_its_own_list_does_not_tell_it(string check, ContainerHealth health)
    {
        await using var docker = new TestDocker(TestDocker.PodmanVariable);
        using var engine = Connect(docker);
        await docker.RunAsync("plain");
        var id = await docker.RunAsync("checked", configure: body =>
            body["Healthcheck"] = new JsonObject { ["Test"] = new JsonArray("CMD", check), ["Interval"] = 60_000_000_000, ["Retries"] = 1 });
        Assert.Equal(ContainerHealth.Starting, await ListedAsync("checked"));

        // Where there is no systemd, nothing runs the checks of a Podman by itself.
        await docker.CheckHealthAsync(id);

        Assert.Equal((health, ContainerHealth.None), (await ListedAsync("checked"), await ListedAsync("plain")));
        var details = await engine.GetAsync(id, Cancellation);
        Assert.Equal((health, 1), (details.Health, details.HealthLog.Count));

        async Task<ContainerHealth> ListedAsync(string container) =>
            (await engine.ListAsync(Cancellation)).Single(known => known.Name == docker.Name(container)).Health;
    }
}
