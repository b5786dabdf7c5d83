using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HomeDash.Procedures;
using Microsoft.Extensions.Options;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>The sessions in memory; those that do not fit are put away, and come back with their next request.</summary>
internal sealed class SessionTable(
    NotificationHub hub, IChangeFeed feed, IEnumerable<ISessionLedger> ledgers, IOptionsMonitor<McpOptions> options, TimeProvider clock) : IClientSessions
{
    private const int ShortIdLength = 12;

    /// <summary>What a client says of itself is kept for each session, so it has to be short.</summary>
    private const int LongestName = 100;

    private const int LongestCapabilities = 8 * 1024;

    private readonly ConcurrentDictionary<string, McpSession> live = new(StringComparer.Ordinal);
    private readonly ISessionLedger? ledger = ledgers.FirstOrDefault();

    /// <summary>Begins a session.</summary>
    /// <param name="caller">Who it belongs to.</param>
    /// <param name="profile">The profile of tools that is served.</param>
    /// <param name="version">The version of the protocol that was agreed on.</param>
    /// <param name="parameters">Those of <c>initialize</c>.</param>
    /// <param name="outlasts">Whether it goes on when this process has ended.</param>
    /// <returns>The session, and its id, which is known to its client alone.</returns>
    /// <exception cref="Refused">The client says more of itself than is kept.</exception>
    public (McpSession Session, string Id) Begin(Caller caller, string profile, string version, JsonElement parameters, bool outlasts = true)
    {
        // 192 bits: "globally unique and cryptographically secure", and visible ASCII (Session Management, 1).
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        var introduced = parameters.Deserialize(SdkJson.Of<InitializeRequestParams>())!;
        var capabilities = parameters.GetProperty("capabilities"u8).GetRawText();
        if (capabilities.Length > LongestCapabilities)
        {
            throw new Refused(Refusal.BadRequest(McpErrorCode.InvalidParams, $"'capabilities' may be at most {LongestCapabilities} characters long."));
        }

        var record = new SessionRecord(
            Hash(id), caller.UserId, profile, version, Cut(introduced.ClientInfo.Name), Cut(introduced.ClientInfo.Version), capabilities, clock.GetUtcNow())
        {
            KeyId = caller.KeyId,
            ToolSet = hub.ToolSetOf(caller, profile),
        };
        var keeper = outlasts ? ledger : null;
        var session = new McpSession(record, caller, keeper, End, clock);
        keeper?.Keep(record);
        live[record.IdHash] = session;
        hub.Add(session);
        MakeRoom();
        Tell(session);
        return (session, id);
    }

    /// <summary>The session with this id, if it is this caller's and of this profile; null when there is none.</summary>
    public async ValueTask<McpSession?> FindAsync(string id, Caller caller, string profile, CancellationToken cancellationToken)
    {
        var hash = Hash(id);
        var now = clock.GetUtcNow();
        var session = live.GetValueOrDefault(hash) ?? await ResumeAsync(hash, caller, cancellationToken).ConfigureAwait(false);
        if (session is null || session.Record.UserId != caller.UserId || session.Record.Profile != profile)
        {
            return null;
        }

        if (now - session.LastCall > options.CurrentValue.SessionIdle && session.IsIdle)
        {
            End(session);
            return null;
        }

        var quiet = now - session.LastCall > TimeSpan.FromSeconds(5);
        session.Touch(caller, now);
        if (quiet)
        {
            Tell(session);
        }

        return session;
    }

    /// <summary>Ends a session for good.</summary>
    public void End(McpSession session)
    {
        if (Take(session))
        {
            session.Calls.CancelAll();
        }

        ledger?.Forget(session.Record.IdHash);
    }

    /// <summary>Ends what nobody has used for long.</summary>
    public void Sweep()
    {
        var now = clock.GetUtcNow();
        var before = now - options.CurrentValue.SessionIdle;
        foreach (var session in live.Values)
        {
            if (!session.IsIdle)
            {
                // Who listens uses it, without a call.
                session.Touch(session.Caller, now);
            }
            else if (session.LastCall < before)
            {
                End(session);
            }
        }

        ledger?.ForgetUnusedSince(before - McpSession.Exactness);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ClientSession> List() => [.. live.Values.OrderByDescending(session => session.LastCall).Select(Describe)];

    /// <inheritdoc/>
    public bool End(string id)
    {
        if (id.Length != ShortIdLength || live.Values.FirstOrDefault(session => ShortId(session.Record) == id) is not { } session)
        {
            return false;
        }

        End(session);
        return true;
    }

    private static string Hash(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    private static string Cut(string name) => name.Length > LongestName ? name[..LongestName] : name;

    private static string ShortId(SessionRecord record) => record.IdHash[..ShortIdLength];

    private static ClientSession Describe(McpSession session)
    {
        var record = session.Record;
        return new(
            ShortId(record), record.Client, record.ClientVersion, record.ProtocolVersion, record.UserId, session.Caller.Name, record.KeyId, record.Profile,
            record.CreatedAt, session.LastCall, session.Streams.Read, record.Subscriptions.Count);
    }

    private async ValueTask<McpSession?> ResumeAsync(string hash, Caller caller, CancellationToken cancellationToken)
    {
        if (ledger is null
            || await ledger.FindAsync(hash, cancellationToken).ConfigureAwait(false) is not { } record
            || record.UserId != caller.UserId
            || clock.GetUtcNow() - record.UsedAt > options.CurrentValue.SessionIdle)
        {
            return null;
        }

        var session = new McpSession(record, caller, ledger, End, clock);
        var found = live.GetOrAdd(hash, session);
        if (found == session)
        {
            hub.Add(session);
            // The request that brought it back may end before: the session goes on.
            await hub.CatchUpAsync(session, CancellationToken.None).ConfigureAwait(false);
            MakeRoom();
            Tell(session);
        }

        return found;
    }

    private void MakeRoom()
    {
        while (live.Count > options.CurrentValue.MaxSessions)
        {
            // Those that only listen come back at once, so they go last; a call that runs is not cut off.
            var least = live.Values.Where(session => session.Calls.AreNone).OrderBy(session => session.Streams.Read > 0).ThenBy(session => session.LastCall).FirstOrDefault();
            if (least is null)
            {
                return;
            }

            least.Change(record => record with { UsedAt = least.LastCall });
            Take(least);
        }
    }

    private bool Take(McpSession session)
    {
        if (!live.TryRemove(KeyValuePair.Create(session.Record.IdHash, session)))
        {
            return false;
        }

        hub.Remove(session);
        session.Streams.EndAll();
        Tell(session);
        return true;
    }

    private void Tell(McpSession session) => feed.Publish(new(IClientSessions.Topic, ShortId(session.Record)));
}
