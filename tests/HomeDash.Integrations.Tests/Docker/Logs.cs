using HomeDash.Testing;
using static HomeDash.Integrations.Docker.Tests.Engines;

namespace HomeDash.Integrations.Docker.Tests;

public sealed class Logs
{
    [Fact]
    public async Task The_two_streams_of_a_log_are_told_apart()
    {
        await using var docker = new TestDocker();
        using var engine = Connect(docker);
        var id = await docker.RunAsync("app", "echo one; echo two >&2; echo; printf no-end");
        await docker.WaitAsync(id);

        var lines = await engine.LogsAsync(id, new(100), Cancellation).ToListAsync();

        Assert.Equal(["one", "", "no-end"], lines.Where(line => line.Stream == LogStream.Stdout).Select(line => line.Text));
        Assert.Equal(["two"], lines.Where(line => line.Stream == LogStream.Stderr).Select(line => line.Text));
        Assert.All(lines, line => Assert.Equal(DateTimeOffset.UtcNow, line.Time!.Value, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task The_log_of_a_container_with_a_terminal_is_read_without_colours()
    {
        await using var docker = new TestDocker();
        using var engine = Connect(docker);
        var id = await docker.RunAsync("tty", @"printf '\033[31mred\033[0m\n'; echo plain >&2", configure: body => body["Tty"] = true);
        await docker.WaitAsync(id);

        var lines = await engine.LogsAsync(id, new(100), Cancellation).ToListAsync();

        Assert.Equal([(LogStream.Stdout, "red"), (LogStream.Stdout, "plain")], lines.Select(line => (line.Stream, line.Text)));
    }

    [Fact]
    public async Task Only_the_last_lines_are_read_and_only_those_since_a_time()
    {
        await using var docker = new TestDocker();
        using var engine = Connect(docker);
        var id = await docker.RunAsync("app", "for i in 1 2 3 4 5; do echo line $i; sleep 0.05; done");
        await docker.WaitAsync(id);

        var last = await engine.LogsAsync(id, new(2), Cancellation).ToListAsync();
        var since = await engine.LogsAsync(id, new(100, last[0].Time), Cancellation).ToListAsync();

        Assert.Equal(["line 4", "line 5"], last.Select(line => line.Text));
        Assert.Equal(last, since);
    }

    [Fact]
    public async Task A_line_of_a_megabyte_is_cut()
    {
        await using var docker = new TestDocker();
        using var engine = Connect(docker);
        var id = await docker.RunAsync("app", "head -c 1000000 /dev/zero | tr '\\0' x; echo; echo after");
        await docker.WaitAsync(id);

        var lines = await engine.LogsAsync(id, new(1000), Cancellation).ToListAsync();

        Assert.Equal([LogLine.MostCharacters + 1, "after".Length], lines.Select(line => line.Text.Length));
        Assert.EndsWith("x…", lines[0].Text);
    }

    [Fact]
    public async Task Following_ends_when_the_container_stops()
    {
        await using var docker = new TestDocker();
        using var engine = Connect(docker);
        var id = await docker.RunAsync("app", "echo before; sleep 0.5; echo later");

        var lines = await engine.LogsAsync(id, new(10, Follow: true), Cancellation).ToListAsync();

        Assert.Equal(["before", "later"], lines.Select(line => line.Text));
    }

    [Fact]
    public async Task Following_a_silent_container_ends_when_the_reader_leaves()
    {
        await using var docker = new TestDocker();
        using var engine = Connect(docker);
        var id = await docker.RunAsync("silent");
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        leaving.CancelAfter(300);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.LogsAsync(id, new(10, Follow: true), leaving.Token).ToListAsync());
    }

    [Fact]
    public async Task The_log_of_a_container_that_is_not_there_is_not_found()
    {
        await using var docker = new TestDocker();
        using var engine = Connect(docker);

        var error = await ErrorOf(() => engine.LogsAsync("nobody", new(10), Cancellation).ToListAsync());

        Assert.Equal(Procedures.ErrorReason.TargetNotFound, error.Reason);
        Assert.Contains("No such container: nobody", error.Message);
    }
}
