namespace HomeDash.Procedures;

/// <summary>
/// Remembers the sessions of a surface, so that they outlive the process and need no memory while nobody uses them. What is
/// said here never waits for a disk: it is written together with other things a moment later, and at the latest when HomeDash ends.
/// </summary>
public interface ISessionLedger
{
    /// <summary>The session with this id as it was kept last; null when there is none.</summary>
    /// <param name="idHash">The SHA-256 of its id in hexadecimal: the id itself is kept nowhere.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    ValueTask<SessionRecord?> FindAsync(string idHash, CancellationToken cancellationToken);

    /// <summary>Remembers a session, or what has changed of it. Must not throw and must not wait.</summary>
    void Keep(SessionRecord session);

    /// <summary>Forgets a session. Must not throw and must not wait.</summary>
    void Forget(string idHash);

    /// <summary>Forgets the sessions that nobody has used since then. Must not throw and must not wait.</summary>
    void ForgetUnusedSince(DateTimeOffset moment);
}

/// <summary>A session, as it is remembered.</summary>
/// <param name="IdHash">The SHA-256 of its id in hexadecimal.</param>
/// <param name="UserId">The user that it belongs to.</param>
/// <param name="Profile">The profile of tools that it is served.</param>
/// <param name="ProtocolVersion">The version of the protocol that was agreed on.</param>
/// <param name="Client">What the client calls itself.</param>
/// <param name="ClientVersion">The version that the client says it has.</param>
/// <param name="CapabilitiesJson">What the client says it can do, as a JSON object.</param>
/// <param name="CreatedAt">When it began.</param>
public sealed record SessionRecord(
    string IdHash, string UserId, string Profile, string ProtocolVersion, string Client, string ClientVersion, string CapabilitiesJson, DateTimeOffset CreatedAt)
{
    /// <summary>The API key that was used last; null when there was none.</summary>
    public string? KeyId { get; init; }

    /// <summary>The least severe log level that its client wants to hear of; null when it wants none.</summary>
    public string? LogLevel { get; init; }

    /// <summary>The URIs of the resources that its client follows.</summary>
    public IReadOnlyList<string> Subscriptions { get; init; } = [];

    /// <summary>What the list of tools was called that its client was told of last.</summary>
    public string ToolSet { get; init; } = "";

    /// <summary>When it was used last; not more exact than a few minutes.</summary>
    public DateTimeOffset UsedAt { get; init; } = CreatedAt;
}
