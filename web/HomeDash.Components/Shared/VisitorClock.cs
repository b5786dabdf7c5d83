using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Components;

namespace HomeDash.Components.Shared;

/// <summary>Asks the browser where its visitor is, once, and shows nothing.</summary>
public sealed class VisitorClock : ScriptedComponent
{
    /// <summary>Called with what the browser says.</summary>
    [Parameter, EditorRequired]
    public EventCallback<Clock> Read { get; set; }

    /// <inheritdoc/>
    protected override string Script => "visitor";

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Read.InvokeAsync(await CallScriptAsync<Clock?>("clock") ?? new(null, 1));
        }
    }

    /// <summary>How a visitor reads clock and calendar.</summary>
    /// <param name="TimeZone">The IANA name of the visitor's time zone; null when the browser does not say.</param>
    /// <param name="FirstDay">The first day of the week: 1 is Monday, 7 Sunday.</param>
    public sealed record Clock([property: JsonPropertyName("timeZone")] string? TimeZone, [property: JsonPropertyName("firstDay")] int FirstDay)
    {
        /// <summary>The zone, or the server's when the browser names none that the server knows.</summary>
        public TimeZoneInfo Zone(TimeProvider clock) => TimeZone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : clock.LocalTimeZone;

        /// <summary>The first day of the week.</summary>
        public DayOfWeek WeekStart => (DayOfWeek)(FirstDay % 7);
    }
}
