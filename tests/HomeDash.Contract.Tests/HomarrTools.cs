namespace HomeDash.Contract.Tests;

/// <summary>Every tool that Homarr 1.74 offers over MCP, and what does it here.</summary>
internal static class HomarrTools
{
    private const string ByAPerson = "A secret goes in or out, and none passes through a model: a person does it on the page";

    /// <summary>In the order of Homarr's own list.</summary>
    public static IReadOnlyList<HomarrTool> All { get; } =
    [
        new("app_getPaginated", ["app_list"]),
        new("app_all", ["app_list"]),
        new("app_search", ["app_search"]),
        new("app_byId", ["app_get"]),
        new("app_create", ["app_create"]),
        new("app_update", ["app_update"]),
        new("app_delete", ["app_delete"]),
        new("apiKeys_getAll", ["apiKeys_list"]),
        new("apiKeys_create", [], $"{ByAPerson} API."),
        new("apiKeys_delete", ["apiKeys_revoke"]),
        new("board_getAllBoards", ["board_list"]),
        new("board_createBoard", ["board_create"]),
        new("board_duplicateBoard", ["board_duplicate"]),
        new("board_renameBoard", ["board_rename"]),
        new("board_changeBoardVisibility", ["board_setVisibility"]),
        new("board_deleteBoard", ["board_delete"]),
        new("board_setHomeBoard", ["board_setHome"]),
        new("board_setMobileHomeBoard", ["board_setHome"]),
        new("board_savePartialBoardSettings", ["board_update"]),
        new("board_addItem", ["board_addItem"]),
        new("docker_getContainers", ["docker_list"]),
        new("docker_startAll", ["docker_start"]),
        new("docker_stopAll", ["docker_stop"]),
        new("docker_restartAll", ["docker_restart"]),
        new("docker_removeAll", ["docker_remove"]),
        new("docker_logs", ["docker_logs"]),
        new("icon_findIcons", ["icon_search"]),
        new("info_getInfo", ["info_get"]),
        new("integration_getKinds", ["integration_kinds"]),
        new("integration_all", ["integration_list"]),
        new("integration_search", ["integration_list"]),
        new("integration_byId", ["integration_get"]),
        new("integration_create", [], $"{ByAPerson} Integrations, or on the command line."),
        new("integration_delete", ["integration_delete"]),
        new("integration_searchInIntegration", ["mediaRequests_search"]),
        new("integration_mediaRequestSearchTargets", ["integration_list"]),
        new("integration_searchMediaRequests", ["mediaRequests_search"]),
        new("integration_getMediaRequestOptions", ["mediaRequests_options"]),
        new("integration_requestMedia", ["mediaRequests_request"]),
        new("invite_getAll", ["invite_list"]),
        new("invite_createInvite", [], $"{ByAPerson} Invites."),
        new("invite_deleteInvite", ["invite_delete"]),
        new("bazarr_getBadges", ["subtitles_badges"]),
        new("serverSettings_getBoardSettings", ["settings_get"]),
        new("serverSettings_updateBoardSettings", ["settings_update"]),
        new("beszel_getSystems", [], "Beszel is not connected yet; Glances, Netdata, Dash. and Proxmox tell the same by healthMonitoring_systems."),
        new("beszel_getAlerts", [], "Beszel is not connected yet; healthMonitoring_report says what is wrong in the whole house."),
        new("beszel_getSystemStats", [], "Beszel is not connected yet; healthMonitoring_systems says how busy machines are now, and nothing keeps how busy they were."),
        new("calendar_findAllEvents", ["calendar_events"]),
        new("dnsHole_summary", ["dnsHole_summary"]),
        new("dnsHole_enable", ["dnsHole_enable"]),
        new("dnsHole_disable", ["dnsHole_disable"]),
        new("downloads_getJobsAndStatuses", ["downloads_list"]),
        new("downloads_pause", ["downloads_pauseAll"]),
        new("downloads_resume", ["downloads_resumeAll"]),
        new("healthMonitoring_getSystemHealthStatus", ["healthMonitoring_systems", "healthMonitoring_sensors"]),
        new("healthMonitoring_listStorageVolumes", ["healthMonitoring_disks"]),
        new("healthMonitoring_getClusterHealthStatus", ["healthMonitoring_cluster"]),
        new("mediaRequests_getLatestRequests", ["mediaRequests_list"]),
        new("mediaRequests_getStats", ["mediaRequests_stats"]),
        new("mediaRequests_answerRequest", ["mediaRequests_approve", "mediaRequests_decline"]),
        new("mediaServer_getCurrentStreams", ["mediaServer_sessions"]),
        new("patchmon_getStats", [], "PatchMon is not connected yet; docker_updates says which containers have newer images."),
        new("smartHome_entityState", ["smartHome_get"]),
        new("smartHome_switchEntity", ["smartHome_toggle"]),
        new("smartHome_executeAutomation", ["smartHome_runAutomation"]),
        new("widgetSecrets_setSecret", [], "No widget keeps a secret of its own: secrets belong to integrations."),
        new("widgetSecrets_deleteSecret", [], "No widget keeps a secret of its own: secrets belong to integrations."),
        new("widgetSecrets_getConfiguredKinds", [], "No widget keeps a secret of its own: secrets belong to integrations."),
    ];
}

/// <summary>A tool of Homarr's.</summary>
/// <param name="Name">What Homarr calls it.</param>
/// <param name="Here">The tools that do the same here.</param>
/// <param name="WhyNot">Why there is none.</param>
internal sealed record HomarrTool(string Name, IReadOnlyList<string> Here, string? WhyNot = null);
