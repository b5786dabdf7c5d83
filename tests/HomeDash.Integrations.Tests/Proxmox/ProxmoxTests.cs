using HomeDash.Integrations.Proxmox;
using HomeDash.Procedures;
using HomeDash.Simulators;

namespace HomeDash.Integrations.Tests.Proxmox;

public sealed class ProxmoxTests : IAsyncLifetime
{
    private static readonly Credentials Right = new("homedash@pve", ApiKey: new("secret-of-proxmox"), TokenId: "dashboard");

    private ProxmoxSimulator proxmox = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => proxmox = await ProxmoxSimulator.StartAsync();

    public ValueTask DisposeAsync() => proxmox.DisposeAsync();

    [Fact]
    public async Task It_tells_nodes_guests_and_storage()
    {
        using var client = Connect(Right);

        var cluster = await client.ClusterAsync(Cancellation);

        Assert.Equal(("Rack", "8.2.4"), (cluster.Integration, cluster.Version));
        Assert.Equal(
            [
                new("pve1", NodeStatus.Online, 12.8, 8, 8_589_934_592, 34_359_738_368, 1_234_567),
                new("pve2", NodeStatus.Online, 50, 4, 4_294_967_296, 17_179_869_184, 1000),
            ],
            cluster.Nodes);
        Assert.Equal(
            [
                new(101, "pihole", GuestKind.Container, "pve2", GuestStatus.Stopped, 0, 1, 0, 536_870_912, 1_073_741_824, 8_589_934_592, 0, "started"),
                new(100, "windows", GuestKind.VirtualMachine, "pve1", GuestStatus.Running, 25, 4, 4_294_967_296, 8_589_934_592, null, 68_719_476_736, 5000),
            ],
            cluster.Guests);
        Assert.Equal(
            [
                new("local", "pve1", true, false, "dir", 21_474_836_480, 107_374_182_400, 20),
                new("tank", "pve1", true, true, "nfs", 500, 1000, 50),
            ],
            cluster.Storage);
    }

    [Fact]
    public async Task A_node_that_is_away_keeps_nothing_but_its_name()
    {
        proxmox.Find("node/pve2")["status"] = "offline";
        foreach (var value in new[] { "cpu", "maxcpu", "mem", "maxmem", "uptime" })
        {
            proxmox.Find("node/pve2").AsObject().Remove(value);
        }

        proxmox.Find("lxc/101")["status"] = "unknown";
        using var client = Connect(Right);

        var cluster = await client.ClusterAsync(Cancellation);

        Assert.Equal(new("pve2", NodeStatus.Offline), cluster.Nodes[1]);
        Assert.Equal(GuestStatus.Unknown, cluster.Guests[0].Status);
    }

    [Fact]
    public async Task A_token_that_sees_nothing_is_said_to_need_a_role()
    {
        proxmox.MaySee = false;
        using var client = Connect(Right);

        var error = (await Assert.ThrowsAsync<ProcedureException>(() => client.TestAsync(Cancellation))).Error;

        Assert.Equal(ErrorReason.PermissionRefused, error.Reason);
        Assert.Contains("PVEAuditor", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_may_be_copied_in_full()
    {
        using var client = Connect(Right with { Username = "homedash", TokenId = "homedash@pve!dashboard" });

        Assert.Equal(new ServiceVersion("Proxmox VE", "8.2.4"), await client.TestAsync(Cancellation));
    }

    [Fact]
    public void A_user_without_a_realm_is_refused_at_once()
    {
        var error = Assert.Throws<ProcedureException>(() => Connect(Right with { Username = "homedash" })).Error;

        Assert.Contains("root@pam", error.Message, StringComparison.Ordinal);
    }

    private ProxmoxClient Connect(Credentials credentials) =>
        new ProxmoxKind(TimeProvider.System).Connect(new("id", "Rack", "proxmox", proxmox.Url.ToString()) { Credentials = credentials });
}
