namespace HomeDash.Integrations.Proxmox;

/// <summary>What every answer is wrapped in.</summary>
internal sealed record ProxmoxAnswer<T>(T Data);

/// <summary>GET /version.</summary>
internal sealed record ProxmoxVersion(string Version);

/// <summary>An entry of GET /cluster/resources. What a token may not see is left out, whole entries and single values.</summary>
/// <param name="Type"><c>node</c>, <c>qemu</c>, <c>lxc</c>, <c>storage</c>, or something that is not shown.</param>
/// <param name="Cpu">Use of all cores, 0 to 1.</param>
/// <param name="Maxcpu">How many cores there are.</param>
/// <param name="Mem">In bytes.</param>
/// <param name="Maxmem">In bytes.</param>
/// <param name="Disk">In bytes; 0 for virtual machines, of which Proxmox does not know.</param>
/// <param name="Maxdisk">In bytes.</param>
/// <param name="Uptime">In seconds.</param>
/// <param name="Template">1 for a template.</param>
/// <param name="Shared">1 for storage that all nodes share.</param>
internal sealed record ProxmoxResource(
    string Type,
    string? Node = null,
    string? Name = null,
    string? Status = null,
    int? Vmid = null,
    double? Cpu = null,
    double? Maxcpu = null,
    double? Mem = null,
    double? Maxmem = null,
    double? Disk = null,
    double? Maxdisk = null,
    double? Uptime = null,
    int? Template = null,
    string? Hastate = null,
    string? Storage = null,
    string? Plugintype = null,
    int? Shared = null);
