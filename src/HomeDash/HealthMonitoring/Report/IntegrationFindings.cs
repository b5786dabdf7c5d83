using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Words what is wrong with an integration.</summary>
internal static class IntegrationFindings
{
    public const string Area = "integrations";

    public static Finding Of(Severity severity, Integration integration, string problem, ErrorReason reason) => new(
        severity, Area, integration.Name, integration.Name, problem, Advice(reason),
        [NextCall.For("integration.test", "integration", integration.Name, "It tries the connection anew and says what is wrong.")]);

    private static string Advice(ErrorReason reason) => reason switch
    {
        ErrorReason.Unreachable or ErrorReason.Timeout => "See that the service and its machine are up, then test the connection.",
        ErrorReason.CredentialsRefused => "Enter the credentials again on the page Integrations.",
        ErrorReason.PermissionRefused => "Give the user or key more rights in the service.",
        ErrorReason.Untrusted => "If the certificate is yours, trust its fingerprint on the page Integrations.",
        ErrorReason.VersionTooOld => "Update the service.",
        ErrorReason.TooManyCalls => "Wait a while, then test the connection.",
        ErrorReason.WrongState => "Change it on the page Integrations, or delete it there.",
        _ => "Look into the log of the service, then test the connection.",
    };
}
