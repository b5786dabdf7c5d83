using System.ComponentModel.DataAnnotations;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What helps people to ask for what comes out.</summary>
[Router("calendar", Noun = "event")]
internal sealed class CalendarPrompts(TimeProvider clock)
{
    /// <summary>Tells which episodes, films and albums come out in the next days.</summary>
    /// <param name="days">How many days from today on.</param>
    [Prompt(CalendarPermissions.View, Title = "Upcoming media")]
    public PromptScript Upcoming([Range(1, 31)] int days = 7)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        return new(
        [
            PromptPart.Say($"Tell what comes out from {today:yyyy-MM-dd} to {today.AddDays(days - 1):yyyy-MM-dd}."),
            PromptPart.Call("calendar.events", $"episodes, films, albums and books from {today:yyyy-MM-dd} to {today.AddDays(days - 1):yyyy-MM-dd}."),
            PromptPart.Call("calendar.queued", "what of it is being fetched already."),
            PromptPart.Call("mediaServer.recent", "what has just arrived in the libraries."),
            PromptPart.Say("Answer day by day, one short line for each title; put several episodes of one series into one line. Leave out days on which nothing comes out."),
        ]);
    }
}
