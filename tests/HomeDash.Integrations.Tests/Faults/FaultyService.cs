using System.Text;
using HomeDash.Simulators;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Integrations.Tests;

/// <summary>Stands in front of a service that works, and has one fault. What the fault leaves through, the service answers.</summary>
internal sealed class FaultyService : IAsyncDisposable
{
    private readonly Uri service;
    private readonly Fault? fault;
    private readonly HttpClient forwarding = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly List<LoopbackServer> servers = [];
    private int asked;
    private int askedElsewhere;

    private FaultyService(Uri service, Fault? fault) => (this.service, this.fault) = (service, fault);

    /// <summary>Where it is.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>The fingerprint of its certificate, where it has one.</summary>
    public string Fingerprint => CertificateFingerprint.Of(servers[0].Certificate!.RawData);

    /// <summary>How many requests have come.</summary>
    public int Asked => asked;

    /// <summary>How many requests have come to the host that it redirects to.</summary>
    public int AskedElsewhere => askedElsewhere;

    /// <summary>Starts one.</summary>
    /// <param name="service">The service that works.</param>
    /// <param name="fault">The fault; null for none, so that it only counts.</param>
    public static async Task<FaultyService> StartAsync(Uri service, Fault? fault)
    {
        var faulty = new FaultyService(service, fault);
        var front = await LoopbackServer.StartAsync(faulty.AnswerAsync, tls: fault == Fault.UnknownCertificate);
        faulty.servers.Add(front);
        faulty.Url = new(front.Url, service.AbsolutePath);
        switch (fault)
        {
            case Fault.Refused:
                await front.DisposeAsync();
                faulty.servers.Clear();
                break;
            case Fault.RedirectElsewhere:
                faulty.servers.Add(await LoopbackServer.StartAsync(faulty.ElsewhereAsync));
                break;
        }

        return faulty;
    }

    public async ValueTask DisposeAsync()
    {
        forwarding.Dispose();
        foreach (var server in servers)
        {
            await server.DisposeAsync();
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var number = Interlocked.Increment(ref asked);
        var response = context.Response;
        switch (fault)
        {
            case Fault.Silent:
                await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            case Fault.CutOff:
                response.ContentLength = 1000;
                response.ContentType = "application/json";
                await response.WriteAsync("""{"result":""");
                await response.Body.FlushAsync();
                context.Abort();
                break;
            case Fault.Html:
                response.ContentType = "text/html";
                await response.WriteAsync("<!doctype html><title>Welcome</title><p>Please sign in.");
                break;
            case Fault.OtherJson:
                response.ContentType = "application/json";
                await response.WriteAsync("[[[1]]]");
                break;
            case Fault.Huge:
                response.ContentType = "application/json";
                var part = Encoding.ASCII.GetBytes(new string(' ', 1 << 16));
                for (var sent = 0; sent < 10 << 20; sent += part.Length)
                {
                    await response.Body.WriteAsync(part, context.RequestAborted);
                }

                break;
            case Fault.Unauthorized:
            case Fault.UnauthorizedOnce when number == 2:
                response.StatusCode = 401;
                break;
            case Fault.TooManyRequests:
                response.StatusCode = 429;
                response.Headers.RetryAfter = "30";
                break;
            case Fault.ServerError:
                response.StatusCode = 500;
                await response.WriteAsync("Traceback (most recent call last): secret-of-the-service");
                break;
            case Fault.RedirectElsewhere:
                response.Redirect(new Uri(servers[1].Url, context.Request.Path.Value).ToString(), permanent: false, preserveMethod: true);
                break;
            default:
                await ForwardAsync(context);
                break;
        }
    }

    private Task ElsewhereAsync(HttpContext context)
    {
        Interlocked.Increment(ref askedElsewhere);
        return ForwardAsync(context);
    }

    private async Task ForwardAsync(HttpContext context)
    {
        using var request = new HttpRequestMessage(new(context.Request.Method), new Uri(service, context.Request.Path + context.Request.QueryString));
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(body.ToArray());
        }

        foreach (var (name, values) in context.Request.Headers.Where(header => header.Key is not ("Host" or "Content-Length" or "Transfer-Encoding")))
        {
            if (!request.Headers.TryAddWithoutValidation(name, [.. values]))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, [.. values]);
            }
        }

        using var answer = await forwarding.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Transfer-Encoding" or "Content-Length" or "Connection")))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
