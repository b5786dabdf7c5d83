using HomeDash.Procedures;

namespace HomeDash.Tests.Docker;

/// <summary>What people write, and which container it means.</summary>
public sealed class TargetTests
{
    private const string Id = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData(Id, "web")]
    [InlineData("web", "web")]
    [InlineData("WEB", "web")]
    [InlineData(" web ", "web")]
    [InlineData("012345", "web")]
    [InlineData("nas/web", "web")]
    [InlineData("plex", "plex-server")]
    [InlineData("nas/plex", "plex-server")]
    [InlineData("db", "db")]
    public async Task A_container_is_found(string given, string name)
    {
        await using var house = await DockerHouse.StartAsync(new ScriptedEngine("nas").With("web", Id).With("plex-server").With("db").With("db-backup"));

        Assert.Equal(name, (await house.CallAsync("docker.get", $$"""{"container":"{{given}}"}""")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task An_unknown_name_gets_the_nearest_and_the_call_that_lists_all()
    {
        await using var house = await DockerHouse.StartAsync(new ScriptedEngine("nas").With("plex"));

        var error = await house.FailAsync("docker.get", """{"container":"plx"}""");

        Assert.Equal((ErrorReason.TargetNotFound, "There is no container 'plx'. Did you mean 'plex'?", "docker.list"), (error.Reason, error.Message, error.Next?.Procedure));
    }

    [Fact]
    public async Task A_part_of_several_names_is_ambiguous()
    {
        await using var house = await DockerHouse.StartAsync(new ScriptedEngine("nas").With("app-web").With("app-db"));

        var error = await house.FailAsync("docker.get", """{"container":"app"}""");

        Assert.Equal(ErrorReason.TargetAmbiguous, error.Reason);
        Assert.Contains("'app-web', 'app-db'", error.Message);
    }

    [Fact]
    public async Task A_name_on_two_engines_is_chosen_by_the_engine()
    {
        await using var house = await DockerHouse.StartAsync(new ScriptedEngine("nas").With("web"), new ScriptedEngine("pi").With("web"));

        var error = await house.FailAsync("docker.get", """{"container":"web"}""");
        var chosen = await house.CallAsync("docker.get", """{"container":"pi/web"}""");

        Assert.Contains("'nas/web', 'pi/web'", error.Message);
        Assert.Equal("pi", chosen.GetProperty("engine").GetString());
    }

    [Fact]
    public async Task Two_letters_are_no_part_of_a_name()
    {
        await using var house = await DockerHouse.StartAsync(new ScriptedEngine("nas").With("web"));

        Assert.Equal(ErrorReason.TargetNotFound, (await house.FailAsync("docker.get", """{"container":"we"}""")).Reason);
    }

    [Fact]
    public async Task What_may_be_on_a_silent_engine_is_not_called_missing()
    {
        await using var house = await DockerHouse.StartAsync(
            new ScriptedEngine("nas").With("web"), new ScriptedEngine("pi") { Fault = ProcedureErrors.Unreachable("pi: nobody listens.") });

        var error = await house.FailAsync("docker.get", """{"container":"mosquitto"}""");

        Assert.Equal(ErrorReason.Unreachable, error.Reason);
        Assert.Contains("pi: nobody listens.", error.Message);
    }

    [Fact]
    public async Task One_wrong_name_among_right_ones_and_nothing_is_done()
    {
        var engine = new ScriptedEngine("nas").With("web").With("db");
        await using var house = await DockerHouse.StartAsync(engine);

        var error = await house.FailAsync("docker.restart", """{"containers":["web","nobody","db","noone"]}""");

        Assert.Contains("'nobody'", error.Message);
        Assert.Contains("'noone'", error.Message);
        Assert.Empty(engine.Done);
    }
}
