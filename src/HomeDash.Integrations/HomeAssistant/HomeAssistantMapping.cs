using System.Globalization;
using System.Text.Json;

namespace HomeDash.Integrations.HomeAssistant;

/// <summary>Puts Home Assistant's words into HomeDash's.</summary>
internal static class HomeAssistantMapping
{
    // Bits of supported_features: CoverEntityFeature, ClimateEntityFeature, MediaPlayerEntityFeature, FanEntityFeature.
    private const int CoverOpens = 1;
    private const int CoverCloses = 2;
    private const int CoverPositions = 4;
    private const int CoverStops = 8;
    private const int ClimateTargets = 1;
    private const int PlayerVolume = 4;
    private const int PlayerTurnsOn = 128;
    private const int PlayerTurnsOff = 256;
    private const int FanSpeeds = 1;

    private static readonly string[] Doors = ["garage", "gate", "door"];
    private static readonly string[] Openings = ["door", "garage_door", "opening", "window"];

    /// <summary>Domains that say nothing of the house itself.</summary>
    private static readonly string[] LeftOut = ["zone", "sun", "update", "conversation", "tts", "stt", "persistent_notification", "event", "image", "tag", "schedule", "timer", "counter", "todo", "calendar", "weather", "ai_task", "notify"];

    /// <summary>An entity; null for what says nothing of the house itself.</summary>
    public static Entity? ToEntity(HassState state, string integration, string? area, string temperatureUnit)
    {
        var domain = DomainOf(state.EntityId);
        if (LeftOut.Contains(domain))
        {
            return null;
        }

        var kind = KindOf(domain);
        var attributes = state.Attributes;
        var deviceClass = attributes.Word("device_class");
        var (word, value, text) = StateOf(domain, deviceClass, state.State);
        return new()
        {
            Id = state.EntityId,
            Name = attributes.Word("friendly_name") ?? state.EntityId,
            Integration = integration,
            Kind = kind,
            Area = area,
            State = word,
            Value = value,
            Unit = kind == EntityKind.Climate ? temperatureUnit : attributes.Word("unit_of_measurement"),
            Text = text ?? (kind == EntityKind.MediaPlayer ? TitleOf(attributes) : null),
            DeviceClass = deviceClass,
            LevelPercent = LevelOf(kind, word, attributes),
            Color = kind == EntityKind.Light && word == EntityState.On && attributes.Numbers("rgb_color") is [var red, var green, var blue] ? RgbColor.Of((int)red, (int)green, (int)blue) : null,
            ColorTemperatureKelvin = KelvinOf(attributes),
            Temperature = kind == EntityKind.Climate ? attributes.Number("current_temperature") : null,
            TargetTemperature = kind == EntityKind.Climate ? attributes.Number("temperature") : null,
            MinTemperature = kind == EntityKind.Climate ? attributes.Number("min_temp") : null,
            MaxTemperature = kind == EntityKind.Climate ? attributes.Number("max_temp") : null,
            Actions = ActionsOf(domain, deviceClass, attributes),
            ChangedAt = state.LastChanged?.ToUniversalTime(),
            LastRunAt = kind is EntityKind.Scene or EntityKind.Button ? Time(state.State) : kind is EntityKind.Automation or EntityKind.Script ? Time(attributes.Word("last_triggered")) : null,
        };
    }

    /// <summary>What an entity's id begins with.</summary>
    public static string DomainOf(string entityId) => entityId.Split('.')[0];

    /// <summary>A state as word, value and text.</summary>
    public static (EntityState Word, double? Value, string? Text) StateOf(string domain, string? deviceClass, string state) => (domain, state) switch
    {
        (_, "unavailable") => (EntityState.Unavailable, null, null),
        ("scene" or "button" or "input_button", _) => (EntityState.Ready, null, null),
        (_, "unknown") => (EntityState.Unknown, null, null),
        ("script", _) => (state == "on" ? EntityState.On : EntityState.Ready, null, null),
        ("binary_sensor", "on" or "off") when Openings.Contains(deviceClass) => (state == "on" ? EntityState.Open : EntityState.Closed, null, null),
        ("binary_sensor", "on" or "off") when deviceClass == "lock" => (state == "on" ? EntityState.Unlocked : EntityState.Locked, null, null),
        ("climate" or "water_heater", _) => (state == "off" ? EntityState.Off : EntityState.On, null, state == "off" ? null : state),
        ("alarm_control_panel", _) when state.StartsWith("armed", StringComparison.Ordinal) => (EntityState.Armed, null, state),
        ("sensor" or "number" or "input_number", _) when double.TryParse(state, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) => (EntityState.Measured, value, null),
        (_, "standby") => (EntityState.Off, null, null),
        (_, "buffering") => (EntityState.Playing, null, null),
        _ => Enum.TryParse<EntityState>(state, ignoreCase: true, out var word) && !int.TryParse(state, out _) && word is not (EntityState.Told or EntityState.Measured or EntityState.Ready)
            ? (word, null, null)
            : (EntityState.Told, null, state),
    };

