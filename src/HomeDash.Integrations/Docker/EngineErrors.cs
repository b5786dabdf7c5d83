using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Integrations.Docker;

/// <summary>Puts what goes wrong with an engine into words that say what to do.</summary>
internal sealed class EngineErrors(string engine, EngineAddress address, EngineTls? tls = null)
{
    private const int LongestMessage = 400;

    private static readonly string[] RegistryRefusals = ["unauthorized", "authentication required", "no basic auth credentials", "denied", "docker login"];

    /// <summary>Whether an exception is the engine's fault or the line's, and no fault of ours.</summary>
    public static bool Expected(Exception exception) =>
        exception is HttpRequestException or IOException or SocketException or JsonException or NotSupportedException;

    /// <summary>The connection or the answer was no good.</summary>
    public ProcedureException Of(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            ProcedureErrors.ServiceFailed($"{engine} answered with more than HomeDash reads at once. {WhatItShouldBe}", exception),
        HttpRequestException { InnerException: AuthenticationException } when tls?.Refused is { } refused => new(
            new(ProcedureErrorCode.BadGateway, ErrorReason.Untrusted,
                $"The certificate of {engine} at {address} is not trusted, because {refused.Why}. If it is yours, trust it by its fingerprint: {refused.Fingerprint}"),
            exception),
        HttpRequestException { InnerException: AuthenticationException } => new(
            new(ProcedureErrorCode.BadGateway, ErrorReason.Untrusted,
                $"{engine} at {address} was reached, but no TLS connection came about. {ClientCertificates}"),
            exception),
        HttpRequestException { InnerException: SocketException socket } => Unreachable(socket),
        SocketException socket => Unreachable(socket),
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } =>
            ProcedureErrors.ServiceFailed($"{engine} at {address} does not answer with HTTP. {WhatItShouldBe}", exception),
        JsonException or NotSupportedException =>
            ProcedureErrors.ServiceFailed($"{engine} at {address} answered with something that is not a Docker engine's JSON. {WhatItShouldBe}", exception),
        _ => ProcedureErrors.Unreachable($"{engine} at {address} broke off its answer. {(address.Base.Scheme == "https" ? ClientCertificates : "Try again; its log may tell why.")}", exception),
    };

    /// <summary>The engine did not answer in time.</summary>
    public ProcedureException TimedOut(TimeSpan limit) => new(new(ProcedureErrorCode.GatewayTimeout, ErrorReason.Timeout,
        $"{engine} at {address} did not answer within {limit.TotalSeconds:0.#} s. Look at the engine's health."));

    /// <summary>The engine answered with a status that is no success.</summary>
    public ProcedureException Refused(HttpStatusCode status, string? message)
    {
        var says = message is { Length: > 0 } ? OneLine(message) : $"HTTP {(int)status}";
        return status switch
        {
            // Podman has no status of its own for what a container's state does not allow.
            HttpStatusCode.InternalServerError when says.Contains("container state improper", StringComparison.Ordinal) || says.Contains("is being used", StringComparison.Ordinal) =>
                new(new(ProcedureErrorCode.Conflict, ErrorReason.WrongState, $"{engine} says: {says}")),
            HttpStatusCode.NotFound when says.EndsWith("is not supported", StringComparison.Ordinal) =>
                ProcedureErrors.ServiceFailed($"{engine} is a Podman, which does not offer this: {says}."),
            HttpStatusCode.NotFound => new(new(ProcedureErrorCode.NotFound, ErrorReason.TargetNotFound, $"{engine} says: {says}")),
            HttpStatusCode.Conflict => new(new(ProcedureErrorCode.Conflict, ErrorReason.WrongState, $"{engine} says: {says}")),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden when IsRegistryRefusal(says) =>
                new(new(ProcedureErrorCode.BadGateway, ErrorReason.PermissionRefused, $"{engine} says: {says}")),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new(new(ProcedureErrorCode.BadGateway, ErrorReason.CredentialsRefused,
                $"{engine} at {address} does not allow this: {says}. A socket proxy in between may have to be told to.")),
            HttpStatusCode.TooManyRequests => new(new(ProcedureErrorCode.TooManyRequests, ErrorReason.TooManyCalls, $"{engine} wants fewer calls: {says}. Try again later.")),
            HttpStatusCode.BadRequest when says.Contains("HTTP request to an HTTPS server", StringComparison.OrdinalIgnoreCase) =>
                ProcedureErrors.ServiceFailed($"{engine} at {address} speaks TLS. Write its address with https://."),
            HttpStatusCode.BadRequest when says.Contains("client version", StringComparison.OrdinalIgnoreCase) => new(new(
                ProcedureErrorCode.BadGateway, ErrorReason.VersionTooOld, $"{engine} and HomeDash have no version of the interface in common: {says}")),
            _ => ProcedureErrors.ServiceFailed($"{engine} says: {says}"),
        };
    }

    /// <summary>Whether these are the words of a registry that wants a sign-in. It may also mean that there is no such image, which it does not tell strangers.</summary>
    public static bool IsRegistryRefusal(string says) =>
        RegistryRefusals.Any(words => says.Contains(words, StringComparison.OrdinalIgnoreCase)) && !says.Contains("permission denied", StringComparison.OrdinalIgnoreCase);

    /// <summary>The registry wants to know who asks.</summary>
    public ProcedureException RegistryRefused(ImageName image, ProcedureException refusal)
    {
        var registry = image.Registry;
        return new(
            new(ProcedureErrorCode.BadGateway, ErrorReason.PermissionRefused,
                $"{registry ?? "Docker Hub"} does not give {image} to {engine} without a sign-in, or has no such image. HomeDash signs in to no registry: if the name is right, run 'docker login{(registry is null ? "" : " " + registry)}' and 'docker pull {image}' on that machine, then docker.recreate without pull. {refusal.Error.Message}"),
            refusal);
    }

    /// <summary>What listens there sends HomeDash elsewhere.</summary>
    public ProcedureException Redirected(Uri target) => ProcedureErrors.ServiceFailed(
        $"{engine} at {address} redirects to {target.Scheme}://{target.Authority}, which no Docker engine does. {WhatItShouldBe}");

    /// <summary>The engine said in the midst of a good answer that it did not work.</summary>
    public ProcedureException Said(string message) => ProcedureErrors.ServiceFailed($"{engine} says: {OneLine(message)}");

    /// <summary>The engine's answer breaks its own format.</summary>
    public ProcedureException MakesNoSense(string what) => ProcedureErrors.ServiceFailed($"{engine} at {address}: {what} {WhatItShouldBe}");

    private static string ClientCertificates =>
        "An engine that asks for a client certificate gets it from the folder that DOCKER_CERT_PATH names (ca.pem, cert.pem, key.pem), when it is the engine of DOCKER_HOST.";

    private string WhatItShouldBe => $"Check that {address} is the address of a Docker engine.";

    private ProcedureException Unreachable(SocketException exception) => ProcedureErrors.Unreachable(exception.SocketErrorCode switch
    {
        SocketError.AccessDenied => $"HomeDash may not use {address} of {engine}. Add the user that HomeDash runs as to the group that owns the socket (usually docker), then restart HomeDash.",
        SocketError.ConnectionRefused => $"{engine}: nobody listens at {address}. Start the engine, or correct the address.",
        SocketError.AddressNotAvailable or SocketError.HostNotFound or SocketError.NoData when address.Socket is null =>
            $"{engine}: there is no host {address.Base.Host}. Correct the address.",
        _ when address.Socket is not null && !File.Exists(address.Socket) => $"{engine}: there is no socket {address.Socket}. Start the engine, or mount its socket.",
        _ => $"{engine} at {address} cannot be reached ({exception.SocketErrorCode}).",
    }, exception);

    private static string OneLine(string message)
    {
        var line = string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length > LongestMessage ? line[..LongestMessage] + "…" : line;
    }
}
