using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Integrations that fail now: all are asked, with the clients that serve every other call too, so that no wrong password is tried twice.</summary>
internal sealed class IntegrationsPart(IntegrationFleet fleet, Connections connections, ConnectionPulse pulse) : IReportPart
{
    public string Area => "integrations";

    public string Permission => IntegrationPermissions.View;

    public async Task<PartReport> LookAsync(Caller caller, CancellationToken cancellationToken)
    {
        var visible = connections.Integrations.Where(integration => caller.HasAccess(integration.AsTarget(), Access.Use)).ToArray();
        if (visible.Length == 0)
        {
            return PartReport.Nothing(Area, "There is no integration that you may use");
        }

        var before = visible.ToDictionary(integration => integration.Id, integration => pulse.Of(integration.Id)?.Error);
        var answers = await fleet.AskAsync(
            fleet.Usable<IIntegrationClient>(caller, null), "test", (client, token) => client.TestAsync(token), cancellationToken).ConfigureAwait(false);
        var asked = answers.Items.ToDictionary(answer => answer.Integration.Id, answer => answer.Snapshot.Error);
        return new(
            [.. visible.Select(integration => Judge(integration, connections.ProblemOf(integration.Id) ?? asked.GetValueOrDefault(integration.Id), before[integration.Id])).OfType<Finding>()],
            [new(Area, visible.Length)],
            []);
    }

    /// <summary>A service that passes its test may still have failed at what it was asked before; that it was not there is over when it answers.</summary>
    private Finding? Judge(Integration integration, ProcedureError? now, ProcedureError? before) =>
        now is not null ? Found(Severity.Critical, integration, now.Message, now.Reason)
        : before is { Reason: ErrorReason.ServiceFailed or ErrorReason.PermissionRefused or ErrorReason.VersionTooOld }
            ? Found(Severity.Warning, integration, $"{integration.Name} answers, but failed when it was asked last: {before.Message}", before.Reason)
        : null;

    private Finding Found(Severity severity, Integration integration, string problem, ErrorReason reason) => new(
        severity, Area, integration.Name, integration.Name, problem, Advice(reason), [NextCall.For("integration.test", "integration", integration.Name, "It tries the connection anew and says what is wrong.")]);

    private static string Advice(ErrorReason reason) => reason switch
    {
        ErrorReason.Unreachable or ErrorReason.Timeout => "See that the service and its machine are up, then test the connection.",
        ErrorReason.CredentialsRefused => "Enter the credentials again on the page Integrations.",
        ErrorReason.PermissionRefused => "Give the user or key more rights in the service.",
        ErrorReason.Untrusted => "If the certificate is yours, trust its fingerprint on the page Integrations.",
        ErrorReason.VersionTooOld => "Update the service.",
        ErrorReason.TooManyCalls => "Wait a while, then test the connection.",
        ErrorReason.InvalidInput => "Correct its address on the page Integrations.",
        _ => "Look into the log of the service, then test the connection.",
    };
}