    private static EntityKind KindOf(string domain) => domain switch
    {
        "light" => EntityKind.Light,
        "switch" or "input_boolean" or "siren" or "humidifier" => EntityKind.Switch,
        "fan" => EntityKind.Fan,
        "cover" => EntityKind.Cover,
        "climate" or "water_heater" => EntityKind.Climate,
        "media_player" => EntityKind.MediaPlayer,
        "vacuum" => EntityKind.Vacuum,
        "lock" => EntityKind.Lock,
        "alarm_control_panel" => EntityKind.Alarm,
        "scene" => EntityKind.Scene,
        "automation" => EntityKind.Automation,
        "script" => EntityKind.Script,
        "button" or "input_button" => EntityKind.Button,
        "sensor" => EntityKind.Sensor,
        "binary_sensor" => EntityKind.BinarySensor,
        "person" or "device_tracker" => EntityKind.Person,
        _ => EntityKind.Other,
    };

    private static IReadOnlyList<EntityAction> ActionsOf(string domain, string? deviceClass, JsonElement attributes)
    {
        var features = (int)(attributes.Number("supported_features") ?? 0);
        return domain switch
        {
            "light" => LightActions(attributes.Words("supported_color_modes")),
            "switch" or "input_boolean" or "siren" or "humidifier" => [EntityAction.TurnOn, EntityAction.TurnOff],
            "fan" => Can([EntityAction.TurnOn, EntityAction.TurnOff], (features & FanSpeeds, EntityAction.SetLevel)),
            "cover" when Doors.Contains(deviceClass) => Can([], (features & CoverCloses, EntityAction.Close), (features & CoverStops, EntityAction.Stop), (features & CoverOpens, EntityAction.Unlock)),
            "cover" => Can([], (features & CoverOpens, EntityAction.Open), (features & CoverCloses, EntityAction.Close), (features & CoverStops, EntityAction.Stop), (features & CoverPositions, EntityAction.SetLevel)),
            "climate" or "water_heater" => Can(
                attributes.Words("hvac_modes").Contains("off") ? [EntityAction.TurnOn, EntityAction.TurnOff] : [], (features & ClimateTargets, EntityAction.SetTemperature)),
            "media_player" => Can([], (features & PlayerTurnsOn, EntityAction.TurnOn), (features & PlayerTurnsOff, EntityAction.TurnOff), (features & PlayerVolume, EntityAction.SetLevel)),
            "lock" => [EntityAction.Lock, EntityAction.Unlock],
            "scene" or "script" or "button" or "input_button" => [EntityAction.Run],
            "automation" => [EntityAction.Run, EntityAction.TurnOn, EntityAction.TurnOff],
            _ => [],
        };
    }

    private static IReadOnlyList<EntityAction> LightActions(IReadOnlyList<string> modes)
    {
        var colored = modes.Any(mode => mode is "hs" or "rgb" or "rgbw" or "rgbww" or "xy");
        return Can(
            [EntityAction.TurnOn, EntityAction.TurnOff],
            (modes.Any(mode => mode is not ("onoff" or "unknown")) ? 1 : 0, EntityAction.SetLevel),
            (colored ? 1 : 0, EntityAction.SetColor),
            (modes.Contains("color_temp") ? 1 : 0, EntityAction.SetColorTemperature));
    }

    private static IReadOnlyList<EntityAction> Can(IEnumerable<EntityAction> always, params (int Feature, EntityAction Action)[] some) =>
        [.. always, .. some.Where(one => one.Feature != 0).Select(one => one.Action)];

    private static int? LevelOf(EntityKind kind, EntityState state, JsonElement attributes) => kind switch
    {
        EntityKind.Light when state == EntityState.On && attributes.Number("brightness") is { } brightness => Math.Max(1, (int)Math.Round(brightness * 100 / 255)),
        EntityKind.Cover => (int?)attributes.Number("current_position"),
        EntityKind.Fan when state == EntityState.On => (int?)attributes.Number("percentage"),
        EntityKind.MediaPlayer when attributes.Number("volume_level") is { } volume => (int)Math.Round(volume * 100),
        _ => null,
    };

    // Before 2022.11 there were only mired.
    private static int? KelvinOf(JsonElement attributes) =>
        (int?)attributes.Number("color_temp_kelvin") ?? (attributes.Number("color_temp") is > 0 and { } mired ? (int)Math.Round(1_000_000 / mired) : null);

    private static string? TitleOf(JsonElement attributes) => (attributes.Word("media_artist"), attributes.Word("media_title")) switch
    {
        ({ } artist, { } title) => $"{artist}: {title}",
        var (_, title) => title,
    };

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUniversalTime() : null;
}
