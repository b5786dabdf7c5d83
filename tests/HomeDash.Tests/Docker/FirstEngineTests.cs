namespace HomeDash.Tests.Docker;

/// <summary>Which engine the environment means.</summary>
public sealed class FirstEngineTests
{
    [Theory]
    [InlineData("unix:///run/user/1000/docker.sock", "docker", "unix:///run/user/1000/docker.sock")]
    [InlineData("tcp://192.168.1.10:2375", "192.168.1.10", "tcp://192.168.1.10:2375")]
    [InlineData(" http://nas.lan:2375 ", "nas.lan", "http://nas.lan:2375")]
    public void DOCKER_HOST_makes_the_first_engine(string host, string name, string url) =>
        Assert.Equal(new Integration("docker", name, "docker", url), Find(("DOCKER_HOST", host)).Integration);

    [Fact]
    public void DOCKER_TLS_VERIFY_makes_it_an_encrypted_one() =>
        Assert.Equal("https://nas.lan:2376", Find(("DOCKER_HOST", "tcp://nas.lan:2376"), ("DOCKER_TLS_VERIFY", "1")).Integration!.Url);

    [Theory]
    [InlineData("ssh://root@nas.lan", "password")]
    [InlineData("ssh://nas.lan", "ssh -N -L")]
    [InlineData("npipe:////./pipe/docker_engine", "tcp://127.0.0.1:2375")]
    [InlineData("/var/run/docker.sock", "unix:///var/run/docker.sock")]
    [InlineData("unix://docker.sock", "three slashes")]
    [InlineData("ftp://nas", "Use unix:// or tcp://")]
    public void A_DOCKER_HOST_that_cannot_be_used_says_what_to_do(string host, string hint)
    {
        var found = Find(("DOCKER_HOST", host));

        Assert.Null(found.Integration);
        Assert.Contains(hint, found.Problem);
    }

    [Theory]
    [InlineData("/var/run/docker.sock")]
    [InlineData("/run/user/1000/docker.sock")]
    [InlineData("/run/user/1000/podman/podman.sock")]
    public void Without_it_the_usual_sockets_are_tried(string socket) =>
        Assert.Equal($"unix://{socket}", DockerFromEnvironment.Find(name => name == "XDG_RUNTIME_DIR" ? "/run/user/1000" : null, path => path == socket).Integration!.Url);

    [Fact]
    public void Without_any_there_is_no_engine_and_nothing_wrong() => Assert.Equal(new(null), Find());

    private static FirstEngine Find(params (string Name, string Value)[] variables) =>
        DockerFromEnvironment.Find(name => variables.FirstOrDefault(variable => variable.Name == name).Value, _ => false);
}
