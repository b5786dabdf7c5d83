using System.Globalization;
using System.Text.Json.Nodes;

namespace HomeDash.Simulators;

/// <summary>An entity of the simulated Home Assistant.</summary>
internal sealed class SimulatedEntity(string id, string? area, string state, JsonObject attributes)
{
    public string Id => id;

    public string? Area => area;

    public string State { get; private set; } = state;

    public DateTimeOffset LastChanged { get; private set; } = DateTimeOffset.UtcNow.AddHours(-1);

    /// <summary>States of the past, oldest first.</summary>
    public List<(DateTimeOffset At, string State)> Past { get; } = [(DateTimeOffset.UtcNow.AddHours(-1), state)];

    public JsonObject Show() => new()
    {
        ["entity_id"] = id,
        ["state"] = State,
        ["attributes"] = attributes.DeepClone(),
        ["last_changed"] = LastChanged.ToString("O", CultureInfo.InvariantCulture),
        ["last_updated"] = LastChanged.ToString("O", CultureInfo.InvariantCulture),
        ["context"] = new JsonObject { ["id"] = "01GK", ["parent_id"] = null, ["user_id"] = null },
    };

    public void Set(string newState, params (string Name, JsonNode? Value)[] changes)
    {
        State = newState;
        LastChanged = DateTimeOffset.UtcNow;
        Past.Add((LastChanged, newState));
        foreach (var (name, value) in changes)
        {
            attributes[name] = value?.DeepClone();
        }
    }

    /// <summary>Does what a service says; false when nothing changes by it.</summary>
    public bool Serve(string service, JsonObject data)
    {
        var now = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture);
        switch (id.Split('.')[0], service)
        {
            case ("scene", "turn_on"):
                Set(now);
                return true;
            case ("automation", "trigger"):
            case ("script", "turn_on"):
                Set(State, ("last_triggered", now));
                return true;
            case ("light", "turn_on"):
                Light(data);
                return true;
            case ("light", "turn_off"):
                return Change("off", ("brightness", null), ("rgb_color", null), ("color_temp", null));
            case (_, "turn_on"):
                return Change(id.StartsWith("media_player", StringComparison.Ordinal) ? "idle" : id.StartsWith("climate", StringComparison.Ordinal) ? "heat" : "on");
            case (_, "turn_off"):
                return Change("off");
            case (_, "set_percentage"):
                // Its fan has three speeds.
                Set("on", ("percentage", (int)Math.Ceiling(data["percentage"]!.GetValue<int>() / 33.4) * 100 / 3));
                return true;
            case (_, "volume_set"):
                Set(State, ("volume_level", data["volume_level"]!.GetValue<double>()));
                return true;
            case (_, "set_temperature"):
                Set(State, ("temperature", data["temperature"]!.GetValue<double>()));
                return true;
            case (_, "open_cover"):
                return Change("opening");
            case (_, "close_cover"):
                return Change("closed", ("current_position", 0));
            case (_, "stop_cover"):
                return Change("open");
            case (_, "set_cover_position"):
                var position = data["position"]!.GetValue<int>();
                return Change(position == 0 ? "closed" : "open", ("current_position", position)) || Moved(position);
            case (_, "lock"):
                return Change("locked");
            case (_, "unlock"):
                return Change("unlocked");
            default:
                return false;
        }
    }

    private bool Moved(int position)
    {
        Set(State, ("current_position", position));
        return true;
    }

    private bool Change(string newState, params (string Name, JsonNode? Value)[] changes)
    {
        if (State == newState)
        {
            return false;
        }

        Set(newState, changes);
        return true;
    }

    private void Light(JsonObject data)
    {
        Set("on", ("brightness", data["brightness_pct"] is { } percent ? (int)Math.Round(percent.GetValue<int>() * 2.55) : attributes["brightness"] ?? 255));
        if (data["rgb_color"] is { } color)
        {
            Set("on", ("rgb_color", color));
        }

        if (data["color_temp_kelvin"] is { } kelvin)
        {
            Set("on", ("color_temp", 1_000_000 / kelvin.GetValue<int>()));
        }
    }
}

