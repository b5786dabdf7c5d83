using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using HomeDash.Procedures;

namespace HomeDash.Integrations;

/// <summary>Puts what goes wrong with a service into words that say what to do. What a service sends is only quoted where it is meant for people.</summary>
/// <param name="name">What people call the integration.</param>
/// <param name="service">What the service calls itself.</param>
/// <param name="address">Where it is.</param>
/// <param name="held">Learns when the service refuses the credentials.</param>
internal sealed class ServiceErrors(string name, string service, Uri address, RefusedCredentials held)
{
    private const int LongestMessage = 300;

    /// <summary>The connection or the answer broke.</summary>
    public ProcedureException Of(Exception exception, RefusedCertificate? certificate) => exception switch
    {
        HttpRequestException { InnerException: AuthenticationException } when certificate is not null => new(
            new(ProcedureErrorCode.BadGateway, ErrorReason.Untrusted,
                $"The certificate of {name} at {Host} is not trusted, because {certificate.Why}. If it is yours, trust it by its fingerprint: {certificate.Fingerprint}"),
            exception),
        HttpRequestException { InnerException: AuthenticationException } => new(
            new(ProcedureErrorCode.BadGateway, ErrorReason.Untrusted, $"No TLS connection to {name} at {Host} came about. Check whether it speaks https:// there."), exception),
        HttpRequestException { InnerException: SocketException socket } => Unreachable(socket),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => NoHost(exception),
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } =>
            ProcedureErrors.ServiceFailed($"{name} at {Host} does not answer with HTTP. Check the port, and whether it is https:// there.", exception),
        OperationCanceledException => TimedOut(ServiceHttp.Patience),
        _ => ProcedureErrors.Unreachable($"{name} at {Host} broke off its answer. Try again; the log of {service} may tell why.", exception),
    };

    /// <summary>The service did not answer in time.</summary>
    /// <param name="patience">How long that is.</param>
    public ProcedureException TimedOut(TimeSpan patience) => new(new(ProcedureErrorCode.GatewayTimeout, ErrorReason.Timeout,
        $"{name} at {Host} did not answer within {patience.TotalSeconds:0} s. Look whether {service} is well."));

    /// <summary>The service failed so often that it is left alone for a while.</summary>
    public ProcedureException LeftAlone(TimeSpan pause, ProcedureError? last) => ProcedureErrors.Unreachable(
        $"{name} failed several times in a row and is left alone for {Math.Max(1, pause.TotalSeconds):0} s.{(last is null ? "" : " The last time: " + last.Message)}");

    /// <summary>The answer was larger than anything that makes sense.</summary>
    public ProcedureException TooLarge() =>
        ProcedureErrors.ServiceFailed($"{name} answered with more than {ServiceHttp.MostBytes >> 20} MB. Check that {address} is the address of {service}.");

    /// <summary>The service sends HomeDash elsewhere.</summary>
    public ProcedureException Redirected(Uri? target) => ProcedureErrors.ServiceFailed(
        target is null
            ? $"{name} redirects without saying where to. Check the address."
            : $"{name} redirects to {target.Scheme}://{target.Authority}, and HomeDash takes its credentials to no other place. If that is where {service} is, make it the address.");

    /// <summary>The answer is not what the service would say.</summary>
    /// <param name="what">What it is instead, for example "a web page".</param>
    public ProcedureException MakesNoSense(string what) =>
        ProcedureErrors.ServiceFailed($"{name} answered with {what}, not as {service} does. Check that {address} is its address, with the path if it has one.");

    /// <summary>The credentials are wrong: from now on they are held back, in whatever way the service has said so.</summary>
    public ProcedureException CredentialsRefused(string? detail = null)
    {
        var error = new ProcedureError(ProcedureErrorCode.BadGateway, ErrorReason.CredentialsRefused,
            $"{name} does not accept the credentials.{(detail is null ? "" : " " + detail)} "
            + "Correct them on the page Integrations, or test the connection there once they are right; HomeDash does not go on sending the same ones.");
        held.Hold(error);
        return new(error);
    }

    /// <summary>The credentials are right and do not suffice.</summary>
    public ProcedureException PermissionRefused(string? detail = null) => new(new(ProcedureErrorCode.BadGateway, ErrorReason.PermissionRefused,
        $"{name} accepts the credentials but does not allow this.{(detail is null ? "" : " " + detail)} Give its user or key more rights in {service}."));

    /// <summary>The service is too old or too new.</summary>
    public ProcedureException Unsupported(string version, string needed) => new(new(ProcedureErrorCode.BadGateway, ErrorReason.VersionTooOld,
        $"{name} runs {service} {version}; HomeDash needs {needed}."));

    /// <summary>The service has had too many calls.</summary>
    public ProcedureException TooManyCalls(TimeSpan? wait) => new(new(ProcedureErrorCode.TooManyRequests, ErrorReason.TooManyCalls,
        $"{name} wants fewer calls.{(wait is { } seconds ? $" Try again in {Math.Ceiling(seconds.TotalSeconds):0} s." : " Try again later.")}"));

    /// <summary>The service does not have what was named.</summary>
    public ProcedureException NotFound(string what) => new(new(ProcedureErrorCode.NotFound, ErrorReason.TargetNotFound, $"{name} has no {what}."));

    /// <summary>The service refused, in its own words.</summary>
    public ProcedureException Says(string message) => ProcedureErrors.ServiceFailed($"{name} says: {OneLine(message)}");

    /// <summary>The service says that it did what it was told, and has not.</summary>
    public ProcedureException NotDone(string what) => ProcedureErrors.ServiceFailed($"{name} took the order, but {what}.");

    /// <summary>The service answered with a status that is no success.</summary>
    public ProcedureException Refused(HttpStatusCode status, TimeSpan? retryAfter) => status switch
    {
        HttpStatusCode.Unauthorized => CredentialsRefused(),
        HttpStatusCode.Forbidden => PermissionRefused(),
        HttpStatusCode.TooManyRequests => TooManyCalls(retryAfter),
        HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed => ProcedureErrors.ServiceFailed(
            $"{name} does not know this call (HTTP {(int)status}). Check that {address} is the address of {service}, and that its version is supported."),
        _ => ProcedureErrors.ServiceFailed($"{name} failed with HTTP {(int)status}. The log of {service} may tell why."),
    };

    private string Host => address.Authority;

    private ProcedureException NoHost(Exception exception) => ProcedureErrors.Unreachable($"{name}: there is no host {address.Host}. Correct the address.", exception);

    private ProcedureException Unreachable(SocketException exception) => exception.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => ProcedureErrors.Unreachable($"{name}: nobody listens at {Host}. Start {service}, or correct the address.", exception),
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => NoHost(exception),
        SocketError.TimedOut or SocketError.OperationAborted => ProcedureErrors.Unreachable($"{name}: {Host} does not answer. Check the address, and that nothing in between blocks it.", exception),
        _ => ProcedureErrors.Unreachable($"{name} at {Host} cannot be reached ({exception.SocketErrorCode}).", exception),
    };

    private static string OneLine(string message)
    {
        var line = string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length > LongestMessage ? line[..LongestMessage] + "…" : line;
    }
}
