using System.Diagnostics;
using System.Text.Json;
using HomeDash.Testing;

namespace HomeDash.EndToEnd.Tests;

/// <summary>Streams from the shell: a line of JSON for each item.</summary>
[Collection(nameof(OneAtATime))]
public sealed class FollowTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string elsewhere = Directory.CreateTempSubdirectory("homedash-follow-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(elsewhere, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task So_many_items_are_printed_and_no_more(bool remote)
    {
        await using var plex = await PlexHouse.StartAsync();
        await using var docker = await ChatterAsync();

        var followed = await RunAsync(plex, docker, remote, "docker.followLogs", "--container", "chatter", "--limit", "3");

        Assert.Equal((0, ""), (followed.Code, followed.Error));
        var lines = followed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["line 1", "line 2", "line 3"], lines.Select(line => JsonElement.Parse(line).GetProperty("text").GetString()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task When_the_time_is_up_all_is_well(bool remote)
    {
        await using var plex = await PlexHouse.StartAsync();
        await using var docker = await ChatterAsync();

        var followed = await RunAsync(plex, docker, remote, "docker.followLogs", "--container", "plex", "--seconds", "4");

        Assert.Equal((0, ""), (followed.Code, followed.Error));
        Assert.Contains("Plex is up", followed.Output);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_refused_is_said_like_that_of_any_call(bool remote)
    {
        await using var plex = await PlexHouse.StartAsync();
        await using var docker = await ChatterAsync();

        var unknown = await RunAsync(plex, docker, remote, "docker.followLogs", "--container", "plx");
        var wrong = await RunAsync(plex, docker, remote, "docker.followLogs", "--container", "plex", "--tail", "5000");

        Assert.Equal((1, ""), (unknown.Code, unknown.Output));
        Assert.Contains("plex", unknown.Error);
        Assert.Equal((2, ""), (wrong.Code, wrong.Output));
        Assert.StartsWith("homedash: tail: ", wrong.Error);
    }

    [Fact]
    public async Task Items_are_printed_as_they_come_until_the_user_ends_it()
    {
        await using var plex = await PlexHouse.StartAsync();
        await using var docker = await ChatterAsync();
        using var following = Follow(plex);

        Assert.Contains("line 1", await following.StandardOutput.ReadLineAsync(Cancelled));
        using var interrupt = Process.Start("kill", ["-INT", $"{following.Id}"]);
        await following.WaitForExitAsync(Cancelled).WaitAsync(Patience, Cancelled);

        // As shells have it: 128 and the number of the signal.
        Assert.Equal((130, ""), (following.ExitCode, await following.StandardError.ReadToEndAsync(Cancelled)));
    }

    [Fact]
    public async Task When_nobody_reads_on_it_ends()
    {
        await using var plex = await PlexHouse.StartAsync();
        await using var docker = await ChatterAsync();
        using var following = Follow(plex);

        Assert.Contains("line 1", await following.StandardOutput.ReadLineAsync(Cancelled));
        following.StandardOutput.Close();
        await following.WaitForExitAsync(Cancelled).WaitAsync(Patience, Cancelled);

        Assert.Equal((0, ""), (following.ExitCode, await following.StandardError.ReadToEndAsync(Cancelled)));
    }

    [Fact]
    public async Task When_the_connection_is_lost_it_says_so()
    {
        await using var plex = await PlexHouse.StartAsync();
        await using var docker = await ChatterAsync();
        using var following = Follow(plex);

        Assert.Contains("line 1", await following.StandardOutput.ReadLineAsync(Cancelled));
        await plex.House.KillAsync();
        await following.StandardOutput.ReadToEndAsync(Cancelled).WaitAsync(Patience, Cancelled);
        await following.WaitForExitAsync(Cancelled).WaitAsync(Patience, Cancelled);

        Assert.Equal(1, following.ExitCode);
        Assert.Contains("was lost", await following.StandardError.ReadToEndAsync(Cancelled));
    }

    private static async Task<TestDocker> ChatterAsync()
    {
        var docker = new TestDocker { Prefix = "" };
        await docker.RunAsync("chatter", "n=0; while :; do n=$((n+1)); echo line $n; sleep 0.2; done");
        return docker;
    }

    private Process Follow(PlexHouse plex)
    {
        var start = CommandLine.Start(elsewhere, "call", "docker.followLogs", "--container", "chatter");
        Address(plex, start.Environment);
        return Process.Start(start)!;
    }

    private Task<CommandResult> RunAsync(PlexHouse plex, TestDocker docker, bool remote, params string[] arguments) =>
        CommandLine.RunAsync(elsewhere, ["call", .. arguments], environment: variables =>
        {
            if (remote)
            {
                Address(plex, variables);
            }
            else
            {
                variables["DOCKER_HOST"] = docker.Host;
            }
        });

    private static void Address(PlexHouse plex, IDictionary<string, string?> variables)
    {
        variables["HOMEDASH_URL"] = plex.House.Address.ToString();
        variables["HOMEDASH_KEY"] = plex.Key;
    }
}
