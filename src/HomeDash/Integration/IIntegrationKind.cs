namespace HomeDash;

/// <summary>A service that HomeDash can connect to. One implementation per service, registered as a singleton.</summary>
public interface IIntegrationKind
{
    /// <summary>Its word in <see cref="Integration.Kind"/>.</summary>
    string Kind { get; }

    /// <summary>What the service calls itself.</summary>
    string Title { get; }

    /// <summary>Makes a client, which implements the capability interfaces of its service. Does not talk to the service yet.</summary>
    /// <param name="integration">What to connect to.</param>
    /// <exception cref="Procedures.ProcedureException">The address makes no sense.</exception>
    object Connect(Integration integration);
}
