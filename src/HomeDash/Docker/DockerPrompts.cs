using System.ComponentModel.DataAnnotations;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What helps people to ask for containers.</summary>
[Router("docker", Noun = "container")]
internal sealed class DockerPrompts(ContainerFleet fleet)
{
    /// <summary>Finds out why a container does not do what it should, and what would help.</summary>
    /// <param name="container">A name, an id or the start of one.</param>
    [Prompt(DockerPermissions.View, Title = "Diagnose a container")]
    public PromptScript Diagnose(ContainerRef container) => new(
    [
        PromptPart.Say($"Find out why the container {container.Resolved!.Name} does not do what it should. Its state and its log at this moment follow."),
        PromptPart.Call("docker.events", $"what happened to {container.Given} in the last hours: ends, restarts, failed health checks."),
        PromptPart.Call("docker.updates", $"whether {container.Given} has a newer image."),
        PromptPart.Call("docker.stats", $"what {container.Given} uses, when memory or processor may be the cause."),
        PromptPart.Call("docker.restart", "only when the log says that this would help and the user agrees."),
        PromptPart.Say("Say in two or three sentences what is wrong and how sure that is, quote the line of the log that shows it, and name the smallest thing that would help. Change nothing before the user has said yes."),
        PromptPart.Show("homedash://docker/container/{container}", container.Given),
        PromptPart.Show("homedash://docker/container/{container}/logs", container.Given),
    ]);

    /// <summary>Knows the names of containers: with that of the engine where two engines have one of the same name.</summary>
    /// <param name="text">What was typed of a name until now.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    [Completes(DockerPermissions.View, typeof(ContainerRef))]
    public async Task<TargetNames> ContainerNames([MaxLength(100)] string text, ProcedureContext context, CancellationToken cancellationToken)
    {
        var survey = await fleet.SurveyAsync(context.Caller, null, cancellationToken).ConfigureAwait(false);
        return TargetNames.Of(
            survey.Containers.GroupBy(found => found.Container.Name).SelectMany(same => same.Count() == 1 ? [same.Key] : same.Select(found => found.FullName)), text);
    }
}
