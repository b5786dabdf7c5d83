using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Simulators;

/// <summary>Emby 4.8: everything under /emby, the key in X-Emby-Token, 401 with a line of text, and the bit rate at the item.</summary>
public sealed class EmbySimulator : MediaBrowserSimulator
{
    protected override string Prefix => "/emby";

    protected override JsonObject System => new() { ["ServerName"] = "nas", ["Version"] = "4.8.10.0", ["Id"] = "88", ["OperatingSystem"] = "Linux" };

    /// <summary>Starts one.</summary>
    public static async Task<EmbySimulator> StartAsync()
    {
        var simulator = new EmbySimulator();
        await simulator.ServeAsync();
        return simulator;
    }

    protected override IResult? Refusal(HttpRequest request) => request.Headers["X-Emby-Token"] == Key ? null : Results.Text("Access token is invalid or expired.", statusCode: 401);

    protected override JsonObject Item(SimulatedPlayback one)
    {
        var item = base.Item(one);
        item["Bitrate"] = one.KilobitsPerSecond * 1000;
        return item;
    }
}
