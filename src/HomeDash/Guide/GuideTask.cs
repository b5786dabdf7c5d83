namespace HomeDash;

/// <summary>What people ask for often, and the calls that do it, in their order.</summary>
/// <param name="Name">The task in a few words.</param>
/// <param name="Steps">The calls.</param>
internal sealed record GuideTask(string Name, IReadOnlyList<GuideStep> Steps)
{
    /// <summary>The tasks that the guide has steps for.</summary>
    public static IReadOnlyList<GuideTask> All { get; } =
    [
        new("See whether anything is broken", [
            new("healthMonitoring.report", "the verdict, the findings and the calls that help"),
            new("docker.logs", "of a container that is found unwell"),
            new("integration.test", "of a service that does not answer"),
        ]),
        new("Help a container that misbehaves", [
            new("docker.get", "state, exit code, health, mounts"),
            new("docker.logs", "what it wrote last"),
            new("docker.events", "what happened to it lately"),
            new("docker.restart", "after the user has said yes"),
        ]),
        new("Update a container", [
            new("docker.updates", "whether there is a newer image"),
            new("docker.recreate", "with pull true; with dryRun true first"),
            new("docker.get", "whether it runs again"),
        ]),
        new("Look after downloads", [
            new("downloads.list", "what is downloading, what stands still"),
            new("downloads.get", "why one stands still"),
            new("downloads.pause", "and downloads.resume, by name"),
        ]),
        new("Tell what comes out", [
            new("calendar.events", "from one day to another"),
            new("calendar.queued", "what is being fetched already"),
        ]),
        new("Get a film or a series", [
            new("mediaRequests.search", "by its title; it says whether it is there already"),
            new("mediaRequests.request", "with the id that the search gave"),
        ]),
        new("Switch lights and other things", [
            new("smartHome.search", "by the words of the user"),
            new("smartHome.turnOn", "with the names that the search gave"),
            new("smartHome.turnOff", "likewise"),
        ]),
        new("Let something through the DNS filter", [
            new("dnsHole.summary", "whether the filter is on"),
            new("dnsHole.disable", "for so many seconds; it comes back by itself"),
        ]),
        new("Change a board", [
            new("board.get", "sections, items and their places"),
            new("board.widgets", "the kinds of widgets and their options"),
            new("board.addItem", "one widget"),
            new("board.arrange", "to other places or sizes"),
        ]),
        new("Connect a service", [
            new("integration.kinds", "what can be connected, and what each signs in with"),
            new("integration.list", "what is connected; passwords and keys are entered by a person in the dashboard"),
            new("integration.test", "whether it works"),
        ]),
    ];
}

/// <summary>One call of a task.</summary>
/// <param name="Procedure">The procedure's path.</param>
/// <param name="What">What for.</param>
internal sealed record GuideStep(string Procedure, string What);
