using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What helps people to ask how the house is.</summary>
[Router("healthMonitoring", Noun = "health")]
internal sealed class HealthMonitoringPrompts
{
    /// <summary>Answers whether anything in the house is broken, and what to do first.</summary>
    [Prompt(HealthMonitoringPermissions.View, Title = "Is anything broken?")]
    public PromptScript Troubleshoot() => new(
    [
        PromptPart.Say("Is anything broken in this house? The report of this moment follows: its verdict, its findings with the calls that help, and what could not be looked at."),
        PromptPart.Call("docker.logs", "for each container that is found unwell, what it wrote last."),
        PromptPart.Call("integration.test", "for each integration that does not answer, whether address, certificate, credentials and version are right."),
        PromptPart.Call("healthMonitoring.disks", "when space runs short, which disk it is."),
        PromptPart.Call("app.list", "the apps, when one of them does not answer."),
        PromptPart.Say("Begin with yes or no. Then at most five lines, the worst first: what is broken, why as far as it shows, and the one step that helps. Say what could not be looked at. Change nothing before the user has said yes."),
        PromptPart.Show("homedash://health"),
    ]);
}
