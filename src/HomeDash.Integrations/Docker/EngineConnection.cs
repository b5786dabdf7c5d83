using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace HomeDash.Integrations.Docker;

/// <summary>HTTP with one engine: over its socket or TCP, in a version that both know, within limits of time and size.</summary>
internal sealed class EngineConnection : IDisposable
{
    private const long MostJson = 16 << 20;
    private const long MostErrorText = 64 << 10;
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(5);

    private readonly EngineErrors errors;
    private readonly HttpClient http;
    private volatile string? prefix;
    private volatile bool isPodman;

    public EngineConnection(EngineAddress address, EngineTls tls, EngineErrors errors)
    {
        this.errors = errors;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectTimeout = ConnectPatience,
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
            ConnectCallback = address.Socket is { } path ? (_, token) => ConnectAsync(path, token) : null,
        };
        tls.Apply(handler.SslOptions);
        http = new(handler)
        {
            BaseAddress = address.Base,
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = MostJson,
        };
    }

    /// <summary>How the errors of this connection are worded.</summary>
    public EngineErrors Errors => errors;

    /// <summary>The version that is spoken; null before the first call and when the engine names none.</summary>
    public string? ApiVersion => prefix is { Length: > 0 } ? prefix[2..] : null;

    /// <summary>Whether a Podman answers where a Docker engine might.</summary>
    public Task<bool> IsPodmanAsync(TimeSpan limit, CancellationToken cancellationToken) => WithinAsync(limit, async token =>
    {
        _ = prefix ?? await NegotiateAsync(token).ConfigureAwait(false);
        return isPodman;
    }, cancellationToken);

    /// <summary>Reads a JSON answer.</summary>
    public Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, TimeSpan limit, CancellationToken cancellationToken)
        where T : class =>
        WithinAsync(limit, async token =>
        {
            using var response = await SendAsync(HttpMethod.Get, path, token).ConfigureAwait(false);
            return await ReadAsync(response, type, token).ConfigureAwait(false);
        }, cancellationToken);

    /// <summary>Sends JSON and reads a JSON answer.</summary>
    public Task<T> PostAsync<T>(string path, JsonObject body, JsonTypeInfo<T> type, TimeSpan limit, CancellationToken cancellationToken)
        where T : class =>
        WithinAsync(limit, async token =>
        {
            using var response = await SendAsync(HttpMethod.Post, path, token, body.ToJsonString()).ConfigureAwait(false);
            return await ReadAsync(response, type, token).ConfigureAwait(false);
        }, cancellationToken);

    /// <summary>Sends JSON; nothing is read of the answer.</summary>
    public Task PostAsync(string path, JsonObject body, TimeSpan limit, CancellationToken cancellationToken) =>
        WithinAsync(limit, async token =>
        {
            using var response = await SendAsync(HttpMethod.Post, path, token, body.ToJsonString()).ConfigureAwait(false);
            return true;
        }, cancellationToken);

    /// <summary>Has the engine do something.</summary>
    /// <returns>False when there was nothing to do (304).</returns>
    public Task<bool> DoAsync(HttpMethod method, string path, TimeSpan limit, CancellationToken cancellationToken) =>
        WithinAsync(limit, async token =>
        {
            using var response = await SendAsync(method, path, token).ConfigureAwait(false);
            return response.StatusCode != HttpStatusCode.NotModified;
        }, cancellationToken);

    /// <summary>Opens an answer that is read bit by bit.</summary>
    /// <param name="method">GET, or POST for what the engine tells about while it does it.</param>
    /// <param name="path">What to open.</param>
    /// <param name="beginning">How long the answer may take to begin.</param>
    /// <param name="silence">How long the engine may then send nothing; infinite for a stream that follows.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    public Task<EngineStream> OpenAsync(HttpMethod method, string path, TimeSpan beginning, TimeSpan silence, CancellationToken cancellationToken) =>
        WithinAsync(beginning, async token =>
        {
            var response = await SendAsync(method, path, token).ConfigureAwait(false);
            return new EngineStream(response, await response.Content.ReadAsStreamAsync(token).ConfigureAwait(false), silence, errors);
        }, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<T> WithinAsync<T>(TimeSpan limit, Func<CancellationToken, Task<T>> talk, CancellationToken cancellationToken)
    {
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timed.CancelAfter(limit);
        try
        {
            return await talk(timed.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw errors.TimedOut(limit);
        }
        catch (Exception exception) when (EngineErrors.Expected(exception))
        {
            throw errors.Of(exception);
        }
    }

    /// <summary>Sends a request and returns the answer when it is 2xx or 304.</summary>
    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, CancellationToken cancellationToken, string? json = null)
    {
        var spoken = prefix ?? await NegotiateAsync(cancellationToken).ConfigureAwait(false);
        var response = await AskAsync(method, spoken + path, cancellationToken, json).ConfigureAwait(false);
        if (response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.NotModified)
        {
            return response;
        }

        using (response)
        {
            if (response.Headers.Location is { IsAbsoluteUri: true } elsewhere)
            {
                throw errors.Redirected(elsewhere);
            }

            var message = await MessageAsync(response, cancellationToken).ConfigureAwait(false);
            if (spoken.Length == 0 || !ApiVersions.IsRefusal(response.StatusCode, message))
            {
                throw errors.Refused(response.StatusCode, message);
            }
        }

        // The engine was exchanged for one that no longer, or not yet, knows that version: without one it takes its own.
        prefix = "";
        return await SendAsync(method, path, cancellationToken, json).ConfigureAwait(false);
    }

    private Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, CancellationToken cancellationToken, string? json = null) =>
        http.SendAsync(
            new(method, path) { Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json") }, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        await response.Content.LoadIntoBufferAsync(MostJson, cancellationToken).ConfigureAwait(false);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return await JsonSerializer.DeserializeAsync(body, type, cancellationToken).ConfigureAwait(false) ?? throw new JsonException("null");
    }

    private async Task<string> NegotiateAsync(CancellationToken cancellationToken)
    {
        using var response = await AskAsync(HttpMethod.Get, "/_ping", cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            // Something in between refuses this, or the engine is unwell: without a version it takes its own, and is asked again next time.
            return "";
        }

        isPodman = response.Headers.Contains("Libpod-API-Version");
        return prefix = ApiVersions.PrefixFor(response.Headers.TryGetValues("Api-Version", out var values) ? values.FirstOrDefault() : null);
    }

    private static async Task<string?> MessageAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(MostErrorText, cancellationToken).ConfigureAwait(false);
            var text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            return response.Content.Headers.ContentType?.MediaType == "text/plain"
                ? text
                : JsonSerializer.Deserialize(text, IntegrationsJson.Default.EngineMessage)?.Message;
        }
        catch (Exception exception) when (EngineErrors.Expected(exception) || exception is InvalidOperationException)
        {
            // The status alone has to do: a page of HTML or a torn answer explains nothing.
            return null;
        }
    }

    private static async ValueTask<Stream> ConnectAsync(string path, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
