using HomeDash.Procedures;
using HomeDash.Testing;
using static HomeDash.Integrations.Docker.Tests.Engines;

namespace HomeDash.Integrations.Docker.Tests;

public sealed class Actions
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_container_is_stopped_and_started_and_the_second_time_there_is_nothing_to_do()
    {
        await using var docker = new TestDocker();
        using var engine = Connect(docker);
        var id = await docker.RunAsync("app");

        Assert.True(await engine.StopAsync(id, Grace, Cancellation));
        Assert.False(await engine.StopAsync(id, Grace, Cancellation));
        Assert.Equal(RunState.Exited, (await engine.GetAsync(id, Cancellation)).State);
        Assert.True(await engine.StartAsync(id, Cancellation));
        Assert.False(await engine.StartAsync(id, Cancellation));
        Assert.Equal(RunState.Running, (await engine.GetAsync(id, Cancellation)).State);
    }

    [Fact]
    public async Task A_restart_moves_the_start_time()
    {
        await using var docker = new TestDocker();
        using var engine = Connect(docker);
        var id = await docker.RunAsync("app");
        var before = await engine.GetAsync(id, Cancellation);

        await engine.RestartAsync(id, Grace, Cancellation);

        Assert.True((await engine.GetAsync(id, Cancellation)).StartedAt > before.StartedAt);
    }

    [Fact]
    public async Task A_running_container_is_only_removed_with_force()
    {
        await using var docker = new TestDocker();
        using var engine = Connect(docker);
        var id = await docker.RunAsync("app");

        var error = await ErrorOf(() => engine.RemoveAsync(id, force: false, Cancellation));
        await engine.RemoveAsync(id, force: true, Cancellation);

        Assert.Equal((ProcedureErrorCode.Conflict, ErrorReason.WrongState), (error.Code, error.Reason));
        Assert.Contains("nas says: You cannot remove a running container", error.Message);
        Assert.Equal(ErrorReason.TargetNotFound, (await ErrorOf(() => engine.GetAsync(id, Cancellation))).Reason);
    }

    [Fact]
    public async Task A_container_that_cannot_be_started_says_why()
    {
        await using var docker = new TestDocker();
        using var engine = Connect(docker);
        var id = await docker.RunAsync("broken", start: false, configure: body => body["Cmd"] = new System.Text.Json.Nodes.JsonArray("/no/such/program"));

        var error = await ErrorOf(() => engine.StartAsync(id, Cancellation));

        Assert.Contains("/no/such/program", error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task An_id_is_never_taken_for_a_path()
    {
        await using var docker = new TestDocker();
        using var engine = Connect(docker);

        var error = await ErrorOf(() => engine.GetAsync("../../version?", Cancellation));

        Assert.Contains("nas says", error.Message);
    }
}
