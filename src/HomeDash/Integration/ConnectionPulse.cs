using System.Collections.Concurrent;
using System.Collections.Frozen;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>How each integration fared when it was last asked. Tells the change feed (<c>integration.pulse</c>) when one begins to fail or recovers.</summary>
internal sealed class ConnectionPulse(TimeProvider clock, IChangeFeed feed)
{
    /// <summary>Reasons that say something of the service, not of what was asked.</summary>
    private static readonly FrozenSet<ErrorReason> Ailments = new[]
    {
        ErrorReason.Unreachable, ErrorReason.Untrusted, ErrorReason.CredentialsRefused, ErrorReason.PermissionRefused,
        ErrorReason.VersionTooOld, ErrorReason.ServiceFailed, ErrorReason.Timeout, ErrorReason.TooManyCalls, ErrorReason.Internal,
    }.ToFrozenSet();

    private readonly ConcurrentDictionary<string, Beat> beats = [];

    /// <summary>Remembers how a call ended. What the caller asked wrongly says nothing of the service.</summary>
    /// <param name="integrationId">Whom it was made to.</param>
    /// <param name="error">What went wrong; null when nothing did.</param>
    public void RecordCall(string integrationId, ProcedureError? error) =>
        Record(integrationId, error is not null && Ailments.Contains(error.Reason) ? error : null);

    /// <summary>Remembers how a test ended. One that passes shows that the service is there, and not that it does again what it failed at.</summary>
    /// <param name="integrationId">Which one was tested.</param>
    /// <param name="error">What went wrong; null when nothing did.</param>
    public void RecordTest(string integrationId, ProcedureError? error)
    {
        if (error is not null || !OutlivesTest(Of(integrationId)?.Error))
        {
            RecordCall(integrationId, error);
        }
    }

    /// <summary>Whether a service can fail in this way and pass its test all the same.</summary>
    public static bool OutlivesTest(ProcedureError? error) => error is { Reason: ErrorReason.ServiceFailed or ErrorReason.PermissionRefused or ErrorReason.VersionTooOld };

    /// <summary>Remembers how an integration is.</summary>
    /// <param name="integrationId">Which one.</param>
    /// <param name="error">What is wrong with it; null when nothing is.</param>
    public void Record(string integrationId, ProcedureError? error)
    {
        var before = beats.GetValueOrDefault(integrationId);
        beats[integrationId] = new(clock.GetStorableNow(), error);
        if (before?.Error?.Reason != error?.Reason || before is null)
        {
            feed.Publish(new("integration.pulse", integrationId));
        }
    }

    /// <summary>How the last call ended; null when there was none yet.</summary>
    public Beat? Of(string integrationId) => beats.GetValueOrDefault(integrationId);

    /// <summary>Drops the integrations that are no more.</summary>
    public void Keep(IReadOnlySet<string> integrationIds)
    {
        foreach (var id in beats.Keys.Where(id => !integrationIds.Contains(id)))
        {
            beats.TryRemove(id, out _);
        }
    }
}

/// <summary>How a call to a service ended.</summary>
/// <param name="At">When.</param>
/// <param name="Error">What went wrong; null when nothing did.</param>
internal sealed record Beat(DateTimeOffset At, ProcedureError? Error);
