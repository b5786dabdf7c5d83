using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What helps people to ask for downloads.</summary>
[Router("downloads", Noun = "download")]
internal sealed class DownloadsPrompts
{
    /// <summary>Tells what is downloading, how long it takes, and what is stuck.</summary>
    [Prompt(DownloadPermissions.View, Title = "What is downloading?")]
    public PromptScript Progress() => new(
    [
        PromptPart.Say("Tell what is downloading in this house."),
        PromptPart.Call("downloads.list", "all downloads with state, progress, speed and time left; those that are downloading come first."),
        PromptPart.Call("calendar.queued", "what Sonarr, Radarr and the like are waiting for, and what is wrong with it."),
        PromptPart.Call("downloads.get", "the details of one that stands still."),
        PromptPart.Say("Answer with the number of downloads, the total speed and when the last of them will be done; then one line each for the five that matter most. Name what is stuck, and why. Leave out what is finished and seeding."),
    ]);
}
