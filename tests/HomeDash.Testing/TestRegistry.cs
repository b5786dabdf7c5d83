using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace HomeDash.Testing;

/// <summary>The registry beside the Docker engine of the tests: where images come from.</summary>
/// <param name="docker">The engine.</param>
/// <param name="name">The image's name without registry and tag; the test's own.</param>
public sealed class TestRegistry(TestDocker docker, string name)
{
    /// <summary>The whole name of the image.</summary>
    public string Image => $"{Repository}:latest";

    private string Repository => $"127.0.0.1:5000/{docker.Name(name)}";

    /// <summary>Publishes a version of the image, and leaves it on the engine under its name.</summary>
    /// <param name="version">What the label <c>version</c> of the image says.</param>
    /// <param name="config">More of what the image decides, for example <c>Volumes</c>.</param>
    /// <returns>The id of the version.</returns>
    public async Task<string> PublishAsync(string version, JsonObject? config = null)
    {
        var source = await docker.RunAsync($"{name}-{version}", start: false);
        var changes = (JsonObject?)config?.DeepClone() ?? [];
        changes["Labels"] = new JsonObject { ["version"] = version };
        using var committed = await docker.SendAsync(HttpMethod.Post, $"/commit?container={source}&repo={Repository}&tag=latest", changes);
        var id = (await committed.Content.ReadFromJsonAsync<JsonObject>())!["Id"]!.GetValue<string>();
        docker.AdoptImage(id);
        using var pushed = await docker.SendAsync(HttpMethod.Post, $"/images/{Repository}/push?tag=latest", registryAuth: "e30=");
        Assert.DoesNotContain("errorDetail", await pushed.Content.ReadAsStringAsync());
        return id;
    }

    /// <summary>Lets the name mean an older version again, on the engine only.</summary>
    public async Task GoBackAsync(string id) =>
        (await docker.SendAsync(HttpMethod.Post, $"/images/{id}/tag?repo={Uri.EscapeDataString(Repository)}&tag=latest")).Dispose();
}
