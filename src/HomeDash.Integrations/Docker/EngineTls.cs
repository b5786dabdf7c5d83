using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HomeDash.Procedures;

namespace HomeDash.Integrations.Docker;

/// <summary>How an engine on TCP is trusted, and how it trusts HomeDash.</summary>
/// <param name="certificates">Decides about the engine's certificate.</param>
/// <param name="own">What HomeDash shows to the engine; null for nothing.</param>
/// <param name="authorities">The only authorities that may vouch for the engine; null for those of this machine.</param>
internal sealed class EngineTls(ServiceCertificates certificates, X509Certificate2? own, X509Certificate2Collection? authorities)
{
    /// <summary>The certificate that was refused last; null when none was.</summary>
    public RefusedCertificate? Refused => certificates.Refused;

    /// <summary>Reads what Docker's own tools keep in a folder: <c>ca.pem</c>, and <c>cert.pem</c> with <c>key.pem</c>.</summary>
    /// <param name="fingerprint">The fingerprint of a certificate that is trusted although nobody vouches for it.</param>
    /// <param name="folder">The folder; null for none.</param>
    /// <exception cref="ProcedureException">A file in it cannot be read.</exception>
    public static EngineTls Of(string? fingerprint, string? folder)
    {
        var certificates = new ServiceCertificates(fingerprint);
        if (folder is not { Length: > 0 })
        {
            return new(certificates, null, null);
        }

        var (authority, certificate, key) = (Path.Combine(folder, "ca.pem"), Path.Combine(folder, "cert.pem"), Path.Combine(folder, "key.pem"));
        try
        {
            X509Certificate2Collection? authorities = null;
            if (File.Exists(authority))
            {
                authorities = [];
                authorities.ImportFromPemFile(authority);
            }

            return new(certificates, File.Exists(certificate) ? X509Certificate2.CreateFromPemFile(certificate, key) : null, authorities);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw ProcedureErrors.InvalidInput("url", $"The certificates in the folder that DOCKER_CERT_PATH names cannot be read. It must hold ca.pem, cert.pem and key.pem, readable by HomeDash. {exception.Message}");
        }
    }

    /// <summary>Prepares a connection.</summary>
    public void Apply(SslClientAuthenticationOptions options)
    {
        options.RemoteCertificateValidationCallback = certificates.Accept;
        if (own is not null)
        {
            options.ClientCertificateContext = SslStreamCertificateContext.Create(own, null);
        }

        if (authorities is not null)
        {
            options.CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(authorities);
        }
    }
}
