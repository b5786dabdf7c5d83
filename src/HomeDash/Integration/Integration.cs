namespace HomeDash;

/// <summary>One configured connection to a service, as its client needs it. What callers see of it is an <see cref="IntegrationInfo"/>.</summary>
/// <param name="Id">Its id, which never changes.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Kind">Which service it is, for example <c>docker</c>.</param>
/// <param name="Url">Where the service is, for example <c>unix:///var/run/docker.sock</c>.</param>
public sealed record Integration(string Id, string Name, string Kind, string Url)
{
    /// <summary>What it signs in with.</summary>
    public Credentials Credentials { get; init; } = Credentials.None;

    /// <summary>SHA-256 of a certificate that is trusted although no authority vouches for it, as pairs of hexadecimal digits with colons.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Where a browser opens the service, when that is not <see cref="Url"/>.</summary>
    public string? Href { get; init; }

    /// <summary>Whether the environment configures it: then it follows the environment at every start.</summary>
    public bool FromEnvironment { get; init; }
}
