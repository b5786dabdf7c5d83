using HomeDash.Integrations.MediaBrowser;

namespace HomeDash.Integrations.Emby;

/// <summary>Emby, with an API key.</summary>
internal sealed class EmbyClient(ServiceHttp http, Integration integration, TimeProvider clock) : MediaBrowserClient(http, integration.Name, clock)
{
    private readonly ServiceHttp http = http;
    private readonly string key = integration.Credentials.ApiKey?.Reveal() ?? "";

    protected override string Product => "Emby";

    public override ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    protected override Task<ServiceResponse> ReadAsync(string path, bool asUser, CancellationToken cancellationToken) => http.ReadAsync(() => Request(HttpMethod.Get, path), cancellationToken);

    protected override Task<ServiceResponse> WriteAsync(string path, CancellationToken cancellationToken) => http.WriteAsync(Request(HttpMethod.Post, path), cancellationToken);

    private HttpRequestMessage Request(HttpMethod method, string path) => new(method, $"/emby{path}") { Headers = { { "X-Emby-Token", key } } };
}
