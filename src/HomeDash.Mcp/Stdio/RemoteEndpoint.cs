using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>The MCP endpoint of a running HomeDash, as a client of Streamable HTTP sees it: its session, its version, its streams.</summary>
internal sealed class RemoteEndpoint : IDisposable
{
    private const string SessionHeader = "Mcp-Session-Id";

    /// <summary>Until an answer begins, and between its parts. No procedure takes longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Uri address;

    // A redirect would carry the key to wherever it leads.
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5) }) { Timeout = Timeout.InfiniteTimeSpan };
    private IncomingMessage? introduction;
    private string? session;
    private string? version;

    /// <exception cref="ArgumentException">The key cannot be sent in a header.</exception>
    public RemoteEndpoint(Uri address, string key)
    {
        this.address = address;
        if (!http.DefaultRequestHeaders.TryAddWithoutValidation("ApiKey", key))
        {
            throw new ArgumentException("The key is none: it has the form <id>.<token>.", nameof(key));
        }
    }

    /// <summary>Whether there is a session, on whose stream HomeDash speaks first.</summary>
    public bool HasSession => session is not null;

    /// <summary>Sends a message and reads what is answered: nothing for what is no request.</summary>
    /// <exception cref="RemoteFailure">There was no answer, or none that a client could read.</exception>
    public async IAsyncEnumerable<JsonElement> SendAsync(IncomingMessage message, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await PostAsync(message, cancellationToken).ConfigureAwait(false);
        var idle = message.Method == RequestMethods.SubscriptionsListen ? Timeout.InfiniteTimeSpan : Patience;
        await foreach (var part in RemoteAnswer.ReadAsync(message, response, Server, idle, cancellationToken).ConfigureAwait(false))
        {
            if (message.Method == RequestMethods.Initialize && part.TryGetProperty("result"u8, out var result))
            {
                introduction = message;
                session = SessionOf(response);
                version = result.TryGetProperty("protocolVersion"u8, out var agreed) ? agreed.GetString() : null;
            }

            yield return part;
        }
    }

    /// <summary>Reads what HomeDash says without being asked, until the session is over or the token ends it; goes on where a lost connection stopped.</summary>
    public async IAsyncEnumerable<JsonElement> ListenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? last = null;
        var pause = TimeSpan.FromSeconds(1);
        while (HasSession)
        {
            using var request = Request(HttpMethod.Get, null);
            request.Headers.Accept.ParseAdd("text/event-stream");
            Add(request, "Last-Event-ID", last);
            using var response = await TryAsync(request, cancellationToken).ConfigureAwait(false);
            if (response?.StatusCode is HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotFound or HttpStatusCode.Unauthorized)
            {
                yield break;
            }

            if (response is { IsSuccessStatusCode: true })
            {
                await foreach (var part in RemoteAnswer.EventsAsync(response, Server, Timeout.InfiniteTimeSpan, breaks: true, cancellationToken).ConfigureAwait(false))
                {
                    last = part.EventId ?? last;
                    pause = part.ReconnectionInterval ?? pause;
                    if (part.Data.Length > 0)
                    {
                        yield return JsonElement.Parse(part.Data);
                    }
                }
            }

            await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the session, if there is one.</summary>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        if (HasSession)
        {
            using var request = Request(HttpMethod.Delete, null);
            using var ended = await TryAsync(request, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> PostAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        var response = await PostOnceAsync(message, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.NotFound || !HasSession || introduction is not { } again || message.Method == RequestMethods.Initialize)
        {
            return response;
        }

        // "When a client receives HTTP 404 [...] it MUST start a new session" (Session Management, 4); the client on this side need not know.
        response.Dispose();
        session = null;
        using (var introduced = await PostOnceAsync(again, cancellationToken).ConfigureAwait(false))
        {
            session = SessionOf(introduced);
        }

        using var ready = await PostOnceAsync(Initialized, cancellationToken).ConfigureAwait(false);
        return await PostOnceAsync(message, cancellationToken).ConfigureAwait(false);
    }

    private static IncomingMessage Initialized { get; } =
        new(JsonElement.Parse("""{"jsonrpc":"2.0","method":"notifications/initialized"}"""u8), NotificationMethods.InitializedNotification, null);

    private async Task<HttpResponseMessage> PostOnceAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Post, message);
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(message.Root.GetRawText())) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token).ConfigureAwait(false);
        }
        catch (HttpRequestException gone)
        {
            throw new RemoteFailure($"HomeDash does not answer at {Server}: {gone.Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RemoteFailure($"HomeDash at {Server} did not answer within {Patience.TotalSeconds:0} s.");
        }
    }

    private static string? SessionOf(HttpResponseMessage response) => response.Headers.TryGetValues(SessionHeader, out var ids) ? ids.First() : null;

    private string Server => address.GetLeftPart(UriPartial.Authority);

    /// <summary>A request with what the message, or the session that it belongs to, has to say in headers.</summary>
    private HttpRequestMessage Request(HttpMethod method, IncomingMessage? message)
    {
        var request = new HttpRequestMessage(method, address);
        if (message is not null && RequestRules.VersionIn(message.Meta) is { } own && ProtocolVersions.IsModern(own))
        {
            Add(request, RequestRules.VersionHeader, own);
            Add(request, RequestRules.MethodHeader, message.Method);
            Add(request, RequestRules.NameHeader, RequestRules.NameOf(message.Method!, message.Parameters) is { } name ? McpHeaderEncoder.EncodeValue(name) : null);
        }
        else if (message?.Method != RequestMethods.Initialize)
        {
            Add(request, SessionHeader, session);
            Add(request, RequestRules.VersionHeader, version);
        }

        return request;
    }

    private static void Add(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private async Task<HttpResponseMessage?> TryAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
