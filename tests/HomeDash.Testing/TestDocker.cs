using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Xunit;

namespace HomeDash.Testing;

/// <summary>
/// The Docker engine that the tests may use; tests/services/docker.sh starts one. Each instance names its containers with a
/// prefix of its own and removes them in the end.
/// </summary>
public sealed class TestDocker : IAsyncDisposable
{
    /// <summary>Where the engine is, as in <c>DOCKER_HOST</c>.</summary>
    public const string Variable = "HOMEDASH_TEST_DOCKER";

    /// <summary>Where a newer Docker engine is.</summary>
    public const string NewerVariable = "HOMEDASH_TEST_DOCKER26";

    /// <summary>Where a Podman is that pretends to be a Docker engine.</summary>
    public const string PodmanVariable = "HOMEDASH_TEST_PODMAN";

    private const string Image = "homedash/busybox:test";

    private readonly HttpClient http;
    private readonly List<string> made = [];
    private readonly List<string> networks = [];
    private readonly List<string> images = [];

    /// <summary>The usual engine; skips the test that is running if there is none.</summary>
    public TestDocker()
        : this(Variable)
    {
    }

    /// <summary>Skips the test that is running if there is no such engine.</summary>
    /// <param name="variable">The environment variable that says where it is.</param>
    public TestDocker(string variable)
    {
        Host = Environment.GetEnvironmentVariable(variable) ?? "";
        Assert.SkipUnless(Host.Length > 0, $"no such engine: set {variable} or run eng/test --all");
        http = new(new SocketsHttpHandler { ConnectCallback = ConnectAsync }) { BaseAddress = new("http://localhost"), Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>Where the engine is.</summary>
    public string Host { get; }

    /// <summary>What the names of this test's containers begin with, before a hyphen; empty for names that are taken as they are.</summary>
    public string Prefix { get; init; } = $"t{Guid.NewGuid():n}"[..9];

    /// <summary>The full name of a container of this test.</summary>
    public string Name(string name) => Prefix.Length == 0 ? name : $"{Prefix}-{name}";

    /// <summary>Makes a container that runs a shell script.</summary>
    /// <param name="name">Its name without the prefix.</param>
    /// <param name="script">What its shell runs.</param>
    /// <param name="start">Whether to start it.</param>
    /// <param name="configure">Changes the body of the call that makes it.</param>
    /// <returns>Its id.</returns>
    public async Task<string> RunAsync(string name, string script = "trap exit TERM; while :; do sleep 0.2; done", bool start = true, Action<JsonObject>? configure = null)
    {
        var body = new JsonObject
        {
            ["Image"] = Image,
            ["Cmd"] = new JsonArray("/bin/sh", "-c", script),
            ["HostConfig"] = new JsonObject(),
        };
        configure?.Invoke(body);
        using var created = await SendAsync(HttpMethod.Post, $"/containers/create?name={Name(name)}", body);
        var id = (await created.Content.ReadFromJsonAsync<JsonObject>())!["Id"]!.GetValue<string>();
        made.Add(id);
        if (start)
        {
            await StartAsync(id);
        }

        return id;
    }

    /// <summary>Starts a container.</summary>
    public async Task StartAsync(string id) => (await SendAsync(HttpMethod.Post, $"/containers/{id}/start")).Dispose();

    /// <summary>Kills a container.</summary>
    public async Task KillAsync(string id) => (await SendAsync(HttpMethod.Post, $"/containers/{id}/kill")).Dispose();

    /// <summary>Waits until a container has ended.</summary>
    public async Task WaitAsync(string id) => (await SendAsync(HttpMethod.Post, $"/containers/{id}/wait")).Dispose();

    /// <summary>Runs the health check of a container now, which only a Podman can be asked for.</summary>
    public async Task CheckHealthAsync(string id) => (await SendAsync(HttpMethod.Get, $"/v4.0.0/libpod/containers/{id}/healthcheck")).Dispose();

    /// <summary>Removes a container, running or not.</summary>
    public async Task RemoveAsync(string id) => (await SendAsync(HttpMethod.Delete, $"/containers/{id}?force=1")).Dispose();

    /// <summary>Removes a container in the end that somebody else has made.</summary>
    public void Adopt(string id) => made.Add(id);

    /// <summary>Removes an image in the end.</summary>
    internal void AdoptImage(string id) => images.Add(id);

    /// <summary>Makes a network.</summary>
    /// <param name="name">Its name without the prefix.</param>
    /// <param name="subnet">Its addresses.</param>
    /// <returns>Its full name.</returns>
    public async Task<string> MakeNetworkAsync(string name, string subnet)
    {
        var ipam = new JsonObject { ["Config"] = new JsonArray(new JsonObject { ["Subnet"] = subnet }) };
        (await SendAsync(HttpMethod.Post, "/networks/create", new() { ["Name"] = Name(name), ["IPAM"] = ipam })).Dispose();
        networks.Add(Name(name));
        return Name(name);
    }

    /// <summary>Lets a container join a network, with another name there.</summary>
    public async Task JoinAsync(string network, string id, string alias) => (await SendAsync(HttpMethod.Post, $"/networks/{network}/connect", new()
    {
        ["Container"] = id, ["EndpointConfig"] = new JsonObject { ["Aliases"] = new JsonArray(alias) },
    })).Dispose();

    /// <summary>A container as the engine itself shows it.</summary>
    public async Task<JsonObject> InspectAsync(string id)
    {
        using var response = await SendAsync(HttpMethod.Get, $"/containers/{id}/json");
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var id in made)
        {
            // Some tests have removed theirs already.
            (await http.DeleteAsync($"/containers/{id}?force=1&v=1")).Dispose();
        }

        foreach (var network in networks)
        {
            (await http.DeleteAsync($"/networks/{network}")).Dispose();
        }

        foreach (var image in images)
        {
            (await http.DeleteAsync($"/images/{image}?force=1")).Dispose();
        }

        http.Dispose();
    }

    /// <summary>Calls the engine itself.</summary>
    internal async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonObject? body = null, string? registryAuth = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (registryAuth is not null)
        {
            request.Headers.Add("X-Registry-Auth", registryAuth);
        }

        var response = await http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {(int)response.StatusCode} {(response.IsSuccessStatusCode ? "" : await response.Content.ReadAsStringAsync())}");
        return response;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        EndPoint end = Host.StartsWith("unix://", StringComparison.Ordinal)
            ? new UnixDomainSocketEndPoint(Host["unix://".Length..])
            : new DnsEndPoint(new Uri(Host).Host, new Uri(Host).Port);
        var socket = end is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(end, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
