using HomeDash.Integrations;
using HomeDash.Simulators;

namespace HomeDash.Tests.DnsHole;

/// <summary>A household with all its DNS blockers: two Pi-holes (of version 6 and 5), an AdGuard Home and a Technitium DNS.</summary>
internal sealed class Household : IAsyncDisposable
{
    private Household(PiHoleSixSimulator six, PiHoleFiveSimulator five, AdGuardHomeSimulator guard, TechnitiumDnsSimulator technitium) =>
        (Six, Five, Guard, Technitium) = (six, five, guard, technitium);

    public CapabilityHouse House { get; private set; } = null!;

    /// <summary>Called <c>Attic</c>.</summary>
    public PiHoleSixSimulator Six { get; }

    /// <summary>Called <c>Cellar</c>.</summary>
    public PiHoleFiveSimulator Five { get; }

    /// <summary>Called <c>Guard</c>.</summary>
    public AdGuardHomeSimulator Guard { get; }

    /// <summary>Called <c>Office</c>.</summary>
    public TechnitiumDnsSimulator Technitium { get; }

    /// <summary>The clock of all services.</summary>
    public SteppedClock Clock { get; private init; } = null!;

    /// <summary>Starts it.</summary>
    /// <param name="connected">The names of those that are connected; all when none is named.</param>
    public static async Task<Household> StartAsync(params IReadOnlyList<string> connected)
    {
        var clock = new SteppedClock();
        var household = new Household(
            await PiHoleSixSimulator.StartAsync(clock), await PiHoleFiveSimulator.StartAsync(clock), await AdGuardHomeSimulator.StartAsync(clock), await TechnitiumDnsSimulator.StartAsync(clock))
        {
            Clock = clock,
        };
        Integration[] all =
        [
            new("attic-id", "Attic", "piHole", household.Six.Url.ToString()) { Credentials = new(ApiKey: new(household.Six.Password!)) },
            new("cellar-id", "Cellar", "piHole", household.Five.Url.ToString()) { Credentials = new(ApiKey: new(household.Five.Token)) },
            new("guard-id", "Guard", "adGuardHome", household.Guard.Url.ToString()) { Credentials = new("admin", new(household.Guard.Password)) },
            new("office-id", "Office", "technitiumDns", household.Technitium.Url.ToString()) { Credentials = new("admin", new(household.Technitium.Password)) },
            new("nas-id", "nas", "docker", "unix:///nowhere.sock"),
        ];
        household.House = await CapabilityHouse.StartAsync(
            services => services.AddHomeDashIntegrations().AddDnsHole(), [.. all.Where(one => connected.Count == 0 || connected.Contains(one.Name))]);
        return household;
    }

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        await Six.DisposeAsync();
        await Five.DisposeAsync();
        await Guard.DisposeAsync();
        await Technitium.DisposeAsync();
    }
}
