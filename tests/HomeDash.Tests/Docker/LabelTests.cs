using HomeDash.Procedures;
using HomeDash.Testing;

namespace HomeDash.Tests.Docker;

/// <summary>What labels say: projects of Compose, and how HomeDash shows a container.</summary>
public sealed class LabelTests
{
    [Fact]
    public async Task A_project_is_started_and_stopped_as_one()
    {
        await using var docker = new TestDocker();
        await using var house = await DockerHouse.StartAsync(docker);
        var project = docker.Name("media");
        foreach (var service in new[] { "web", "db" })
        {
            await docker.RunAsync(service, configure: body => body["Labels"] = new System.Text.Json.Nodes.JsonObject
            {
                ["com.docker.compose.project"] = project, ["com.docker.compose.service"] = service,
            });
        }

        var stopped = await house.CallAsync("docker.stop", $$"""{"containers":["project:{{project}}"]}""");
        var shown = (await house.CallAsync("docker.projects")).GetProperty("items").EnumerateArray().Single(item => item.GetProperty("name").GetString() == project);

        Assert.Equal([docker.Name("db"), docker.Name("web")], stopped.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("target").GetString()).Order());
        Assert.Equal(0, shown.GetProperty("running").GetInt32());
        Assert.Equal(["db", "web"], shown.GetProperty("containers").EnumerateArray().Select(item => item.GetProperty("service").GetString()));
        Assert.All(shown.GetProperty("containers").EnumerateArray(), item => Assert.Equal("exited", item.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task A_project_named_beside_one_of_its_containers_is_restarted_once()
    {
        var engine = Project(new ScriptedEngine("nas"), "shop", "web", "db");
        await using var house = await DockerHouse.StartAsync(engine);

        Assert.Equal(["Restart web on nas.", "Restart db on nas."], await house.PlanAsync("docker.restart", """{"containers":["web","project:shop"]}"""));
    }

    [Fact]
    public async Task A_project_on_two_engines_is_chosen_by_the_engine()
    {
        var (nas, pi) = (Project(new ScriptedEngine("nas"), "shop", "web"), Project(new ScriptedEngine("pi"), "shop", "web"));
        await using var house = await DockerHouse.StartAsync(nas, pi);

        var error = await house.FailAsync("docker.stop", """{"containers":["project:shop"]}""");
        await house.CallAsync("docker.stop", """{"containers":["project:pi/shop"]}""");

        Assert.Equal(ErrorReason.TargetAmbiguous, error.Reason);
        Assert.Contains("'project:nas/shop', 'project:pi/shop'", error.Message);
        Assert.Equal((0, 1), (nas.Done.Count, pi.Done.Count));
    }

    [Fact]
    public async Task An_unknown_project_gets_the_nearest_and_the_call_that_lists_all()
    {
        await using var house = await DockerHouse.StartAsync(Project(new ScriptedEngine("nas"), "shop", "web"));

        var error = await house.FailAsync("docker.stop", """{"containers":["project:shp"]}""");

        Assert.Equal(("There is no project 'shp'. Did you mean 'shop'?", "docker.projects"), (error.Message, error.Next?.Procedure));
    }

    [Fact]
    public async Task A_project_of_several_is_no_single_container()
    {
        await using var house = await DockerHouse.StartAsync(Project(new ScriptedEngine("nas"), "shop", "web", "db"));

        Assert.Equal(ErrorReason.TargetAmbiguous, (await house.FailAsync("docker.logs", """{"container":"project:shop"}""")).Reason);
    }

    [Fact]
    public async Task A_label_gives_a_container_a_title_by_which_it_is_found_too()
    {
        await using var house = await DockerHouse.StartAsync(Labelled(("homedash.name", "The Wiki"), ("homedash.icon", "/icons/wiki.svg"), ("homedash.href", "https://wiki.home")));

        var item = (await house.CallAsync("docker.list", """{"search":"the wi"}""")).GetProperty("items")[0];

        Assert.Equal(("The Wiki", "/icons/wiki.svg", "https://wiki.home"), (item.GetProperty("title").GetString(), item.GetProperty("icon").GetString(), item.GetProperty("href").GetString()));
        Assert.Equal("web", (await house.CallAsync("docker.get", """{"container":"the wiki"}""")).GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("homedash.href", "javascript:alert(1)")]
    [InlineData("homedash.href", "/path")]
    [InlineData("homedash.icon", "data:text/html,x")]
    [InlineData("homedash.icon", "//elsewhere/x.png")]
    public async Task An_address_that_could_be_a_trap_is_left_out(string label, string value)
    {
        await using var house = await DockerHouse.StartAsync(Labelled((label, value)));

        var item = (await house.CallAsync("docker.list")).GetProperty("items")[0];

        Assert.False(item.TryGetProperty("href", out _));
        Assert.False(item.TryGetProperty("icon", out _));
    }

    [Fact]
    public async Task A_hidden_container_is_listed_only_when_asked_for_and_still_obeys()
    {
        var engine = Labelled(("homedash.hide", "true"));
        await using var house = await DockerHouse.StartAsync(engine);

        Assert.Equal(0, (await house.CallAsync("docker.list")).GetProperty("total").GetInt32());
        Assert.Equal(1, (await house.CallAsync("docker.list", """{"hidden":true}""")).GetProperty("total").GetInt32());
        await house.CallAsync("docker.restart", """{"containers":["web"]}""");
        Assert.Equal(["restart web"], engine.Done);
    }

    private static ScriptedEngine Labelled(params (string Key, string Value)[] labels) =>
        new ScriptedEngine("nas").With("web").But("web", container => container with { Labels = labels.ToDictionary(label => label.Key, label => label.Value) });

    private static ScriptedEngine Project(ScriptedEngine engine, string project, params string[] services)
    {
        foreach (var service in services)
        {
            engine.With(service).But(service, container => container with
            {
                Labels = new Dictionary<string, string> { ["com.docker.compose.project"] = project, ["com.docker.compose.service"] = service },
            });
        }

        return engine;
    }
}
