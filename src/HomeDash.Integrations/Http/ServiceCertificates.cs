using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace HomeDash.Integrations;

/// <summary>Decides whether a service's certificate is trusted: vouched for by an authority, or named by its fingerprint.</summary>
/// <param name="trusted">The fingerprint of the one other certificate that is trusted; null for none.</param>
internal sealed class ServiceCertificates(string? trusted)
{
    private volatile RefusedCertificate? refused;

    /// <summary>The certificate that was refused last; null when none was.</summary>
    public RefusedCertificate? Refused => refused;

    /// <summary>For <see cref="SslClientAuthenticationOptions.RemoteCertificateValidationCallback"/>.</summary>
    public bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors problems)
    {
        if (problems == SslPolicyErrors.None)
        {
            return true;
        }

        if (certificate is null)
        {
            return false;
        }

        var fingerprint = CertificateFingerprint.Of(certificate.GetRawCertData());
        if (fingerprint == trusted)
        {
            return true;
        }

        refused = new(fingerprint, Why(certificate, chain, problems));
        return false;
    }

    private string Why(X509Certificate certificate, X509Chain? chain, SslPolicyErrors problems)
    {
        var status = chain?.ChainStatus.Select(found => found.Status).ToArray() ?? [];
        return trusted is not null ? "it is another one than the one whose fingerprint is trusted"
            : status.Contains(X509ChainStatusFlags.NotTimeValid) ? "it has expired, or is not valid yet"
            : certificate.Subject == certificate.Issuer ? "it is signed by itself"
            : problems.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? "it is made out to another name"
            : "this machine does not know the authority that signed it";
    }
}

/// <summary>A certificate that is not trusted.</summary>
/// <param name="Fingerprint">Its SHA-256.</param>
/// <param name="Why">Why not, after "because".</param>
internal sealed record RefusedCertificate(string Fingerprint, string Why);