/// <summary>What is in the simulated Home Assistant's house.</summary>
internal static class HomeAssistantHouse
{
    /// <summary>The services there are.</summary>
    public static readonly HashSet<string> Services =
    [
        "light/turn_on", "light/turn_off", "switch/turn_on", "switch/turn_off", "fan/turn_on", "fan/turn_off", "fan/set_percentage",
        "cover/open_cover", "cover/close_cover", "cover/stop_cover", "cover/set_cover_position", "climate/set_temperature", "climate/turn_on", "climate/turn_off",
        "media_player/turn_on", "media_player/turn_off", "media_player/volume_set", "lock/lock", "lock/unlock", "scene/turn_on", "automation/trigger", "automation/turn_on",
        "automation/turn_off", "script/turn_on",
    ];

    public static IEnumerable<SimulatedEntity> Furnish() =>
    [
        Of("light.kitchen_ceiling", "Kitchen", "on", "Kitchen ceiling", """{"brightness":255,"color_temp":370,"supported_color_modes":["color_temp"],"color_mode":"color_temp","supported_features":40}"""),
        Of("light.kitchen_counter", "Kitchen", "on", "Kitchen counter", """{"brightness":128,"rgb_color":[255,0,0],"supported_color_modes":["rgb"],"color_mode":"rgb","supported_features":40}"""),
        Of("switch.kitchen_coffee", "Kitchen", "on", "Coffee machine", """{"device_class":"outlet"}"""),
        Of("cover.kitchen_blind", "Kitchen", "open", "Kitchen blind", """{"current_position":40,"device_class":"blind","supported_features":15}"""),
        Of("climate.kitchen", "Kitchen", "heat", "Kitchen heating", """{"hvac_modes":["off","heat"],"min_temp":7,"max_temp":30,"current_temperature":20.5,"temperature":21,"hvac_action":"heating","supported_features":1}"""),
        Of("sensor.kitchen_temperature", "Kitchen", "20.5", "Kitchen temperature", """{"unit_of_measurement":"°C","device_class":"temperature","state_class":"measurement"}"""),
        Of("binary_sensor.kitchen_window", "Kitchen", "off", "Kitchen window", """{"device_class":"window"}"""),
        Of("light.floor_lamp", "Living Room", "off", "Floor lamp", """{"supported_color_modes":["brightness"],"supported_features":0}"""),
        Of("media_player.tv", "Living Room", "playing", "Television", """{"volume_level":0.35,"media_title":"News","supported_features":388}"""),
        Of("fan.living_room", "Living Room", "off", "Ceiling fan", """{"percentage":0,"percentage_step":33.333,"supported_features":1}"""),
        Of("light.bedside", "Bedroom", "unavailable", "Bedside lamp", """{"supported_color_modes":["brightness"],"supported_features":0}"""),
        Of("sensor.bedroom_humidity", "Bedroom", "unknown", "Bedroom humidity", """{"unit_of_measurement":"%","device_class":"humidity"}"""),
        Of("lock.front_door", "Hall", "locked", "Front door", "{}"),
        Of("cover.garage", "Hall", "closed", "Garage", """{"device_class":"garage","supported_features":3}"""),
        Of("alarm_control_panel.house", "Hall", "armed_away", "House alarm", """{"supported_features":63}"""),
        Of("scene.movie_night", null, "unknown", "Movie night", "{}"),
        Of("automation.good_night", null, "on", "Good night", """{"last_triggered":null,"mode":"single","current":0}"""),
        Of("script.water_plants", null, "off", "Water plants", """{"last_triggered":null,"mode":"single"}"""),
        Of("sun.sun", null, "above_horizon", "Sun", "{}"),
    ];

    private static SimulatedEntity Of(string id, string? area, string state, string name, string attributes)
    {
        var all = JsonNode.Parse(attributes)!.AsObject();
        all["friendly_name"] = name;
        return new(id, area, state, all);
    }
}
