using System.Net;
using System.Net.WebSockets;
using HomeDash.Procedures;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace HomeDash.Integrations;

/// <summary>
/// HTTP with one service: pooled, within limits of time and size, to no other host. Reads are tried again when the line
/// breaks or the service is busy for a moment; a service that keeps failing is left alone for a few seconds, and one that
/// refuses the credentials for longer.
/// </summary>
internal sealed class ServiceHttp : IDisposable
{
    /// <summary>How long a call may take with everything, the further tries too.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    /// <summary>How large an answer may be.</summary>
    public const int MostBytes = 8 << 20;

    private const int MostRedirects = 3;
    private static readonly ResiliencePropertyKey<TimeSpan> PatienceOfCall = new("patience");
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SocketPulse = TimeSpan.FromSeconds(15);

    private readonly Uri address;
    private readonly HttpClient http;
    private readonly HttpMessageInvoker sockets;
    private readonly ServiceCertificates certificates;
    private readonly RefusedCredentials held;
    private readonly ResiliencePipeline<ServiceResponse> reads;
    private readonly ResiliencePipeline<ServiceResponse> writes;
    private volatile ProcedureError? last;

    /// <summary>Prepares HTTP with the service of an integration; nothing is sent yet.</summary>
    /// <exception cref="ProcedureException">The address makes no sense.</exception>
    public ServiceHttp(Integration integration, IIntegrationKind kind, TimeProvider clock)
    {
        address = ServiceAddress.Read(integration.Url, kind.ExampleUrl);
        held = new(clock);
        Errors = new(integration.Name, kind.Title, address, held);
        certificates = new(integration.Fingerprint);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = ConnectPatience,
            MaxConnectionsPerServer = 8,
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            SslOptions = { RemoteCertificateValidationCallback = certificates.Accept },
        };
        http = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
        sockets = new(handler, disposeHandler: false);
        http.DefaultRequestHeaders.UserAgent.Add(new("HomeDash", null));

