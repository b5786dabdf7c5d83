using System.Text.Json;
using HomeDash.Integrations;
using HomeDash.Simulators;

namespace HomeDash.Tests.SmartHome;

/// <summary>A house with a Home Assistant, called <c>Home</c>.</summary>
internal sealed class SmartHouse : IAsyncDisposable
{
    public CapabilityHouse House { get; private set; } = null!;

    public HomeAssistantSimulator Hub { get; private init; } = null!;

    /// <summary>Starts it.</summary>
    /// <param name="others">What is connected besides.</param>
    public static async Task<SmartHouse> StartAsync(params IReadOnlyList<Integration> others)
    {
        var hub = await HomeAssistantSimulator.StartAsync();
        return new()
        {
            Hub = hub,
            House = await CapabilityHouse.StartAsync(
                services => services.AddHomeDashIntegrations().AddSmartHome(),
                [new("home-id", "Home", "homeAssistant", hub.Url.ToString()) { Credentials = new(ApiKey: new(hub.Token)) }, .. others]),
        };
    }

    /// <summary>Does something to targets, and expects an outcome for each.</summary>
    public async Task<JsonElement[]> DoAsync(string procedure, string input) => [.. (await House.CallAsync($"smartHome.{procedure}", input)).GetProperty("items").EnumerateArray()];

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        await Hub.DisposeAsync();
    }
}
