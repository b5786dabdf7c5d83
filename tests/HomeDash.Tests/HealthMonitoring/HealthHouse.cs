using System.Text.Json;
using HomeDash.Integrations;
using HomeDash.Procedures;
using HomeDash.Simulators;
using HomeDash.Tests.Docker;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests.HealthMonitoring;

/// <summary>A house with a Docker engine <c>dock</c>, a machine <c>Attic</c> watched by Glances, and a Proxmox cluster <c>Rack</c>; all is well in it.</summary>
internal sealed class HealthHouse : IAsyncDisposable
{
    private CapabilityHouse house = null!;

    public ScriptedEngine Engine { get; } = new ScriptedEngine("dock").With("plex").With("backup", state: RunState.Exited).Change("backup", backup => backup with { ExitCode = 0 });

    public GlancesSimulator Glances { get; private init; } = null!;

    public ProxmoxSimulator Proxmox { get; private init; } = null!;

    /// <summary>Starts it.</summary>
    /// <param name="connected">The names of those that are connected; all when none is named.</param>
    public static async Task<HealthHouse> StartAsync(params IReadOnlyList<string> connected)
    {
        var house = new HealthHouse { Glances = await GlancesSimulator.StartAsync(), Proxmox = await ProxmoxSimulator.StartAsync() };
        Integration[] all =
        [
            new("dock-id", "dock", "scripted", "scripted://here"),
            new("attic-id", "Attic", "glances", house.Glances.Url.ToString()),
            new("rack-id", "Rack", "proxmox", house.Proxmox.Url.ToString()) { Credentials = new("homedash@pve", ApiKey: new("secret-of-proxmox"), TokenId: "dashboard") },
        ];
        house.house = await CapabilityHouse.StartAsync(
            services => services.AddHomeDashIntegrations().AddDocker().AddHealthMonitoring().AddSingleton<IIntegrationKind>(new OneClientKind("scripted", house.Engine)),
            [.. all.Where(one => connected.Count == 0 || connected.Contains(one.Name))]);
        return house;
    }

    public Task<JsonElement> CallAsync(string path, string input = "{}", Caller? caller = null) => house.CallAsync(path, input, caller);

    public Task<ProcedureError> FailAsync(string path, string input = "{}", Caller? caller = null) => house.FailAsync(path, input, caller);

    public Task<List<JsonElement>> StreamAsync(string path, Func<JsonElement, bool> enough) => house.StreamAsync(path, "{}", enough);

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
        await Glances.DisposeAsync();
        await Proxmox.DisposeAsync();
    }
}
