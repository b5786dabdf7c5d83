using HomeDash.Procedures;

namespace HomeDash.Tests.Docker;

public sealed class ListTests
{
    private static readonly ProcedureException Gone = ProcedureErrors.Unreachable("pi: nobody listens.");

    [Fact]
    public async Task Containers_of_all_engines_are_listed_by_name_with_their_usage()
    {
        await using var house = await DockerHouse.StartAsync(new ScriptedEngine("nas").With("plex").With("adguard"), new ScriptedEngine("pi").With("Mosquitto", state: RunState.Exited));

        var list = await house.CallAsync("docker.list");

        Assert.Equal(["adguard", "Mosquitto", "plex"], list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()));
        var (stopped, plex) = (list.GetProperty("items")[1], list.GetProperty("items")[2]);
        Assert.Equal(("nas", "running", 12.5, 1000), (plex.GetProperty("engine").GetString(), plex.GetProperty("state").GetString(), plex.GetProperty("cpuPercent").GetDouble(), plex.GetProperty("memoryBytes").GetInt64()));
        Assert.False(stopped.TryGetProperty("cpuPercent", out _));
        Assert.Equal(3, list.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task An_engine_that_fails_takes_nothing_away_from_the_others()
    {
        await using var house = await DockerHouse.StartAsync(new ScriptedEngine("nas").With("plex"), new ScriptedEngine("pi") { Fault = Gone });

        var list = await house.CallAsync("docker.list");

        Assert.Equal("plex", Assert.Single(list.GetProperty("items").EnumerateArray()).GetProperty("name").GetString());
        var pi = list.GetProperty("engines").EnumerateArray().Single(engine => engine.GetProperty("name").GetString() == "pi");
        Assert.Equal((false, "unreachable", "pi: nobody listens."), (pi.GetProperty("ok").GetBoolean(), pi.GetProperty("reason").GetString(), pi.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task When_no_engine_answers_the_list_fails()
    {
        await using var house = await DockerHouse.StartAsync(new ScriptedEngine("pi") { Fault = Gone });

        Assert.Equal((ErrorReason.Unreachable, "pi: nobody listens."), await house.FailAsync("docker.list") is var error ? (error.Reason, error.Message) : default);
    }

    [Theory]
    [InlineData("""{"state":"exited"}""", "b")]
    [InlineData("""{"search":"REDIS"}""", "a")]
    [InlineData("""{"engine":"pi"}""", "c")]
    public async Task A_list_is_filtered(string input, string name)
    {
        await using var house = await DockerHouse.StartAsync(
            new ScriptedEngine("nas").With("a", image: "redis:7").With("b", state: RunState.Exited), new ScriptedEngine("pi").With("c"));

        Assert.Equal(name, Assert.Single((await house.CallAsync("docker.list", input)).GetProperty("items").EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_long_list_comes_in_pages_that_miss_and_repeat_nothing()
    {
        var engine = new ScriptedEngine("nas");
        foreach (var number in Enumerable.Range(1, 25))
        {
            engine.With($"c{number:00}");
        }

        await using var house = await DockerHouse.StartAsync(engine, new ScriptedEngine("pi").With("c07"));

        var (names, cursor) = (new List<string?>(), "");
        do
        {
            var page = await house.CallAsync("docker.list", $$"""{"limit":10{{cursor}}}""");
            names.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("engine").GetString() + "/" + item.GetProperty("name").GetString()));
            cursor = page.TryGetProperty("next", out var next) ? $",\"cursor\":\"{next.GetString()}\"" : null;
        }
        while (cursor is not null);

        Assert.Equal(26, names.Count);
        Assert.Equal(26, names.Distinct().Count());
    }

    [Fact]
    public async Task A_cursor_that_is_none_is_refused()
    {
        await using var house = await DockerHouse.StartAsync(new ScriptedEngine("nas"));

        var error = await house.FailAsync("docker.list", """{"cursor":"rubbish"}""");

        Assert.Equal("cursor", Assert.Single(error.Problems).Path);
    }

    [Fact]
    public async Task An_unknown_engine_names_the_nearest()
    {
        await using var house = await DockerHouse.StartAsync(new ScriptedEngine("nas"));

        Assert.Contains("Did you mean 'nas'?", (await house.FailAsync("docker.list", """{"engine":"nsa"}""")).Message);
    }

    [Fact]
    public async Task Whoever_may_use_one_engine_sees_that_one_alone()
    {
        await using var house = await DockerHouse.StartAsync(new ScriptedEngine("nas").With("plex"), new ScriptedEngine("pi").With("secret"));
        var guest = new Caller("u1", "guest")
        {
            Permissions = new HashSet<string> { DockerPermissions.View },
            Grants = new Dictionary<(string, string), Access> { [("integration", "nas-id")] = Access.Use },
        };

        var list = await house.CallAsync("docker.list", caller: guest);
        var error = await house.FailAsync("docker.get", """{"container":"secret"}""", guest);

        Assert.Equal("plex", Assert.Single(list.GetProperty("items").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal("nas", Assert.Single(list.GetProperty("engines").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal(ErrorReason.TargetNotFound, error.Reason);
    }

    [Fact]
    public async Task Without_an_engine_there_is_no_docker_and_the_error_says_how_to_get_one()
    {
        await using var house = await DockerHouse.StartAsync();

        var error = await house.FailAsync("docker.list");

        Assert.Equal(ErrorReason.NotConfigured, error.Reason);
        Assert.Contains("DOCKER_HOST", error.Message);
    }

    [Fact]
    public async Task Log_lines_of_both_streams_are_brought_together_by_time()
    {
        await using var house = await DockerHouse.StartAsync(new ScriptedEngine("nas").With("plex"));

        var logs = await house.CallAsync("docker.logs", """{"container":"plex"}""");

        Assert.Equal(["first", "second"], logs.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("text").GetString()));
    }
}
