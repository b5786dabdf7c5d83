namespace HomeDash.Contract.Tests;

/// <summary>A call of every procedure that the demo house has, in an order in which each finds what it needs.</summary>
internal static class DemoCalls
{
    /// <summary>The calls. In an input <c>{path.property}</c> stands for what an earlier call answered.</summary>
    public static IReadOnlyList<DemoCall> All { get; } =
    [
        new("info.get", "{}"),
        new("info.health", "{}"),
        new("tools.list", "{}"),
        new("integration.kinds", "{}"),
        new("integration.list", "{}"),
        new("integration.get", """{"integration":"demo engine"}"""),
        new("integration.test", """{"integration":"demo engine"}"""),
        new("integration.create", """{"kind":"demoDocker","name":"Garage","url":"demo://garage"}"""),
        new("integration.setAccess", """{"integration":"garage","access":"use","group":"everyone"}"""),
        new("integration.listAccess", """{"integration":"garage"}"""),
        new("integration.update", """{"integration":"garage","name":"Cellar"}"""),
        new("downloads.list", "{}"),
        new("downloads.get", """{"download":"ubuntu"}"""),
        new("downloads.watch", "{}"),
        new("downloads.pause", """{"downloads":["ubuntu","debian"]}"""),
        new("downloads.resume", """{"downloads":["ubuntu"]}"""),
        new("downloads.add", """{"integration":"demo downloads","link":"magnet:?xt=urn:btih:c12fe1c06bba254a9dc9f519b335aa7c1367a88a&dn=Fedora"}"""),
        new("downloads.delete", """{"downloads":["Fedora"],"files":true}"""),
        new("downloads.setSpeedLimit", """{"integration":"demo downloads","downBytesPerSecond":1000000}"""),
        new("downloads.pauseAll", """{"integrations":["demo downloads"]}"""),
        new("downloads.resumeAll", """{"integrations":["demo downloads"]}"""),
        new("docker.list", "{}"),
        new("docker.get", """{"container":"demo engine/plex"}"""),
        new("docker.logs", """{"container":"demo engine/plex","tail":5}"""),
        new("docker.stop", """{"containers":["demo engine/grafana"]}"""),
        new("docker.start", """{"containers":["demo engine/grafana"]}"""),
        new("docker.restart", """{"containers":["demo engine/plex"]}"""),
        new("docker.remove", """{"containers":["demo engine/backup"]}"""),
        new("docker.events", "{}"),
        new("docker.followLogs", """{"container":"demo engine/plex"}"""),
        new("docker.watchEvents", "{}", While: new("docker.restart", """{"containers":["demo engine/plex"]}""")),
        new("healthMonitoring.systems", "{}"),
        new("healthMonitoring.disks", """{"integrations":["demo machine"]}"""),
        new("healthMonitoring.sensors", "{}"),
        new("healthMonitoring.cluster", "{}"),
        new("healthMonitoring.report", "{}"),
        new("healthMonitoring.watch", "{}"),
        new("dnsHole.summary", "{}"),
        new("dnsHole.topBlocked", """{"limit":3}"""),
        new("dnsHole.disable", """{"integrations":["Pi-hole"],"seconds":300}"""),
        new("dnsHole.watch", "{}"),
        new("dnsHole.enable", """{"integrations":["Pi-hole"]}"""),
        new("integration.delete", """{"integration":"cellar"}"""),
        new("app.list", "{}"),
        new("app.search", """{"text":"plex"}"""),
        new("app.create", """{"name":"Jellyfin"}"""),
        new("app.get", """{"app":"jellyfin"}"""),
        new("app.update", """{"app":"jellyfin","description":"Films"}"""),
        new("app.delete", """{"app":"jellyfin"}"""),
        new("user.list", "{}"),
        new("user.create", """{"name":"bob","password":"long enough"}"""),
        new("user.get", """{"user":"bob"}"""),
        new("user.update", """{"user":"bob","disabled":true}"""),
        new("user.changePassword", """{"user":"bob","password":"longer than that"}"""),
        new("apiKeys.create", """{"name":"laptop","user":"bob"}"""),
        new("apiKeys.list", "{}"),
        new("apiKeys.revoke", """{"id":"{apiKeys.create.key.id}"}"""),
        new("group.permissions", "{}"),
        new("group.create", """{"name":"Family"}"""),
        new("group.update", """{"group":"family","name":"Guests"}"""),
        new("group.addMembers", """{"group":"guests","users":["bob"]}"""),
        new("group.grantPermissions", """{"group":"guests","permissions":["docker.view"]}"""),
        new("group.get", """{"group":"guests"}"""),
        new("group.list", "{}"),
        new("group.revokePermissions", """{"group":"guests","permissions":["docker.view"]}"""),
        new("group.removeMembers", """{"group":"guests","users":["bob"]}"""),
        new("group.delete", """{"group":"guests"}"""),
        new("user.delete", """{"user":"bob"}"""),
    ];
}

/// <summary>A call.</summary>
/// <param name="Path">Of which procedure.</param>
/// <param name="Input">With what.</param>
/// <param name="While">What has to be called meanwhile for a subscription to have something to tell.</param>
internal sealed record DemoCall(string Path, string Input, DemoCall? While = null);