        var breaker = new ResiliencePipelineBuilder<ServiceResponse> { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<ServiceResponse>
            {
                FailureRatio = 1,
                MinimumThroughput = 4,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = Pause,
                ShouldHandle = new PredicateBuilder<ServiceResponse>().Handle<HttpRequestException>().Handle<IOException>().Handle<TimeoutRejectedException>(),
            })
            .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = call => ValueTask.FromResult(call.Context.Properties.GetValue(PatienceOfCall, Patience)) })
            .Build();
        writes = breaker;
        reads = new ResiliencePipelineBuilder<ServiceResponse> { TimeProvider = clock }
            .AddPipeline(breaker)
            .AddRetry(new RetryStrategyOptions<ServiceResponse>
            {
                MaxRetryAttempts = 2,
                Delay = TimeSpan.FromMilliseconds(200),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = arguments => ValueTask.FromResult(IsWorthAnotherTry(arguments.Outcome)),
                DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.RetryAfter),
            })
            .Build();
    }

    /// <summary>How errors of this service are worded.</summary>
    public ServiceErrors Errors { get; }

    /// <summary>Sends what only reads. Tried again when it fails in a way that passes.</summary>
    /// <param name="request">Makes the request, anew for each try. Its address is relative to the service's, and begins with a slash.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer, whatever its status.</returns>
    /// <exception cref="ProcedureException">There was none, or the service has refused the credentials before.</exception>
    public Task<ServiceResponse> ReadAsync(Func<HttpRequestMessage> request, CancellationToken cancellationToken) => SendAsync(reads, request, MostRedirects, Patience, cancellationToken);

    /// <summary>Reads an address of the service.</summary>
    /// <inheritdoc cref="ReadAsync(Func{HttpRequestMessage}, CancellationToken)"/>
    /// <param name="path">Relative to the service's address; begins with a slash.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<ServiceResponse> ReadAsync(string path, CancellationToken cancellationToken) => ReadAsync(() => new(HttpMethod.Get, path), cancellationToken);

    /// <summary>Sends what changes something, or signs in: once.</summary>
    /// <inheritdoc cref="ReadAsync(Func{HttpRequestMessage}, CancellationToken)" path="/exception"/>
    /// <param name="request">The request. Its address is relative to the service's, and begins with a slash.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="patience">How long it may take, where what it does takes longer than <see cref="Patience"/>.</param>
    /// <returns>The answer, whatever its status.</returns>
    public Task<ServiceResponse> WriteAsync(HttpRequestMessage request, CancellationToken cancellationToken, TimeSpan? patience = null) =>
        SendAsync(writes, () => request, 0, patience ?? Patience, cancellationToken);

    /// <summary>Opens a WebSocket with the service. One that goes silent is noticed within half a minute.</summary>
    /// <param name="path">Relative to the service's address; begins with a slash.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ProcedureException">It did not come about, or the service has refused the credentials before.</exception>
    public async Task<ServiceSocket> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var isTry = await held.AdmitAsync(cancellationToken).ConfigureAwait(false);
        var socket = new ClientWebSocket { Options = { CollectHttpResponseDetails = true, KeepAliveInterval = SocketPulse, KeepAliveTimeout = SocketPulse } };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await socket.ConnectAsync(
                new UriBuilder(address.AbsoluteUri.TrimEnd('/') + path) { Scheme = address.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs }.Uri, sockets, patience.Token).ConfigureAwait(false);
            return new(socket, Errors);
        }
        catch (Exception exception) when (exception is WebSocketException or HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            socket.Dispose();
            throw (int)socket.HttpStatusCode >= 300 ? Errors.Refused(socket.HttpStatusCode, null) : Errors.Of(exception.InnerException as HttpRequestException ?? exception, certificates.Refused);
        }
        finally
        {
            if (isTry)
            {
                held.Conclude(socket.HttpStatusCode == 0 ? null : socket.HttpStatusCode);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        sockets.Dispose();
        http.Dispose();
    }

    private async Task<ServiceResponse> SendAsync(
        ResiliencePipeline<ServiceResponse> pipeline, Func<HttpRequestMessage> request, int redirects, TimeSpan patience, CancellationToken cancellationToken)
    {
        var isTry = await held.AdmitAsync(cancellationToken).ConfigureAwait(false);
        var call = ResilienceContextPool.Shared.Get(cancellationToken);
        call.Properties.Set(PatienceOfCall, patience);
        ServiceResponse? response = null;
        try
        {
            return response = await pipeline.ExecuteAsync(
                async inner => await FollowAsync(request, redirects, inner.CancellationToken).ConfigureAwait(false), call).ConfigureAwait(false);
        }
        catch (BrokenCircuitException broken)
        {
            throw Errors.LeftAlone(broken.RetryAfter ?? Pause, last);
        }
        catch (Exception exception) when (
            exception is HttpRequestException or IOException or TimeoutRejectedException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            var failure = exception is TimeoutRejectedException ? Errors.TimedOut(patience) : Errors.Of(exception, certificates.Refused);
            last = failure.Error;
            throw failure;
        }
        finally
        {
            if (isTry)
            {
                held.Conclude(response?.Status);
            }

            ResilienceContextPool.Shared.Return(call);
        }
    }

    private async Task<ServiceResponse> FollowAsync(Func<HttpRequestMessage> make, int redirects, CancellationToken cancellationToken)
    {
        var request = make();
        var target = new Uri(address.AbsoluteUri.TrimEnd('/') + request.RequestUri!.OriginalString);
        while (true)
        {
            request.RequestUri = target;
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308))
            {
                return new(
                    response.StatusCode, response.Headers, response.Content.Headers.ContentType?.MediaType, await BodyAsync(response.Content, cancellationToken).ConfigureAwait(false), Errors);
            }

            var next = response.Headers.Location is { } location ? new Uri(target, location) : null;
            if (next is null || redirects-- == 0 || next.Scheme != address.Scheme || next.Authority != address.Authority)
            {
                throw Errors.Redirected(next);
            }

            (request, target) = (make(), next);
        }
    }

    private async Task<ReadOnlyMemory<byte>> BodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var body = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var whole = new MemoryStream();
        var part = new byte[16 << 10];
        int read;
        while ((read = await body.ReadAsync(part, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (whole.Length + read > MostBytes)
            {
                throw Errors.TooLarge();
            }

            whole.Write(part, 0, read);
        }

        return whole.GetBuffer().AsMemory(0, (int)whole.Length);
    }

    private static bool IsWorthAnotherTry(Polly.Outcome<ServiceResponse> outcome) => outcome switch
    {
        { Exception: HttpRequestException { InnerException: System.Security.Authentication.AuthenticationException } } => false,
        { Exception: HttpRequestException or IOException } => true,
        { Result.Status: HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout } => outcome.Result.RetryAfter is not { } wait || wait <= LongestWait,
        { Result: { Status: HttpStatusCode.TooManyRequests, RetryAfter: { } wait } } => wait <= LongestWait,
        _ => false,
    };
}
