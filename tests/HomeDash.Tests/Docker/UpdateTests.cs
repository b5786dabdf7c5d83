using System.Text.Json;
using System.Text.Json.Nodes;
using HomeDash.Procedures;
using HomeDash.Testing;

namespace HomeDash.Tests.Docker;

/// <summary>From an image in a registry to a container that runs on it.</summary>
public sealed class UpdateTests
{
    [Fact]
    public async Task A_newer_image_is_seen_pulled_and_used_with_all_that_the_container_had()
    {
        await using var docker = new TestDocker();
        await using var house = await DockerHouse.StartAsync(docker);
        var registry = new TestRegistry(docker, "app");
        var image = new JsonObject { ["Volumes"] = new JsonObject { ["/state"] = new JsonObject() }, ["Env"] = new JsonArray("PATH=/bin", "EDITION=one") };
        var first = await registry.PublishAsync("1", image);
        var old = await docker.RunAsync("web", "trap exit TERM; test -e /state/kept || echo precious > /state/kept; cat /state/kept; while :; do sleep 0.2; done", configure: body =>
        {
            body["Image"] = registry.Image;
            body["Env"] = new JsonArray("TZ=Europe/Oslo");
            body["Labels"] = new JsonObject { ["mine"] = "yes" };
            body["ExposedPorts"] = new JsonObject { ["8080/tcp"] = new JsonObject() };
            body["HostConfig"]!["PortBindings"] = new JsonObject { ["8080/tcp"] = new JsonArray(new JsonObject { ["HostIp"] = "127.0.0.1", ["HostPort"] = "18081" }) };
            body["HostConfig"]!["RestartPolicy"] = new JsonObject { ["Name"] = "unless-stopped" };
            body["HostConfig"]!["Binds"] = new JsonArray("/tmp:/host:ro");
        });
        Assert.Equal("upToDate", (await UpdateAsync(house, docker)).GetProperty("state").GetString());

        image["Env"] = new JsonArray("PATH=/bin", "EDITION=two");
        var second = await registry.PublishAsync("2", image);
        await registry.GoBackAsync(first);
        await using var later = await DockerHouse.StartAsync(docker);
        Assert.Equal("updateAvailable", (await UpdateAsync(later, docker)).GetProperty("state").GetString());

        var progress = new List<ProgressReport>();
        var pulled = await later.CallAsync("docker.pull", $$"""{"engine":"nas","image":"{{registry.Image}}"}""", progress: progress.Add);
        Assert.Equal((second, true), (pulled.GetProperty("id").GetString(), pulled.GetProperty("changed").GetBoolean()));
        Assert.Contains("docker.recreate", (await UpdateAsync(later, docker)).GetProperty("note").GetString());

        var outcome = (await later.CallAsync("docker.recreate", $$"""{"containers":["{{docker.Name("web")}}"]}""")).GetProperty("items")[0];
        Assert.True(outcome.GetProperty("ok").GetBoolean(), outcome.ToString());
        var made = outcome.GetProperty("value").GetProperty("id").GetString()!;
        docker.Adopt(made);
        var now = await docker.InspectAsync(made);

        Assert.NotEqual(old, made);
        Assert.Equal(second, now["Image"]!.GetValue<string>());
        Assert.Equal("/" + docker.Name("web"), now["Name"]!.GetValue<string>());
        Assert.Equal(["EDITION=two", "PATH=/bin", "TZ=Europe/Oslo"], now["Config"]!["Env"]!.AsArray().Select(variable => variable!.GetValue<string>()).Order());
        Assert.Equal("yes", now["Config"]!["Labels"]!["mine"]!.GetValue<string>());
        Assert.Equal("2", now["Config"]!["Labels"]!["version"]!.GetValue<string>());
        Assert.Equal("18081", now["HostConfig"]!["PortBindings"]!["8080/tcp"]![0]!["HostPort"]!.GetValue<string>());
        Assert.Equal("unless-stopped", now["HostConfig"]!["RestartPolicy"]!["Name"]!.GetValue<string>());
        var log = await later.CallAsync("docker.logs", $$"""{"container":"{{docker.Name("web")}}"}""");
        Assert.Equal("precious", log.GetProperty("lines")[0].GetProperty("text").GetString());
        Assert.Equal("upToDate", (await UpdateAsync(later, docker)).GetProperty("state").GetString());
        Assert.Equal(ErrorReason.TargetNotFound, (await later.FailAsync("docker.get", $$"""{"container":"{{old}}"}""")).Reason);
    }

