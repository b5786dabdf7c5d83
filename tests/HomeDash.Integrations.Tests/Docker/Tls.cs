using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HomeDash.Procedures;
using HomeDash.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;
using static HomeDash.Integrations.Docker.Tests.Engines;

namespace HomeDash.Integrations.Docker.Tests;

/// <summary>An engine on TCP with TLS: trusted by its fingerprint, or by certificates on both sides.</summary>
public sealed class Tls : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private readonly X509Certificate2 authority = Make("HomeDash test authority", null, null);
    private WebApplication? server;
    private string url = "";

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_certificate_of_its_own_is_trusted_by_its_fingerprint_and_by_no_other()
    {
        using var certificate = Make("localhost", authority, new(authority.SubjectName.Name));
        await ListenAsync(certificate, ClientCertificateMode.NoCertificate);
        using var stranger = Connect(fingerprint: null);
        var error = await ErrorOf(() => stranger.TestAsync(Cancellation));
        var fingerprint = CertificateFingerprint.Of(certificate.GetRawCertData());

        using var friend = Connect(fingerprint);
        using var mistaken = Connect(fingerprint.Replace(fingerprint[0], fingerprint[0] == 'A' ? 'B' : 'A'));

        Assert.Equal(ErrorReason.Untrusted, error.Reason);
        Assert.EndsWith(fingerprint, error.Message);
        Assert.Equal("26.1.5", (await friend.TestAsync(Cancellation)).Version);
        Assert.Equal(ErrorReason.Untrusted, (await ErrorOf(() => mistaken.TestAsync(Cancellation))).Reason);
    }

    [Fact]
    public async Task The_certificates_of_the_environment_are_shown_to_its_engine_and_to_no_other()
    {
        using var certificate = Make("localhost", authority, new(authority.SubjectName.Name));
        using var own = Make("HomeDash", authority, new(authority.SubjectName.Name));
        File.WriteAllText(folder["ca.pem"], authority.ExportCertificatePem());
        File.WriteAllText(folder["cert.pem"], own.ExportCertificatePem());
        File.WriteAllText(folder["key.pem"], own.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        await ListenAsync(certificate, ClientCertificateMode.RequireCertificate);

        using var known = Connect(null, fromEnvironment: true);
        using var other = Connect(CertificateFingerprint.Of(certificate.GetRawCertData()));

        Assert.Equal("26.1.5", (await known.TestAsync(Cancellation)).Version);
        Assert.Contains("DOCKER_CERT_PATH", (await ErrorOf(() => other.TestAsync(Cancellation))).Message);
    }

    [Fact]
    public void A_certificate_that_cannot_be_read_is_said_at_once()
    {
        File.WriteAllText(folder["cert.pem"], "no certificate");
        url = "https://localhost:2376";

        var error = Assert.Throws<ProcedureException>(() => Connect(null, fromEnvironment: true)).Error;

        Assert.Contains("DOCKER_CERT_PATH", error.Message);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.StopAsync(new CancellationToken(canceled: true));
            await server.DisposeAsync();
        }

        authority.Dispose();
        folder.Dispose();
    }

    private DockerEngine Connect(string? fingerprint, bool fromEnvironment = false) => (DockerEngine)new DockerKind(name => name == "DOCKER_CERT_PATH" ? folder.Path : null)
        .Connect(new("nas-id", "nas", "docker", url) { Fingerprint = fingerprint, FromEnvironment = fromEnvironment });

    private async Task ListenAsync(X509Certificate2 certificate, ClientCertificateMode mode)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(https =>
        {
            https.ServerCertificate = certificate;
            https.ClientCertificateMode = mode;
            https.ClientCertificateValidation = (shown, _, _) => shown.Issuer == authority.Subject;
        })));
        server = builder.Build();
        server.Run(context => context.Response.WriteAsync(context.Request.Path == "/_ping" ? "OK" : """{"Version":"26.1.5"}"""));
        await server.StartAsync(Cancellation);
        url = $"https://localhost:{new Uri(server.Urls.First()).Port}";
    }

    private static X509Certificate2 Make(string name, X509Certificate2? issuer, X500DistinguishedName? issuerName)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(issuer is null, false, 0, true));
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name == "localhost" ? name : "example.test");
        request.CertificateExtensions.Add(names.Build());
        var (from, until) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        if (issuer is null)
        {
            return request.CreateSelfSigned(from, until);
        }

        using var signed = request.Create(issuerName!, X509SignatureGenerator.CreateForRSA(issuer.GetRSAPrivateKey()!, RSASignaturePadding.Pkcs1), from, until, RandomNumberGenerator.GetBytes(8));
        return signed.CopyWithPrivateKey(key);
    }
}
