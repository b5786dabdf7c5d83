using System.Text.Json;
using System.Text.Json.Nodes;
using HomeDash.Procedures;
using HomeDash.Testing;

namespace HomeDash.Tests.Docker;

/// <summary>Images, networks and volumes: listed, and removed when nothing uses them.</summary>
public sealed class StoreTests
{
    private static readonly DateTimeOffset Then = DateTimeOffset.UnixEpoch;

    [Fact]
    public async Task A_real_engine_tells_what_uses_its_images_networks_and_volumes()
    {
        await using var docker = new TestDocker();
        await using var house = await DockerHouse.StartAsync(docker);
        var network = await docker.MakeNetworkAsync("lan", "10.78.1.0/24");
        await docker.RunAsync("app", "dd if=/dev/zero of=/data/file bs=1024 count=64; sleep 600", configure: body =>
        {
            body["HostConfig"]!["NetworkMode"] = network;
            body["HostConfig"]!["Binds"] = new JsonArray($"{docker.Name("data")}:/data");
        });

        var image = await FindAsync(house, "docker.images", item => item.GetProperty("names").EnumerateArray().Any(name => name.GetString() == "homedash/busybox:test"));
        var lan = await FindAsync(house, "docker.networks", item => item.GetProperty("name").GetString() == network);
        var volume = await FindAsync(house, "docker.volumes", item => item.GetProperty("name").GetString() == docker.Name("data"));

        Assert.Contains(docker.Name("app"), Users(image));
        Assert.True(image.GetProperty("sizeBytes").GetInt64() > 100_000);
        Assert.Equal("10.78.1.0/24", lan.GetProperty("subnets")[0].GetString());
        Assert.Equal([docker.Name("app")], Users(lan));
        Assert.Equal([docker.Name("app")], Users(volume));
        Assert.True(volume.GetProperty("sizeBytes").GetInt64() >= 64 << 10);

        var refused = await house.FailAsync("docker.discard", $$"""{"engine":"nas","kind":"volume","names":["{{docker.Name("data")}}"]}""");
        Assert.Equal((ErrorReason.WrongState, $"{docker.Name("data")} is used by {docker.Name("app")}. Remove that first with docker.remove."), (refused.Reason, refused.Message));
        await house.CallAsync("docker.remove", $$"""{"containers":["{{docker.Name("app")}}"],"force":true}""");
        var discarded = await house.CallAsync("docker.discard", $$"""{"engine":"nas","kind":"volume","names":["{{docker.Name("data")}}"]}""");

        Assert.True(discarded.GetProperty("freedBytes").GetInt64() >= 64 << 10);
        Assert.Empty(discarded.GetProperty("kept").EnumerateArray());
        Assert.DoesNotContain(docker.Name("data"), (await house.CallAsync("docker.volumes", """{"limit":200}""")).ToString());
    }

    [Fact]
    public async Task A_prune_shows_first_what_goes_and_takes_no_more_than_that()
    {
        var engine = Engine();
        await using var house = await DockerHouse.StartAsync(engine);

        var preview = await house.CallAsync("docker.unused", """{"engine":"nas"}""");
        var plan = await house.PlanAsync("docker.prune", """{"engine":"nas"}""");
        Assert.Empty(engine.Done);
        var report = await house.CallAsync("docker.prune", """{"engine":"nas"}""");

        Assert.Equal(["job", "sha256:old", "lab"], Names(preview.GetProperty("items")));
        Assert.Equal(510, preview.GetProperty("bytes").GetInt64());
        Assert.Equal(["Remove container job on nas (10 bytes).", "Remove image sha256:old on nas (500 bytes).", "Remove network lab on nas.", "That frees 510 bytes, as far as nas says."], plan);
        Assert.Equal(["job", "sha256:old", "lab"], Names(report.GetProperty("removed")));
        Assert.Equal(510, report.GetProperty("freedBytes").GetInt64());
        Assert.Equal(["remove job", "remove image sha256:old", "remove network lab-id"], engine.Done);
    }

    [Fact]
    public async Task Volumes_go_only_when_they_are_named()
    {
        var engine = Engine();
        await using var house = await DockerHouse.StartAsync(engine);

        await house.CallAsync("docker.prune", """{"engine":"nas","kinds":["unusedVolumes"]}""");

        Assert.Equal(["remove volume wiki"], engine.Done);
    }

