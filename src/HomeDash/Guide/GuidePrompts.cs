using System.ComponentModel.DataAnnotations;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What helps people to ask for the house as a whole.</summary>
[Router("guide", Noun = "guide")]
internal sealed class GuidePrompts
{
    /// <summary>Gives an overview of the house: what runs, what is wrong, what is going on.</summary>
    [Prompt(ToolsPermissions.View, Title = "House overview")]
    public PromptScript Overview() => new(
    [
        PromptPart.Say("Give an overview of this house and of what is going on in it. What is connected, and how it is at this moment, follows."),
        PromptPart.Call("docker.list", "the containers, with usage set to false: it is quicker."),
        PromptPart.Call("healthMonitoring.systems", "how busy the machines are."),
        PromptPart.Call("downloads.list", "what is downloading."),
        PromptPart.Call("mediaServer.sessions", "who plays what."),
        PromptPart.Call("calendar.events", "what comes out this week."),
        PromptPart.Call("dnsHole.summary", "how much is blocked."),
        PromptPart.Call("smartHome.areas", "the rooms and what is in them."),
        PromptPart.Say("Answer in at most twelve lines: first whether anything needs attention, then one line for each part of the house that there is something to say of. Leave out what is not connected."),
        PromptPart.Show("homedash://health"),
        PromptPart.Show("homedash://integrations"),
    ]);

    /// <summary>Plans a change of the house step by step, tries it as a dry run, and carries it out after a yes.</summary>
    /// <param name="goal">What is to be different afterwards.</param>
    /// <param name="constraints">What must not happen on the way.</param>
    [Prompt(ToolsPermissions.View, Title = "Plan a change")]
    public PromptScript Plan([StringLength(500, MinimumLength = 1)] string goal, [MaxLength(500)] string? constraints = null) => new(
    [
        PromptPart.Say($"Plan this change of the house: {goal}{(constraints is null ? "" : $"\nWhat must not happen on the way: {constraints}")}"),
        PromptPart.Call("guide.get", "how the tools are used, and which there are for which task."),
        PromptPart.Call("healthMonitoring.report", "whether the house is well before anything is changed."),
        PromptPart.Say("""
            Then, in this order:
            - Find out with the tools that only read how things are now, and name exactly what would change.
            - Write the plan as numbered steps; each names the tool and its arguments, what it changes, and how to take it back.
            - Call each step that changes something with dryRun set to true, and put what it answers into the plan.
            - Show the plan and wait for a yes. Then carry it out step by step, look after each whether it worked, and stop at the first that did not.
            """),
    ]);
}
