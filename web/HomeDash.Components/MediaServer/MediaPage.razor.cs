using HomeDash.Components.Docker;
using HomeDash.Components.Formats;
using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;

namespace HomeDash.Components.MediaServer;

/// <summary>What is played on all media servers: watched, paused, resumed, stopped; and what was added.</summary>
public sealed partial class MediaPage
{
    private const int MostAdded = 24;
    private static readonly TimeSpan RecentAge = TimeSpan.FromMinutes(1);

    private readonly Load<MediaSessionList> sessions;
    private readonly Load<RecentMedia> recent;
    private bool busy;
    private bool mayControl;
    private ActionReport? report;

    /// <summary>Made by Blazor.</summary>
    public MediaPage()
    {
        sessions = new(cancellationToken => Caller.MediaServer.SessionsAsync(cancellationToken: cancellationToken));
        recent = new(cancellationToken => Caller.MediaServer.RecentAsync(limit: MostAdded, cancellationToken: cancellationToken));
    }

    [Inject]
    private HomeDashCaller Caller { get; set; } = null!;

    [Inject]
    private ICallerSource Visitor { get; set; } = null!;

    [Inject]
    private Questions Questions { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        mayControl = (await Visitor.GetAsync(Gone)).Holds(MediaServerPermissions.Control);
        if (Alive)
        {
            Watch(sessions, cancellationToken => Caller.MediaServer.WatchAsync(cancellationToken: cancellationToken));
            Follow("integration", RefreshRecentAsync);
            Every(RecentAge, RefreshRecentAsync);
            await RefreshRecentAsync();
        }
    }

    private async Task RefreshAsync()
    {
        await sessions.RunAsync(Gone);
        StateHasChanged();
    }

    private async Task RefreshRecentAsync()
    {
        await recent.RunAsync(Gone);
        StateHasChanged();
    }

    private static string Summary(MediaSessionList all) => string.Join(", ", new[]
    {
        Words.Count(all.Items.Count(session => session.State != PlaybackState.Paused), "stream"),
        all.Items.Count(session => session.State == PlaybackState.Paused) is > 0 and var paused ? $"{paused} paused" : null,
        all.BitsPerSecond > 0 ? Words.BitRate(all.BitsPerSecond) : null,
    }.OfType<string>());

    private Task PauseAsync(MediaSession session) => RunAsync("Pause", "Paused", () => Caller.MediaServer.PauseAsync([RefTo(session)], Gone));

    private Task ResumeAsync(MediaSession session) => RunAsync("Resume", "Resumed", () => Caller.MediaServer.ResumeAsync([RefTo(session)], Gone));

    private async Task StopAsync(MediaSession session)
    {
        var who = session.User is null ? "Whoever watches" : session.User;
        if (await Questions.ConfirmAsync(new($"Stop {session.Label()}?", $"{who} is thrown out of it{(session.Device is null ? "" : $" on {session.Device}")}, and has to start it again.", "Stop playback")))
        {
            await RunAsync("Stop", "Stopped", () => Caller.MediaServer.StopAsync([RefTo(session)], Gone));
        }
    }

    private async Task RunAsync(string action, string done, Func<Task<Outcomes<MediaSessionChange>>> call)
    {
        busy = true;
        try
        {
            report = ActionReport.Of(done, await call(), change => change.Note);
        }
        catch (ProcedureException failure)
        {
            report = ActionReport.Of(action, failure.Error);
        }
        finally
        {
            busy = false;
        }

        await RefreshAsync();
    }

    private static MediaSessionRef RefTo(MediaSession session) => new($"{session.Integration}/{session.Id}");
}
