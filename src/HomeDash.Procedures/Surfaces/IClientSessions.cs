namespace HomeDash.Procedures;

/// <summary>The clients that are connected to a surface by a session.</summary>
public interface IClientSessions
{
    /// <summary>The topic on which the change feed tells that a session began, was used or ended; the id is the session's.</summary>
    public const string Topic = "tools.session";

    /// <summary>Those in memory now, the one used last first.</summary>
    IReadOnlyList<ClientSession> List();

    /// <summary>Ends a session. Its client has to begin a new one.</summary>
    /// <returns>False when there is none with this id.</returns>
    bool End(string id);
}

/// <summary>A client that is connected.</summary>
/// <param name="Id">Names the session to people; good for nothing else.</param>
/// <param name="Client">What the client calls itself.</param>
/// <param name="ClientVersion">The version that it says it has.</param>
/// <param name="ProtocolVersion">The version of the protocol that is spoken.</param>
/// <param name="UserId">The user that it acts for.</param>
/// <param name="User">What the user is called.</param>
/// <param name="KeyId">The API key that was used last; null when there was none.</param>
/// <param name="Profile">The profile of tools that it is served.</param>
/// <param name="Since">When the session began.</param>
/// <param name="LastCall">When its last request came.</param>
/// <param name="OpenStreams">How many streams it listens to now.</param>
/// <param name="Subscriptions">How many resources it follows.</param>
public sealed record ClientSession(
    string Id,
    string Client,
    string ClientVersion,
    string ProtocolVersion,
    string UserId,
    string User,
    string? KeyId,
    string Profile,
    DateTimeOffset Since,
    DateTimeOffset LastCall,
    int OpenStreams,
    int Subscriptions);