    [Fact]
    public async Task What_only_a_removed_container_used_goes_with_it()
    {
        var engine = Engine();
        engine.StoredNetworks.Add(new("jobs-id", "jobs", "nas", "bridge", [], false, false, ["job"]));
        await using var house = await DockerHouse.StartAsync(engine);

        Assert.Contains("jobs", Names((await house.CallAsync("docker.unused", """{"engine":"nas","kinds":["stoppedContainers","unusedNetworks"]}""")).GetProperty("items")));
        Assert.DoesNotContain("jobs", Names((await house.CallAsync("docker.unused", """{"engine":"nas","kinds":["unusedNetworks"]}""")).GetProperty("items")));
    }

    [Fact]
    public async Task What_could_not_be_removed_is_kept_with_its_reason_and_the_rest_goes()
    {
        var engine = Engine();
        engine.Refused.Add("image sha256:old");
        await using var house = await DockerHouse.StartAsync(engine);

        var report = await house.CallAsync("docker.prune", """{"engine":"nas"}""");

        Assert.Equal(["job", "lab"], Names(report.GetProperty("removed")));
        Assert.Equal("nas says: no image sha256:old today", report.GetProperty("kept")[0].GetProperty("message").GetString());
    }

    [Fact]
    public async Task Lists_go_on_where_the_page_before_ended()
    {
        var (nas, pi) = (Engine(), new ScriptedEngine("pi"));
        pi.StoredImages.Add(new("sha256:b", ["b:1"], "pi", 1, Then, []));
        await using var house = await DockerHouse.StartAsync(nas, pi);

        var first = await house.CallAsync("docker.images", """{"limit":2}""");
        var second = await house.CallAsync("docker.images", $$"""{"limit":2,"cursor":"{{first.GetProperty("next").GetString()}}"}""");

        Assert.Equal(["sha256:old", "sha256:a", "sha256:b"], first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).Select(item => item.GetProperty("id").GetString()));
        Assert.False(second.TryGetProperty("next", out _));
        Assert.Equal(ErrorReason.InvalidInput, (await house.FailAsync("docker.images", """{"cursor":"nonsense"}""")).Reason);
    }

    [Fact]
    public async Task An_engines_own_networks_and_unknown_names_are_not_discarded()
    {
        var engine = Engine();
        await using var house = await DockerHouse.StartAsync(engine);

        Assert.Equal(ErrorReason.TargetNotFound, (await house.FailAsync("docker.discard", """{"engine":"nas","kind":"network","names":["bridge"]}""")).Reason);
        var error = await house.FailAsync("docker.discard", """{"engine":"nas","kind":"volume","names":["wikki"]}""");

        Assert.Equal("There is no volume 'wikki'. Did you mean 'wiki'?", error.Message);
        Assert.Empty(engine.Done);
    }

    [Fact]
    public async Task Whoever_may_not_do_everything_with_an_engine_does_not_clean_it_up()
    {
        var engine = Engine();
        await using var house = await DockerHouse.StartAsync(engine);
        var friend = new Caller("u1", "friend")
        {
            Permissions = new HashSet<string> { DockerPermissions.View, DockerPermissions.Remove },
            Grants = new Dictionary<(string, string), Access> { [("integration", "nas-id")] = Access.Interact },
        };

        Assert.Equal(ErrorReason.NotAllowed, (await house.FailAsync("docker.prune", """{"engine":"nas"}""", friend)).Reason);
        Assert.Empty(engine.Done);
    }

    private static ScriptedEngine Engine()
    {
        var engine = new ScriptedEngine("nas").With("web").With("job", state: RunState.Exited);
        engine.StoredImages.AddRange([new("sha256:a", ["a:1"], "nas", 900, Then, ["web"]), new("sha256:old", [], "nas", 500, Then, [])]);
        engine.StoredNetworks.AddRange([new("bridge-id", "bridge", "nas", "bridge", [], false, true, []), new("lab-id", "lab", "nas", "bridge", [], false, false, [])]);
        engine.StoredVolumes.AddRange([new("data", "nas", "local", 70, Then, ["web"]), new("wiki", "nas", "local", 80, Then, [])]);
        return engine;
    }

    private static string[] Names(JsonElement items) => [.. items.EnumerateArray().Select(item => item.GetProperty("name").GetString()!)];

    private static string[] Users(JsonElement item) => [.. item.GetProperty("usedBy").EnumerateArray().Select(name => name.GetString()!)];

    private static async Task<JsonElement> FindAsync(DockerHouse house, string path, Func<JsonElement, bool> isIt) =>
        (await house.CallAsync(path, """{"limit":200}""")).GetProperty("items").EnumerateArray().Single(isIt);
}
