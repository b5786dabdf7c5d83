using HomeDash.Procedures;

namespace HomeDash;

/// <summary>An AI client that is connected by a session.</summary>
/// <param name="Id">Names the session.</param>
/// <param name="Client">What the client calls itself.</param>
/// <param name="ClientVersion">The version that it says it has.</param>
/// <param name="Protocol">The version of the Model Context Protocol that is spoken.</param>
/// <param name="User">The user that it acts for.</param>
/// <param name="Key">The id of the API key that was used last; absent without one.</param>
/// <param name="Profile">The profile of tools that it is served.</param>
/// <param name="Since">When the session began.</param>
/// <param name="LastCall">When its last request came.</param>
/// <param name="OpenStreams">How many streams it listens to now.</param>
/// <param name="Subscriptions">How many resources it follows.</param>
public sealed record ConnectedClient(
    string Id,
    string Client,
    string ClientVersion,
    string Protocol,
    string User,
    string? Key,
    string Profile,
    DateTimeOffset Since,
    DateTimeOffset LastCall,
    int OpenStreams,
    int Subscriptions)
{
    internal static ConnectedClient Of(ClientSession session) => new(
        session.Id, session.Client, session.ClientVersion, session.ProtocolVersion, session.User, session.KeyId, session.Profile,
        session.Since, session.LastCall, session.OpenStreams, session.Subscriptions);
}
