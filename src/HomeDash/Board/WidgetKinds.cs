using static HomeDash.WidgetOptionType;

namespace HomeDash;

/// <summary>The kinds of widgets there are.</summary>
public static class WidgetKinds
{
    /// <summary>All of them, in the order in which people are offered them.</summary>
    public static IReadOnlyList<WidgetKind> All { get; } =
    [
        new("app", "App", "A link to one app, with how it answers.", new(2, 1), new(2, 1),
            [new("app", Text, "The app's name or id.", Required: true)], "app"),
        new("apps", "Apps", "Links to all apps, or to those that fit a search.", new(6, 3), new(4, 4),
            [new("search", Text, "Only apps with this in their name, description or link.")], "app"),
        new("clock", "Clock", "The time and the date.", new(2, 1), new(2, 1),
            [
                new("timeZone", Text, "An IANA time zone such as Europe/Berlin; left out, that of the browser."),
                new("seconds", WidgetOptionType.Boolean, "Whether it shows seconds.", Default: "false"),
            ]),
        new("note", "Note", "A text that somebody wrote down for everybody.", new(3, 2), new(4, 2),
            [new("text", LongText, "What it says.", Required: true)]),
        new("containers", "Containers", "The containers of Docker and how they are.", new(6, 4), new(4, 4),
            [
                new("search", Text, "Only containers with this in their name or image."),
                new("troubled", WidgetOptionType.Boolean, "Only those that are not well.", Default: "false"),
            ], "docker"),
        new("downloads", "Downloads", "What is being downloaded, how fast and how long yet, with a way to hold it.", new(6, 4), new(4, 4),
            [new("active", WidgetOptionType.Boolean, "Only those that are moving.", Default: "false")], "downloads"),
        new("dnsHole", "DNS blocking", "How much is blocked, with a switch that pauses it.", new(4, 3), new(4, 3), [], "dnsHole"),
        new("health", "Is anything broken?", "What is wrong in the house, and what to do about it.", new(6, 3), new(4, 4), [], "healthMonitoring"),
        new("systems", "Systems", "Processor and memory of the watched machines.", new(4, 3), new(4, 3), [], "healthMonitoring"),
        new("playing", "Now playing", "What is played on the media servers, by whom and where.", new(4, 3), new(4, 3), [], "mediaServer"),
        new("addedMedia", "Recently added", "What came into the libraries of the media servers.", new(4, 4), new(4, 4), [], "mediaServer"),
        new("mediaRequests", "Media requests", "What was requested, and how far it is.", new(6, 4), new(4, 4),
            [new("pending", WidgetOptionType.Boolean, "Only those that wait for an answer.", Default: "false")], "mediaRequests"),
        new("calendar", "Calendar", "What comes out and what happens in the next days.", new(4, 4), new(4, 4),
            [
                new("days", Number, "How many days ahead.", Default: "7", Least: 1, Most: 31),
                new("timeZone", Text, "An IANA time zone such as Europe/Berlin; left out, that of the house."),
            ], "calendar"),
        new("indexers", "Indexers", "Where releases are looked for, and whether that works.", new(4, 3), new(4, 3), [], "indexer"),
        new("subtitles", "Subtitles", "How much still lacks subtitles.", new(4, 2), new(4, 2), [], "subtitles"),
        new("smartHome", "Smart home", "Lights, heating and blinds, with switches.", new(4, 4), new(4, 4),
            [
                new("area", Text, "Only what is in this area."),
                new("entities", Texts, "Only these entities, by name or id, in this order."),
            ], "smartHome"),
        new("integrations", "Integrations", "The connected services and whether they answer.", new(4, 3), new(4, 3), [], "integration"),
    ];

    /// <summary>The kind of this name; null when there is none.</summary>
    public static WidgetKind? Find(string kind) => All.FirstOrDefault(known => known.Kind == kind);
}
