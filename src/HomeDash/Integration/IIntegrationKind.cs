namespace HomeDash;

/// <summary>A service that HomeDash can connect to. One implementation per service, registered as a singleton.</summary>
public interface IIntegrationKind
{
    /// <summary>Its word in <see cref="Integration.Kind"/>, for example <c>piHole</c>.</summary>
    string Kind { get; }

    /// <summary>What the service calls itself.</summary>
    string Title { get; }

    /// <summary>An address as people would write it, for example <c>http://192.168.1.10:8080</c>.</summary>
    string ExampleUrl { get; }

    /// <summary>The sets of credentials that the service takes, any one of them; an empty set when it takes none.</summary>
    IReadOnlyList<IReadOnlyList<CredentialField>> Credentials { get; }

    /// <summary>Where in the service people find the credentials; null when that needs no word.</summary>
    string? CredentialsHint { get; }

    /// <summary>The type of the clients, whose capability interfaces tell what the service can do.</summary>
    Type Client { get; }

    /// <summary>Makes a client, which implements the capability interfaces of its service. Does not talk to the service yet.</summary>
    /// <param name="integration">What to connect to.</param>
    /// <exception cref="Procedures.ProcedureException">The address makes no sense.</exception>
    IIntegrationClient Connect(Integration integration);
}

/// <summary>A client of one integration. Closed by disposing it, where it can be disposed.</summary>
public interface IIntegrationClient
{
    /// <summary>Reaches the service with the credentials and sees that it is the one that was meant; reads only.</summary>
    /// <exception cref="Procedures.ProcedureException">The reason says what is wrong: address, certificate, credentials, version or permission.</exception>
    Task<ServiceVersion> TestAsync(CancellationToken cancellationToken);
}

/// <summary>What a service says of itself.</summary>
/// <param name="Product">What it calls itself, for example <c>qBittorrent</c>.</param>
/// <param name="Version">Its version; null when it does not tell.</param>
public sealed record ServiceVersion(string Product, string? Version);

/// <summary>Marks an interface as what a service can do for a namespace.</summary>
/// <param name="namespace">The namespace, for example <c>downloads</c>.</param>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class CapabilityAttribute(string @namespace) : Attribute
{
    /// <summary>The namespace.</summary>
    public string Namespace { get; } = @namespace;
}
