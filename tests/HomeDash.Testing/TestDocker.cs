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

    private const string Image = "homedash/busybox:test";

    private readonly HttpClient http;
    private readonly List<string> made = [];

    /// <summary>Skips the test that is running if there is no engine.</summary>
    public TestDocker()
    {
        Host = Environment.GetEnvironmentVariable(Variable) ?? "";
        Assert.SkipUnless(Host.Length > 0, $"no Docker engine: set {Variable} or run eng/test --all");
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

    /// <summary>Removes a container, running or not.</summary>
    public async Task RemoveAsync(string id) => (await SendAsync(HttpMethod.Delete, $"/containers/{id}?force=1")).Dispose();

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
            (await http.DeleteAsync($"/containers/{id}?force=1")).Dispose();
        }

        http.Dispose();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonObject? body = null)
    {
        var response = await http.SendAsync(new(method, path) { Content = body is null ? null : JsonContent.Create(body) });
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
