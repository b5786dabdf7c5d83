using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Integrations that pass their test and failed at what they were asked last, as the pulse remembers it once all parts have asked.</summary>
internal sealed class FailingCalls(Connections connections, ConnectionPulse pulse, TimeProvider clock)
{
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(5);

    /// <summary>Finds those of which nothing is known yet.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="known">What has been found.</param>
    public IEnumerable<Finding> Find(Caller caller, IEnumerable<Finding> known)
    {
        var named = known.Where(finding => finding.Area == IntegrationFindings.Area).Select(finding => finding.Subject).ToHashSet();
        return
            from integration in connections.Integrations
            where caller.Holds(IntegrationPermissions.View) && caller.HasAccess(integration.AsTarget(), Access.Use) && !named.Contains(integration.Name)
            let beat = pulse.Of(integration.Id)
            where beat is not null && ConnectionPulse.OutlivesTest(beat.Error) && clock.GetUtcNow() - beat.At < Lately
            select IntegrationFindings.Of(Severity.Warning, integration, $"{integration.Name} answers, but failed when it was asked last: {beat.Error!.Message}", beat.Error.Reason);
    }
}
