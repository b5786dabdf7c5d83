namespace HomeDash.Contract.Tests;

/// <summary>A call of every procedure that the demo house has, in an order in which each finds what it needs.</summary>
internal static class DemoCalls
{
    /// <summary>Path and input. <c>{path.property}</c> stands for what an earlier call answered.</summary>
    public static IReadOnlyList<(string Path, string Input)> All { get; } =
    [
        ("info.get", "{}"),
        ("info.health", "{}"),
        ("tools.list", "{}"),
        ("integration.kinds", "{}"),
        ("integration.list", "{}"),
        ("integration.get", """{"integration":"demo engine"}"""),
        ("integration.test", """{"integration":"demo engine"}"""),
        ("integration.create", """{"kind":"demoDocker","name":"Garage","url":"demo://garage"}"""),
        ("integration.update", """{"integration":"garage","name":"Cellar"}"""),
        ("docker.list", "{}"),
        ("docker.get", """{"container":"demo engine/plex"}"""),
        ("docker.logs", """{"container":"demo engine/plex","tail":5}"""),
        ("docker.stop", """{"containers":["demo engine/grafana"]}"""),
        ("docker.start", """{"containers":["demo engine/grafana"]}"""),
        ("docker.restart", """{"containers":["demo engine/plex"]}"""),
        ("docker.remove", """{"containers":["demo engine/backup"]}"""),
        ("docker.events", "{}"),
        ("docker.followLogs", """{"container":"demo engine/plex"}"""),
        ("docker.watchEvents", "{}"),
        ("healthMonitoring.systems", "{}"),
        ("healthMonitoring.disks", """{"integrations":["demo machine"]}"""),
        ("healthMonitoring.sensors", "{}"),
        ("healthMonitoring.cluster", "{}"),
        ("healthMonitoring.report", "{}"),
        ("healthMonitoring.watch", "{}"),
        ("integration.delete", """{"integration":"cellar"}"""),
        ("app.list", "{}"),
        ("app.search", """{"query":"plex"}"""),
        ("app.create", """{"name":"Jellyfin"}"""),
        ("app.get", """{"app":"jellyfin"}"""),
        ("app.update", """{"app":"jellyfin","description":"Films"}"""),
        ("app.delete", """{"app":"jellyfin"}"""),
        ("user.list", "{}"),
        ("user.create", """{"name":"bob","password":"long enough"}"""),
        ("user.update", """{"user":"bob","disabled":true}"""),
        ("user.changePassword", """{"user":"bob","password":"longer than that"}"""),
        ("apiKeys.create", """{"name":"laptop","user":"bob"}"""),
        ("apiKeys.list", "{}"),
        ("apiKeys.revoke", """{"id":"{apiKeys.create.key.id}"}"""),
    ];
}
