using HomeDash.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace HomeDash.Components.Calendar;

/// <summary>What comes out and happens in a month: as a grid where there is room for it, as a list everywhere.</summary>
public sealed partial class CalendarPage
{
    private const int MostEvents = 500;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly Load<CalendarEvents> events;
    private readonly HashSet<CalendarKind> hidden = [];
    private TimeZoneInfo zone = TimeZoneInfo.Utc;
    private DayOfWeek weekStart = DayOfWeek.Monday;
    private DateOnly today;
    private DateOnly month;
    private DateOnly gridStart;
    private int weeks;
    private bool asList;
    private bool unmonitored;

    /// <summary>Made by Blazor.</summary>
    public CalendarPage()
    {
        events = new(cancellationToken => Caller.Calendar.EventsAsync(
            gridStart, gridStart.AddDays((weeks * 7) - 1), zone.Id, unmonitored: unmonitored, limit: MostEvents, cancellationToken: cancellationToken));
    }

    [Inject]
    private HomeDashCaller Caller { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        today = TodayIn(zone);
        Turn(MonthOf(today));
    }

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    private DateOnly TodayIn(TimeZoneInfo place) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Time.GetUtcNow(), place).DateTime);

    private async Task BeginAsync(VisitorClock.Clock clock)
    {
        (zone, weekStart) = (clock.Zone(Time), clock.WeekStart);
        today = TodayIn(zone);
        Turn(MonthOf(today));
        Every(Interval, RefreshAsync);
        Follow("integration", RefreshAsync);
        await RefreshAsync();
    }

    private async Task RefreshAsync()
    {
        today = TodayIn(zone);
        DateOnly asked;
        do
        {
            asked = gridStart;
            await events.RunAsync(Gone);
        }
        while (asked != gridStart && !Gone.IsCancellationRequested);
        StateHasChanged();
    }

    private void Turn(DateOnly to)
    {
        month = to;
        var before = ((int)to.DayOfWeek - (int)weekStart + 7) % 7;
        (gridStart, weeks) = (to.AddDays(-before), (before + DateTime.DaysInMonth(to.Year, to.Month) + 6) / 7);
    }

    private Task GoAsync(int months)
    {
        Turn(month.AddMonths(months));
        return RefreshAsync();
    }

    private Task GoToTodayAsync()
    {
        Turn(MonthOf(TodayIn(zone)));
        return RefreshAsync();
    }

    private Task SetWeekStartAsync(string? day)
    {
        weekStart = Enum.TryParse<DayOfWeek>(day, out var chosen) ? chosen : weekStart;
        Turn(month);
        return RefreshAsync();
    }

    private Task ShowUnmonitoredAsync(ChangeEventArgs change)
    {
        unmonitored = change.Value is true;
        return RefreshAsync();
    }

    private void Toggle(CalendarKind kind)
    {
        if (!hidden.Remove(kind))
        {
            hidden.Add(kind);
        }
    }

    /// <summary>Kinds of which there is nothing are not offered.</summary>
    private bool Told(CalendarKind kind) => events.Value?.Items.Any(happening => happening.Kind == kind) == true || hidden.Contains(kind);

    private CalendarEvent[] Shown(CalendarEvents all) => [.. all.Items.Where(happening => !hidden.Contains(happening.Kind))];
}
