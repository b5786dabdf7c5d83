using System.Text.Json.Serialization;
using HomeDash.Simulators;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Integrations.Tests;

/// <summary>The simplest service there could be: one answer, for those with the key.</summary>
internal sealed partial class PlainKind(TimeProvider? clock = null) : WebKind<PlainClient>("plain", "Plain")
{
    public override string ExampleUrl => "http://nas:1234";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [Key];

    public override PlainClient Connect(Integration integration) => new(new(integration, this, clock ?? TimeProvider.System), integration.Credentials.ApiKey!.Reveal());

    /// <summary>Starts such a service.</summary>
    public static Task<LoopbackServer> StartAsync() => LoopbackServer.StartAsync(app =>
    {
        app.MapGet("/status", (HttpRequest request) => request.Headers["X-Key"] == "secret-key" ? Results.Text("""{"version":"1.0"}""", "application/json") : Results.Unauthorized());
        app.MapPost("/restart", () => Results.StatusCode(503));
        app.MapGet("/old", () => Results.Redirect("/status"));
    });
}

internal sealed record PlainStatus(string Version);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PlainStatus))]
internal sealed partial class PlainJson : JsonSerializerContext;

internal sealed class PlainClient(ServiceHttp http, string key) : IIntegrationClient, IDisposable
{
    public async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => new("Plain", (await ReadAsync("/status", cancellationToken)).Version);

    public async Task<PlainStatus> ReadAsync(string path, CancellationToken cancellationToken) =>
        (await http.ReadAsync(() => new(HttpMethod.Get, path) { Headers = { { "X-Key", key } } }, cancellationToken)).Json(PlainJson.Default.PlainStatus);

    public async Task RestartAsync(CancellationToken cancellationToken) => (await http.WriteAsync(new(HttpMethod.Post, "/restart"), cancellationToken)).Succeeded();

    public void Dispose() => http.Dispose();
}
