using HomeDash.Testing;

namespace HomeDash.EndToEnd.Tests;

/// <summary>A running house with an administrator, a key, and the containers of a small home lab on a real engine.</summary>
public sealed class PlexHouse : IAsyncDisposable
{
    private readonly TestDocker docker;

    private PlexHouse(TestDocker docker, RunningHouse house, string key) => (this.docker, House, Key) = (docker, house, key);

    public RunningHouse House { get; }

    /// <summary>An API key of the administrator.</summary>
    public string Key { get; }

    /// <summary>Skips the running test where there is no engine.</summary>
    public static async Task<PlexHouse> StartAsync()
    {
        // Containers keep the names that people give them: no other test project makes any without a prefix.
        var docker = new TestDocker { Prefix = "" };
        try
        {
            await docker.RunAsync("plex", "trap exit TERM; echo 'Plex is up'; echo 'no license' >&2; while :; do sleep 0.2; done");
            await docker.RunAsync("sonarr", configure: body => body["Labels"] = new System.Text.Json.Nodes.JsonObject { ["com.docker.compose.project"] = "media" });
            await docker.RunAsync("backup", "echo done; exit 3");
            var house = await RunningHouse.StartAsync(docker.Host);
            await house.CreateAdministratorAsync();
            return new(docker, house, await house.CreateKeyAsync());
        }
        catch
        {
            await docker.DisposeAsync();
            throw;
        }
    }

    /// <summary>When the engine itself says that the container was last started.</summary>
    public async Task<string> StartedAtAsync(string name) => (await docker.InspectAsync(name))["State"]!["StartedAt"]!.GetValue<string>();

    /// <summary>What the engine itself says that the container is doing.</summary>
    public async Task<string> StateAsync(string name) => (await docker.InspectAsync(name))["State"]!["Status"]!.GetValue<string>();

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        await docker.DisposeAsync();
    }
}
