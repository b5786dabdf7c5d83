using System.Text.Json;
using System.Text.Json.Nodes;
using HomeDash.Procedures;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>The session of a client of the handshake: what it said once, and the streams that lead to it.</summary>
internal sealed class McpSession : IListener
{
    /// <summary>How much later than it was kept it may have been used.</summary>
    public static readonly TimeSpan Exactness = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly ISessionLedger? ledger;
    private readonly Action<McpSession> end;

    /// <param name="record">What is known of it.</param>
    /// <param name="caller">Who uses it.</param>
    /// <param name="ledger">Where it is remembered; null when nowhere.</param>
    /// <param name="end">Ends it.</param>
    /// <param name="clock">The time.</param>
    public McpSession(SessionRecord record, Caller caller, ISessionLedger? ledger, Action<McpSession> end, TimeProvider clock)
    {
        (Record, Caller, this.ledger, this.end) = (record, caller, ledger, end);
        LastCall = clock.GetUtcNow();
        Capabilities = JsonElement.Parse(record.CapabilitiesJson);
        Streams = new(record.IdHash[..8], clock);
    }

    public SessionRecord Record { get; private set; }

    public Caller Caller { get; set; }

    public string Profile => Record.Profile;

    /// <summary>What the client said that it can do.</summary>
    public JsonElement Capabilities { get; }

    public DateTimeOffset LastCall { get; private set; }

    public SessionStreams Streams { get; }

    public SessionCalls Calls { get; } = new();

    /// <summary>Whether nobody would notice if it were put away.</summary>
    public bool IsIdle => Calls.AreNone && Streams.Read == 0;

    /// <summary>Clients before this version cannot read an event without data.</summary>
    public bool Primes => string.CompareOrdinal(Record.ProtocolVersion, "2025-11-25") >= 0;

    public IReadOnlyCollection<string> Uris => Record.Subscriptions;

    public string ToolSet
    {
        get => Record.ToolSet;
        set => Change(record => record with { ToolSet = value });
    }

    /// <summary>Changes what is known of it.</summary>
    public void Change(Func<SessionRecord, SessionRecord> change)
    {
        lock (gate)
        {
            Record = change(Record);
            ledger?.Keep(Record);
        }
    }

    /// <summary>It was used.</summary>
    public void Touch(Caller caller, DateTimeOffset now)
    {
        (Caller, LastCall) = (caller, now);
        if (now - Record.UsedAt > Exactness || caller.KeyId != Record.KeyId)
        {
            Change(record => record with { UsedAt = now, KeyId = caller.KeyId });
        }
    }

    public void TellListChanged(string method) => Streams.Standalone.AddOnce(JsonRpc.Message(method, null));

    public void TellUpdated(string uri) =>
        Streams.Standalone.AddOnce(JsonRpc.Message(NotificationMethods.ResourceUpdatedNotification, new JsonObject { ["uri"] = uri }));

    public void End() => end(this);
}
