using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Containers that are unwell: unhealthy, restarting, dead, or ended in a way that nobody asked for.</summary>
internal sealed class ContainersPart(ContainerFleet fleet) : IReportPart
{
    private const int AtOnce = 20;

    /// <summary>0 is done; 137 and 143 are how a stop that was asked for ends.</summary>
    private static readonly int[] GoodEnds = [0, 137, 143];

    private static readonly TimeSpan DetailsPatience = TimeSpan.FromSeconds(2);

    public string Area => "containers";

    public string Permission => DockerPermissions.View;

    public async Task<PartReport> LookAsync(Caller caller, CancellationToken cancellationToken)
    {
        var survey = await fleet.SurveyAsync(caller, null, cancellationToken).ConfigureAwait(false);
        if (survey.Engines.Count == 0)
        {
            return PartReport.Nothing(Area, "There is no Docker engine that you may use");
        }

        var findings = new Finding?[survey.Containers.Count];
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(DetailsPatience);
        await Parallel.ForAsync(0, findings.Length, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (index, _) =>
            findings[index] = await JudgeAsync(survey.Containers[index], patience.Token).ConfigureAwait(false)).ConfigureAwait(false);
        return new(
            [.. findings.OfType<Finding>()],
            [.. survey.Engines.Where(engine => engine.Ok).Select(engine => new LookedAt(Area, survey.Containers.Count(found => found.Container.Engine == engine.Name), engine.Name))],
            [.. survey.Engines.Where(engine => !engine.Ok).Select(engine => new NotLookedAt(Area, engine.Reason!, engine.Message!, engine.Name))]);
    }

    private async Task<Finding?> JudgeAsync(FoundContainer found, CancellationToken cancellationToken)
    {
        var container = found.Container;
        return container switch
        {
            { Health: ContainerHealth.Unhealthy } => Found(found, Severity.Critical, "is unhealthy: its health check fails", "Its log may tell why; a restart often helps.", "docker.restart"),
            { State: RunState.Restarting } => Found(found, Severity.Critical, "keeps restarting", "Its log tells why it ends again and again."),
            { State: RunState.Dead } => Found(found, Severity.Critical, "is dead: the engine could not remove it", "Remove it again."),
            { State: RunState.Exited } => await EndedAsync(found, cancellationToken).ConfigureAwait(false),
            _ => null,
        };
    }

    private async Task<Finding?> EndedAsync(FoundContainer found, CancellationToken cancellationToken)
    {
        try
        {
            var details = await found.Connection.Client.GetAsync(found.Container.Id, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
            return details switch
            {
                { Error.Length: > 0 } => Found(found, Severity.Critical, $"could not be started: {details.Error.Trim().TrimEnd('.')}", "Correct what the engine says, then start it."),
                { ExitCode: { } code } when !GoodEnds.Contains(code) =>
                    Found(found, Severity.Warning, $"has ended with exit code {code}", "Its log may tell why; start it again if it should run.", "docker.start"),
                _ => null,
            };
        }
        catch (ProcedureException exception) when (exception.Error.Reason == ErrorReason.TargetNotFound)
        {
            return null;
        }
        catch (Exception exception) when (exception is ProcedureException or OperationCanceledException)
        {
            return Found(found, Severity.Warning, "has ended, and the engine does not say how", "Its log may tell.");
        }
    }

    private Finding Found(FoundContainer found, Severity severity, string problem, string advice, string? remedy = null)
    {
        var (container, name) = (found.Container, found.FullName);
        var look = NextCall.For("docker.logs", "container", name, "It shows what the container wrote last.");
        return new(
            severity, Area, container.Name, container.Engine, $"{container.Name} on {container.Engine} {problem}.", advice,
            remedy is null ? [look] : [look, NextCall.ForEach(remedy, "containers", name, "It makes the container run again.")]);
    }
}
