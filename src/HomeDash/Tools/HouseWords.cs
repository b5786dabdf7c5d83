using HomeDash.Procedures;

namespace HomeDash;

/// <summary>How people ask for what HomeDash can do, where they use other words than its tools do.</summary>
internal sealed class HouseWords : ISearchWords
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> ByName { get; } = new Dictionary<string, string>
    {
        ["apiKeys"] = "token access credential",
        ["app"] = "link bookmark site website",
        ["app.status"] = "up down online offline reachable",
        ["board"] = "dashboard page tile layout",
        ["calendar"] = "upcoming release schedule coming week tonight",
        ["calendar.missing"] = "lacking not there wanted",
        ["dnsHole"] = "ad ads advert adverts advertising adblock adblocker blocker blocking tracker pihole adguard dns",
        ["dnsHole.disable"] = "pause allow unblock turn off",
        ["dnsHole.enable"] = "block again resume turn on",
        ["dnsHole.summary"] = "blocked statistics",
        ["docker"] = "container containers app service server plex sonarr radarr grafana",
        ["docker.list"] = "running down which what",
        ["docker.logs"] = "log output error lines",
        ["docker.pull"] = "download newer update upgrade",
        ["docker.recreate"] = "update upgrade newer version",
        ["docker.restart"] = "reboot bounce again",
        ["docker.start"] = "boot launch run up",
        ["docker.stop"] = "kill shut down halt",
        ["docker.updates"] = "newer upgrade outdated",
        ["docker.prune"] = "clean up free space",
        ["docker.unused"] = "clean up free space",
        ["downloads"] = "torrent torrents usenet transfer queue qbittorrent",
        ["downloads.list"] = "downloading progress what now",
        ["downloads.setSpeedLimit"] = "slow throttle bandwidth faster",
        ["healthMonitoring"] = "machine computer nas server hardware",
        ["healthMonitoring.disks"] = "full space storage free",
        ["healthMonitoring.report"] = "broken wrong problem ok okay fine alright everything house",
        ["healthMonitoring.sensors"] = "hot warm temperature fan",
        ["healthMonitoring.systems"] = "cpu memory load busy slow",
        ["indexer"] = "tracker prowlarr",
        ["info.get"] = "version uptime about",
        ["integration"] = "service connection connect",
        ["invite"] = "account friend family sign up",
        ["mediaRequests"] = "overseerr jellyseerr film movie movies series show tv",
        ["mediaRequests.request"] = "want get add watch",
        ["mediaRequests.search"] = "find film movie series",
        ["mediaServer"] = "plex jellyfin emby film movie music",
        ["mediaServer.recent"] = "new lately added latest",
        ["mediaServer.sessions"] = "who watching watch listening playing plays streaming now",
        ["settings"] = "configuration option preference",
        ["smartHome"] = "device room home",
        ["smartHome.list"] = "light lights lamp sensor door window on",
        ["smartHome.open"] = "blind blinds shutter garage cover",
        ["smartHome.close"] = "blind blinds shutter garage cover",
        ["smartHome.setLevel"] = "dim brighten brightness light lights",
        ["smartHome.setTemperature"] = "heating warmer colder warm thermostat heat",
        ["smartHome.turnOff"] = "light lights lamp lamps switch plug",
        ["smartHome.turnOn"] = "light lights lamp lamps switch plug",
        ["subtitles"] = "bazarr caption captions",
        ["tools"] = "mcp",
        ["user"] = "person people account",
    };
}
