using System.Text.Json;
using HomeDash.Testing;

namespace HomeDash.Tests.Docker;

/// <summary>Containers that live on the network of another one, on real engines.</summary>
public sealed class SharedNetworkTests
{
    public static TheoryData<string> Engines => [TestDocker.Variable, TestDocker.NewerVariable, TestDocker.PodmanVariable];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_new_ones_live_together_as_the_old_ones_did(string which)
    {
        await using var docker = new TestDocker(which);
        await using var house = await DockerHouse.StartAsync(docker);
        var (vpn, torrent) = await StartAsync(docker);

        var items = (await house.CallAsync("docker.recreate", Containers(docker.Name("torrent"), docker.Name("vpn")))).GetProperty("items");
        Assert.All(items.EnumerateArray(), item => Assert.True(item.GetProperty("ok").GetBoolean(), item.ToString()));
        var (newTorrent, newVpn) = (Id(items[0]), Id(items[1]));
        docker.Adopt(newVpn);
        docker.Adopt(newTorrent);

        Assert.NotEqual((vpn, torrent), (newVpn, newTorrent));
        var shown = await house.CallAsync("docker.get", $$"""{"container":"{{docker.Name("torrent")}}"}""");
        Assert.Equal((newVpn, "running"), (shown.GetProperty("sharesNetworkOf").GetString(), shown.GetProperty("state").GetString()));
        Assert.All(items.EnumerateArray(), item => Assert.False(item.GetProperty("value").TryGetProperty("note", out _), item.ToString()));
        await docker.KillAsync(newTorrent);
        await docker.StartAsync(newTorrent);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task One_that_others_live_on_is_not_made_anew_alone(string which)
    {
        await using var docker = new TestDocker(which);
        await using var house = await DockerHouse.StartAsync(docker);
        var (vpn, _) = await StartAsync(docker);

        var item = (await house.CallAsync("docker.recreate", Containers(docker.Name("vpn")))).GetProperty("items")[0];

        Assert.Equal(
            $"{docker.Name("torrent")} uses the network of {docker.Name("vpn")} and would be left without it. Name it too: they are made anew together.",
            item.GetProperty("message").GetString());
        Assert.Equal("running", (await house.CallAsync("docker.get", $$"""{"container":"{{vpn}}"}""")).GetProperty("state").GetString());
    }

    private static async Task<(string Vpn, string Torrent)> StartAsync(TestDocker docker)
    {
        var vpn = await docker.RunAsync("vpn");
        return (vpn, await docker.RunAsync("torrent", configure: body => body["HostConfig"]!["NetworkMode"] = $"container:{docker.Name("vpn")}"));
    }

    private static string Containers(params string[] names) => JsonSerializer.Serialize(new { containers = names, grace = 1 });

    private static string Id(JsonElement item) => item.GetProperty("value").GetProperty("id").GetString()!;
}
