using HomeDash.Procedures;

namespace HomeDash.Contract.Tests;

/// <summary>A surface to which one client is always connected: the demo house itself has none.</summary>
internal sealed class OneConnectedClient(TimeProvider clock) : IClientSessions
{
    public const string Id = "0123456789ab";

    public IReadOnlyList<ClientSession> List() =>
        [new(Id, "an AI client", "1.0", "2025-11-25", "u1", "ada", null, "mcp", clock.GetUtcNow(), clock.GetUtcNow(), OpenStreams: 1, Subscriptions: 2)];

    public bool End(string id) => id == Id;
}
