namespace HomeDash;

/// <summary>Asks an address whether something answers there.</summary>
public interface IAppProbe
{
    /// <summary>Asks once, and says what came. Never throws for what is wrong with the address.</summary>
    /// <param name="address">An address of the web.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    Task<ProbeAnswer> AskAsync(Uri address, CancellationToken cancellationToken);
}

/// <summary>What came of asking.</summary>
/// <param name="Seconds">How long it took, in seconds, with the connecting.</param>
/// <param name="Code">The HTTP status; null when there was no answer.</param>
/// <param name="Error">Why there was none, as a sentence; null when there was one.</param>
/// <param name="CertificateTrusted">Whether the certificate is one that this machine trusts; null without TLS.</param>
public sealed record ProbeAnswer(double Seconds, int? Code = null, string? Error = null, bool? CertificateTrusted = null);
