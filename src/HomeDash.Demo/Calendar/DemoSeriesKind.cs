namespace HomeDash.Demo;

/// <summary>A Sonarr in memory.</summary>
internal sealed class DemoSeriesKind(TimeProvider clock) : DemoKind<DemoCollector>("demoSonarr", "Demo Sonarr")
{
    private static readonly string[] Titles = ["The Signal", "Cold Start", "Packet Loss", "Failover", "Uptime", "The Long Reboot", "Split Brain", "Last Backup"];

    private static readonly IReadOnlyList<DemoRelease> Shelf =
    [
        .. Titles.Select((title, index) => new DemoRelease(CalendarKind.Air, "Rack and Ruin", (index * 7) - 19, 20, title, 3, index + 1, HasFile: index < 2)),
        .. Titles.Select((title, index) => new DemoRelease(CalendarKind.Air, "Night Shift", (index * 3) - 8, 3, null, 1, index + 4, HasFile: index < 1)),
        .. Enumerable.Range(1, 10).Select(day => new DemoRelease(CalendarKind.Air, "Garage Talk", (day * 2) - 9, 18, $"Episode {day + 140}", 12, day + 40, Monitored: false)),
        new(CalendarKind.Air, "The Cable Guys", 2, 21, "Pilot", 1, 1),
        new(CalendarKind.Air, "The Cable Guys", 2, 22, "Crossed Pairs", 1, 2),
    ];

    public override IIntegrationClient Connect(Integration integration) => new DemoCollector(integration.Name, Shelf, clock);
}
