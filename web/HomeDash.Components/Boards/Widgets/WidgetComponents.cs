namespace HomeDash.Components.Boards.Widgets;

/// <summary>Which component shows which kind of widget.</summary>
public static class WidgetComponents
{
    private static readonly Dictionary<string, Type> Known = new()
    {
        ["app"] = typeof(AppWidget),
        ["apps"] = typeof(AppsWidget),
        ["clock"] = typeof(ClockWidget),
        ["note"] = typeof(NoteWidget),
        ["containers"] = typeof(ContainersWidget),
        ["downloads"] = typeof(DownloadsWidget),
        ["dnsHole"] = typeof(DnsHoleWidget),
        ["health"] = typeof(HealthWidget),
        ["systems"] = typeof(SystemsWidget),
        ["playing"] = typeof(PlayingWidget),
        ["addedMedia"] = typeof(AddedMediaWidget),
        ["mediaRequests"] = typeof(MediaRequestsWidget),
        ["calendar"] = typeof(CalendarWidget),
        ["indexers"] = typeof(IndexersWidget),
        ["subtitles"] = typeof(SubtitlesWidget),
        ["smartHome"] = typeof(SmartHomeWidget),
        ["integrations"] = typeof(IntegrationsWidget),
    };

    /// <summary>The component of a kind; null when nothing shows it.</summary>
    public static Type? Of(string kind) => Known.GetValueOrDefault(kind);
}
