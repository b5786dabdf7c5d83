using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace HomeDash;

/// <summary>
/// Asks by HTTP, over a connection of its own each time. The body is not read, no redirect is followed to another host, and a
/// certificate that is not trusted is only said to be so: nothing is sent that could be stolen.
/// </summary>
internal sealed class HttpProbe(TimeProvider clock) : IAppProbe
{
    /// <summary>How long an app may take to answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private const int MostRedirects = 3;
    private const int MostHeaderKilobytes = 32;

    /// <inheritdoc/>
    public async Task<ProbeAnswer> AskAsync(Uri address, CancellationToken cancellationToken)
    {
        bool? trusted = null;
        using var http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            MaxResponseHeadersLength = MostHeaderKilobytes,
            ConnectCallback = ConnectAsync,
            SslOptions =
            {
                RemoteCertificateValidationCallback = (_, _, _, problems) =>
                {
                    trusted = problems == SslPolicyErrors.None;
                    return true;
                },
            },
        });
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var asked = clock.GetTimestamp();
        try
        {
            var code = await FollowAsync(http, address, patience.Token).ConfigureAwait(false);
            return new(Elapsed(), code, CertificateTrusted: trusted);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or SocketException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new(Elapsed(), Error: Words(failure, address), CertificateTrusted: trusted);
        }

        double Elapsed() => Math.Round(clock.GetElapsedTime(asked).TotalSeconds, 3);
    }

    private static async Task<int> FollowAsync(HttpMessageInvoker http, Uri address, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.UserAgent.Add(new("HomeDash", null));
            using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var next = (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location ? new Uri(address, location) : null;
            if (next is null || redirects == MostRedirects || next.Host != address.Host || !WebAddress.IsWeb(next.AbsoluteUri))
            {
                return (int)response.StatusCode;
            }

            address = next;
        }
    }

    /// <summary>Looks at the address that a name stands for when it is connected to: not before, when it may have stood for another.</summary>
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false);
        var allowed = Array.FindAll(found, ProbeTargets.Allows);
        if (allowed.Length == 0)
        {
            throw new ForbiddenTargetException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string Words(Exception failure, Uri address) => failure switch
    {
        OperationCanceledException => $"No answer from {address.Authority} within {Patience.TotalSeconds:0} s.",
        HttpRequestException { InnerException: ForbiddenTargetException } =>
            $"{address.Host} is no address of an app: HomeDash asks no link-local, multicast or unspecified addresses.",
        HttpRequestException { InnerException: AuthenticationException } => $"No TLS connection to {address.Authority} came about. Check whether it speaks https:// there.",
        HttpRequestException { InnerException: SocketException socket } => socket.SocketErrorCode switch
        {
            SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => $"This machine knows no host named {address.Host}.",
            SocketError.ConnectionRefused => $"Nothing listens at {address.Authority}.",
            SocketError.HostUnreachable or SocketError.NetworkUnreachable => $"There is no way to {address.Host} from here.",
            _ => $"{address.Authority} cannot be reached.",
        },
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => $"What listens at {address.Authority} does not answer with HTTP. Check the port, and whether it is https:// there.",
        _ => $"{address.Authority} broke off the connection.",
    };

    private sealed class ForbiddenTargetException() : IOException("The address is not asked.");
}
