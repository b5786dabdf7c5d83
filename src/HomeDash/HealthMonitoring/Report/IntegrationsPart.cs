using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Integrations that fail now: all are asked, with the clients that serve every other call too, so that no wrong password is tried twice.</summary>
internal sealed class IntegrationsPart(IntegrationFleet fleet, Connections connections, ConnectionPulse pulse) : IReportPart
{
    public string Area => IntegrationFindings.Area;

    public string Permission => IntegrationPermissions.View;

    public async Task<PartReport> LookAsync(Caller caller, CancellationToken cancellationToken)
    {
        var visible = connections.Integrations.Where(integration => caller.HasAccess(integration.AsTarget(), Access.Use)).ToArray();
        if (visible.Length == 0)
        {
            return PartReport.Nothing(Area, "There is no integration that you may use");
        }

        var answers = await fleet.AskAsync(
            fleet.Usable<IIntegrationClient>(caller, null), "test", (client, token) => client.TestAsync(token), cancellationToken, record: pulse.RecordTest).ConfigureAwait(false);
        var asked = answers.Items.ToDictionary(answer => answer.Integration.Id, answer => answer.Snapshot.Error);
        return new(
            [
                .. from integration in visible
                   let error = connections.ProblemOf(integration.Id) ?? asked.GetValueOrDefault(integration.Id)
                   where error is not null
                   select IntegrationFindings.Of(Severity.Critical, integration, error.Message, error.Reason),
            ],
            [new(Area, visible.Length)],
            []);
    }
}
