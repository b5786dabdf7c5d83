namespace HomeDash;

/// <summary>An integration as callers see it. Its secrets stay inside.</summary>
/// <param name="Id">Its id, which never changes.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Kind">Which service it is, for example <c>piHole</c>.</param>
/// <param name="Service">What the service calls itself.</param>
/// <param name="Url">Where HomeDash reaches the service.</param>
/// <param name="Href">Where a browser opens the service, when that is not the same address.</param>
/// <param name="Namespaces">The namespaces that it works for.</param>
/// <param name="Username">The user or, for some services, the account that it signs in with.</param>
/// <param name="TokenId">The name of the token that it signs in with.</param>
/// <param name="Stored">Which credentials are stored; those that are secret are never shown.</param>
/// <param name="Fingerprint">SHA-256 of the certificate that is trusted although no authority vouches for it.</param>
/// <param name="FromEnvironment">Whether environment variables configure it; then they also change and remove it.</param>
/// <param name="Access">What the caller may do with it.</param>
/// <param name="Health">How its service was when it was last asked; absent before the first time.</param>
public sealed record IntegrationInfo(
    string Id,
    string Name,
    string Kind,
    string Service,
    string Url,
    string? Href,
    IReadOnlyList<string> Namespaces,
    string? Username,
    string? TokenId,
    IReadOnlyList<CredentialField> Stored,
    string? Fingerprint,
    bool FromEnvironment,
    Procedures.Access Access,
    IntegrationHealth? Health = null);

/// <summary>How a service was when it was last asked.</summary>
/// <param name="Ok">Whether it answered.</param>
/// <param name="At">When it was asked.</param>
/// <param name="Reason">Why it did not, from the closed list of reasons.</param>
/// <param name="Message">Why it did not, and what to do.</param>
public sealed record IntegrationHealth(bool Ok, DateTimeOffset At, string? Reason = null, string? Message = null);

/// <summary>A service that HomeDash can connect to.</summary>
/// <param name="Kind">Its word, for <c>kind</c> of integration.create.</param>
/// <param name="Service">What the service calls itself.</param>
/// <param name="Namespaces">The namespaces that it works for.</param>
/// <param name="ExampleUrl">An address as people would write it.</param>
/// <param name="Credentials">The sets of credentials that it takes, any one of them.</param>
/// <param name="CredentialsHint">Where in the service people find the credentials.</param>
public sealed record KindInfo(
    string Kind, string Service, IReadOnlyList<string> Namespaces, string ExampleUrl, IReadOnlyList<CredentialSet> Credentials, string? CredentialsHint);

/// <summary>Credentials that go together.</summary>
/// <param name="Fields">The fields; none when the service is open to everybody.</param>
public sealed record CredentialSet(IReadOnlyList<CredentialField> Fields);

/// <summary>What a test of a connection found.</summary>
/// <param name="Integration">The integration's name.</param>
/// <param name="Ok">Whether it works.</param>
/// <param name="Product">What the service calls itself.</param>
/// <param name="Version">The service's version.</param>
/// <param name="Reason">What is wrong, from the closed list of reasons.</param>
/// <param name="Message">What is wrong, and what to do.</param>
/// <param name="Seconds">How long it took, in seconds.</param>
public sealed record IntegrationCheck(
    string Integration, bool Ok, string? Product, string? Version, string? Reason, string? Message, double Seconds);

/// <summary>A field of an integration that can be emptied.</summary>
public enum IntegrationField
{
    /// <summary>The user that it signs in with.</summary>
    Username,

    /// <summary>The password that it signs in with.</summary>
    Password,

    /// <summary>The key that it signs in with.</summary>
    ApiKey,

    /// <summary>The name of the token that it signs in with.</summary>
    TokenId,

    /// <summary>The certificate that is trusted.</summary>
    Fingerprint,

    /// <summary>Where a browser opens the service.</summary>
    Href,
}
