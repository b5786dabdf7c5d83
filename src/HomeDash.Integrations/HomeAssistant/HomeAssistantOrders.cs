using System.Globalization;
using System.Text.Json.Nodes;

namespace HomeDash.Integrations.HomeAssistant;

/// <summary>Puts orders into Home Assistant's services.</summary>
internal static class HomeAssistantOrders
{
    /// <summary>The service that does what is ordered, <c>light/turn_on</c>, and its data.</summary>
    /// <param name="order">What is ordered.</param>
    /// <param name="domain">The domain of the entities: what their ids begin with.</param>
    public static (string Service, JsonObject Data) Of(EntityOrder order, string domain) => (order.Action, domain) switch
    {
        (EntityAction.Run, "automation") => ("automation/trigger", []),
        (EntityAction.Run, "button" or "input_button") => ($"{domain}/press", []),
        (EntityAction.TurnOn or EntityAction.Run, _) => ($"{domain}/turn_on", []),
        (EntityAction.TurnOff, _) => ($"{domain}/turn_off", []),
        (EntityAction.SetLevel, "cover") => ("cover/set_cover_position", new() { ["position"] = order.LevelPercent }),
        (EntityAction.SetLevel, "fan") => ("fan/set_percentage", new() { ["percentage"] = order.LevelPercent }),
        (EntityAction.SetLevel, "media_player") => ("media_player/volume_set", new() { ["volume_level"] = order.LevelPercent / 100.0 }),
        (EntityAction.SetLevel, _) when order.LevelPercent == 0 => ($"{domain}/turn_off", []),
        (EntityAction.SetLevel, _) => ($"{domain}/turn_on", new() { ["brightness_pct"] = order.LevelPercent }),
        (EntityAction.SetColor, _) => ($"{domain}/turn_on", new() { ["rgb_color"] = Rgb(order.Color!) }),
        (EntityAction.SetColorTemperature, _) => ($"{domain}/turn_on", new() { ["color_temp_kelvin"] = order.Kelvin }),
        (EntityAction.SetTemperature, _) => ($"{domain}/set_temperature", new() { ["temperature"] = order.Temperature }),
        (EntityAction.Open or EntityAction.Unlock, "cover") => ("cover/open_cover", []),
        (EntityAction.Close, _) => ($"{domain}/close_cover", []),
        (EntityAction.Stop, _) => ($"{domain}/stop_cover", []),
        (EntityAction.Lock or EntityAction.Unlock, _) => ($"{domain}/{order.Action.ToString().ToLower(CultureInfo.InvariantCulture)}", []),
        _ => throw new ArgumentOutOfRangeException(nameof(order), order.Action, null),
    };

    private static JsonArray Rgb(string color)
    {
        var (red, green, blue) = RgbColor.Parts(color);
        return [red, green, blue];
    }
}