    [Fact]
    public async Task A_container_on_networks_of_its_own_keeps_its_address_and_names()
    {
        await using var docker = new TestDocker();
        await using var house = await DockerHouse.StartAsync(docker);
        var (front, back) = (await docker.MakeNetworkAsync("front", "10.77.1.0/24"), await docker.MakeNetworkAsync("back", "10.77.2.0/24"));
        var id = await docker.RunAsync("app", start: false, configure: body =>
        {
            body["HostConfig"]!["NetworkMode"] = front;
            body["NetworkingConfig"] = new JsonObject
            {
                ["EndpointsConfig"] = new JsonObject { [front] = new JsonObject { ["Aliases"] = new JsonArray("shop"), ["IPAMConfig"] = new JsonObject { ["IPv4Address"] = "10.77.1.40" } } },
            };
        });
        await docker.JoinAsync(back, id, "store");
        await docker.StartAsync(id);

        var outcome = (await house.CallAsync("docker.recreate", $$"""{"containers":["{{docker.Name("app")}}"],"grace":1}""")).GetProperty("items")[0];
        Assert.True(outcome.GetProperty("ok").GetBoolean(), outcome.ToString());
        var made = outcome.GetProperty("value").GetProperty("id").GetString()!;
        docker.Adopt(made);
        var networks = (await docker.InspectAsync(made))["NetworkSettings"]!["Networks"]!;

        Assert.Equal("10.77.1.40", networks[front]!["IPAddress"]!.GetValue<string>());
        Assert.Equal(["shop", made[..12]], networks[front]!["Aliases"]!.AsArray().Select(alias => alias!.GetValue<string>()));
        Assert.Equal(["store", made[..12]], networks[back]!["Aliases"]!.AsArray().Select(alias => alias!.GetValue<string>()));
    }

    [Fact]
    public async Task An_image_that_no_registry_has_is_said_to_be_unknown()
    {
        await using var docker = new TestDocker();
        await using var house = await DockerHouse.StartAsync(docker);
        await docker.RunAsync("web");

        var update = await UpdateAsync(house, docker);

        Assert.Equal(("unknown", "Its image was made on this engine and comes from no registry."), (update.GetProperty("state").GetString(), update.GetProperty("note").GetString()));
    }

    [Fact]
    public async Task Pulling_what_is_not_there_says_so()
    {
        await using var docker = new TestDocker();
        await using var house = await DockerHouse.StartAsync(docker);

        var missing = await house.FailAsync("docker.pull", """{"engine":"nas","image":"127.0.0.1:5000/nobody/nothing"}""");
        var nonsense = await house.FailAsync("docker.pull", """{"engine":"nas","image":"not an image"}""");

        Assert.Equal(ErrorReason.TargetNotFound, missing.Reason);
        Assert.Contains("127.0.0.1:5000/nobody/nothing:latest", missing.Message);
        Assert.Equal((ErrorReason.InvalidInput, "image"), (nonsense.Reason, Assert.Single(nonsense.Problems).Path));
    }

    [Theory]
    [InlineData("app:1", "sha256:a", "sha256:known", "upToDate")]
    [InlineData("app:1", "sha256:a", "sha256:newer", "updateAvailable")]
    [InlineData("app:1", "sha256:before", "sha256:known", "updateAvailable")]
    [InlineData("app@sha256:abc", "sha256:a", "sha256:known", "upToDate")]
    [InlineData("sha256:abc", "sha256:a", "sha256:known", "unknown")]
    [InlineData("private:1", "sha256:p", null, "unknown")]
    public async Task Images_are_compared_by_digest(string image, string imageId, string? inRegistry, string state)
    {
        var engine = new ScriptedEngine("nas").With("web", image: image).But("web", container => container with { ImageId = imageId })
            .WithImage("app:1", "sha256:a", "sha256:known").WithImage("private:1", "sha256:p", "sha256:known");
        if (inRegistry is not null)
        {
            engine.Registry[image] = inRegistry;
        }

        await using var house = await DockerHouse.StartAsync(engine);

        Assert.Equal(state, (await house.CallAsync("docker.updates")).GetProperty("items")[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_registry_is_asked_once_for_many_containers_of_an_image()
    {
        var engine = new ScriptedEngine("nas").WithImage("app:1", "sha256:a", "sha256:known");
        engine.Registry["app:1"] = "sha256:known";
        foreach (var name in new[] { "one", "two", "three" })
        {
            engine.With(name, image: "app:1").But(name, container => container with { ImageId = "sha256:a" });
        }

        await using var house = await DockerHouse.StartAsync(engine);

        await house.CallAsync("docker.updates");
        var again = await house.CallAsync("docker.updates");

        Assert.Equal((3, 1), (again.GetProperty("items").GetArrayLength(), engine.RegistryCalls));
    }

    private static async Task<JsonElement> UpdateAsync(DockerHouse house, TestDocker docker) =>
        (await house.CallAsync("docker.updates", $$"""{"containers":["{{docker.Name("web")}}"]}""")).GetProperty("items")[0];
}
