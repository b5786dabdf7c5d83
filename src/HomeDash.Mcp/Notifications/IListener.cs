using HomeDash.Procedures;

namespace HomeDash.Mcp;

/// <summary>A client that wants to hear what changes: a session, or a modern client that listens.</summary>
internal interface IListener
{
    /// <summary>Who listens, with the rights that were known last.</summary>
    Caller Caller { get; set; }

    /// <summary>The name of the profile that the client is served.</summary>
    string Profile { get; }

    /// <summary>What the list of tools was called that the client was told of last.</summary>
    string ToolSet { get; set; }

    /// <summary>The URIs of the resources that the client wants to follow.</summary>
    IReadOnlyCollection<string> Uris { get; }

    /// <summary>Tells that a list has changed, if the client wants to hear of it.</summary>
    /// <param name="method">The notification's method, which names the list.</param>
    void TellListChanged(string method);

    /// <summary>Tells that a resource has changed which the client follows.</summary>
    void TellUpdated(string uri);

    /// <summary>Ends it: its user is gone.</summary>
    void End();
}
