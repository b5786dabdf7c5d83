namespace HomeDash.Demo;

/// <summary>A Radarr in memory.</summary>
internal sealed class DemoFilmsKind(TimeProvider clock) : DemoKind<DemoCollector>("demoRadarr", "Demo Radarr")
{
    private static readonly IReadOnlyList<DemoRelease> Shelf =
    [
        new(CalendarKind.Digital, "The Quiet Datacenter", -3),
        new(CalendarKind.Physical, "Sintel Returns", -11),
        new(CalendarKind.Digital, "Blue Lamp", -26),
        new(CalendarKind.Cinema, "A Rack with a View", 1),
        new(CalendarKind.Digital, "Big Buck Bunny 2", 4),
        new(CalendarKind.Physical, "Tears of Copper", 9),
        new(CalendarKind.Cinema, "Elephants Wake", 13),
        new(CalendarKind.Digital, "A Rack with a View", 40),
    ];

    public override IIntegrationClient Connect(Integration integration) => new DemoCollector(integration.Name, Shelf, clock);
}
