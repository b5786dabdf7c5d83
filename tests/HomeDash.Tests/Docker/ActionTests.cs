using HomeDash.Procedures;

namespace HomeDash.Tests.Docker;

public sealed class ActionTests
{
    [Fact]
    public async Task A_dry_run_says_what_would_be_done_and_does_nothing()
    {
        var engine = new ScriptedEngine("nas").With("web").With("db", state: RunState.Exited);
        await using var house = await DockerHouse.StartAsync(engine);

        Assert.Equal(["Restart web on nas.", "Restart db on nas."], await house.PlanAsync("docker.restart", """{"containers":["web","db"]}"""));
        Assert.Equal(["Stop web on nas.", "Leave db on nas as it is: it does not run."], await house.PlanAsync("docker.stop", """{"containers":["web","db"]}"""));
        Assert.Equal(["Leave web on nas as it is: it runs already.", "Start db on nas."], await house.PlanAsync("docker.start", """{"containers":["web","db"]}"""));
        Assert.Equal(["Leave web on nas as it is: it runs, and would not be removed without force.", "Remove db on nas."], await house.PlanAsync("docker.remove", """{"containers":["web","db"]}"""));
        Assert.Equal(["Remove web on nas."], await house.PlanAsync("docker.remove", """{"containers":["web"],"force":true}"""));
        Assert.Empty(engine.Done);
    }

    [Fact]
    public async Task A_container_named_twice_is_restarted_once()
    {
        var engine = new ScriptedEngine("nas").With("web");
        await using var house = await DockerHouse.StartAsync(engine);

        await house.CallAsync("docker.restart", $$"""{"containers":["web","nas/web","{{engine.IdOf("web")[..12]}}"]}""");

        Assert.Equal(["restart web"], engine.Done);
    }

    [Theory]
    [InlineData("docker.restart", "has not started again")]
    [InlineData("docker.stop", "still runs")]
    public async Task An_engine_that_says_yes_and_does_nothing_is_not_believed(string path, string message)
    {
        await using var house = await DockerHouse.StartAsync(new ScriptedEngine("nas") { Lies = true }.With("web"));

        var outcome = (await house.CallAsync(path, """{"containers":["web"]}""")).GetProperty("items")[0];

        Assert.Equal((false, "service_failed"), (outcome.GetProperty("ok").GetBoolean(), outcome.GetProperty("reason").GetString()));
        Assert.Contains(message, outcome.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Progress_counts_the_containers()
    {
        var reports = new List<ProgressReport>();
        await using var house = await DockerHouse.StartAsync(new ScriptedEngine("nas").With("web").With("db"));

        await house.CallAsync("docker.stop", """{"containers":["web","db"]}""", progress: reports.Add);

        Assert.Equal([0, 1, 2], reports.Select(report => report.Done));
        Assert.All(reports, report => Assert.Equal(2, report.Total));
        Assert.Contains("Stopped db on nas.", reports.Select(report => report.Message));
    }

    [Fact]
    public async Task Whoever_may_only_interact_may_restart_but_not_remove()
    {
        var engine = new ScriptedEngine("nas").With("web", state: RunState.Exited);
        await using var house = await DockerHouse.StartAsync(engine);
        var friend = new Caller("u1", "friend")
        {
            Permissions = new HashSet<string> { DockerPermissions.View, DockerPermissions.Control, DockerPermissions.Remove },
            Grants = new Dictionary<(string, string), Access> { [("integration", "nas-id")] = Access.Interact },
        };

        await house.CallAsync("docker.restart", """{"containers":["web"]}""", friend);
        var error = await house.FailAsync("docker.remove", """{"containers":["web"],"force":true}""", friend);

        Assert.Equal(ErrorReason.NotAllowed, error.Reason);
        Assert.Equal(["restart web"], engine.Done);
    }

    [Theory]
    [InlineData("""{"containers":[]}""")]
    [InlineData("""{"containers":["web"],"grace":61}""")]
    [InlineData("""{"containers":"web"}""")]
    [InlineData("""{}""")]
    public async Task Bad_input_is_refused_before_anything_is_asked(string input)
    {
        var engine = new ScriptedEngine("nas").With("web");
        await using var house = await DockerHouse.StartAsync(engine);

        Assert.Equal(ErrorReason.InvalidInput, (await house.FailAsync("docker.restart", input)).Reason);
        Assert.Empty(engine.Done);
    }
}
