namespace HomeDash.Integrations.Proxmox;

/// <summary>Turns Proxmox' flat list of resources into a cluster.</summary>
internal static class ProxmoxMapping
{
    public static ClusterState Cluster(string integration, string version, IReadOnlyList<ProxmoxResource> resources)
    {
        var byType = resources.Where(resource => resource.Template != 1).ToLookup(resource => resource.Type);
        var guests = byType["qemu"].Select(one => Guest(one, GuestKind.VirtualMachine)).Concat(byType["lxc"].Select(one => Guest(one, GuestKind.Container)));

        // Shared storage is listed once for each node, and is one all the same.
        var storage = byType["storage"].GroupBy(one => one.Shared == 1 ? one.Storage : $"{one.Node}/{one.Storage}")
            .Select(same => Storage(same.FirstOrDefault(one => one.Status == "available") ?? same.First()));
        return new(
            integration,
            [.. byType["node"].Select(Node).OrderBy(node => node.Name, StringComparer.OrdinalIgnoreCase)],
            [.. guests.OrderBy(guest => guest.Name, StringComparer.OrdinalIgnoreCase)],
            [.. storage.OrderBy(one => one.Name, StringComparer.OrdinalIgnoreCase).ThenBy(one => one.Node, StringComparer.OrdinalIgnoreCase)],
            version);
    }

    private static ClusterNode Node(ProxmoxResource resource) => new(
        resource.Node ?? "",
        resource.Status switch { "online" => NodeStatus.Online, "offline" => NodeStatus.Offline, _ => NodeStatus.Unknown },
        Percent(resource.Cpu), (int?)resource.Maxcpu, (long?)resource.Mem, (long?)resource.Maxmem, resource.Uptime);

    private static ClusterGuest Guest(ProxmoxResource resource, GuestKind kind) => new(
        resource.Vmid ?? 0,
        resource.Name ?? $"{resource.Vmid}",
        kind,
        resource.Node ?? "",
        resource.Status switch { "running" => GuestStatus.Running, "stopped" => GuestStatus.Stopped, "paused" or "suspended" => GuestStatus.Paused, _ => GuestStatus.Unknown },
        Percent(resource.Cpu), (int?)resource.Maxcpu, (long?)resource.Mem, (long?)resource.Maxmem,
        kind == GuestKind.Container ? (long?)resource.Disk : null, (long?)resource.Maxdisk, resource.Uptime, resource.Hastate);

    private static ClusterStorage Storage(ProxmoxResource resource) => new(
        resource.Storage ?? "",
        resource.Node ?? "",
        resource.Status == "available",
        resource.Shared == 1,
        resource.Plugintype,
        (long?)resource.Disk,
        (long?)resource.Maxdisk,
        resource is { Disk: { } used, Maxdisk: > 0 and var size } ? Math.Round(100 * used / size, 1) : null);

    private static double? Percent(double? share) => share is { } known ? Math.Round(known * 100, 1) : null;
}
