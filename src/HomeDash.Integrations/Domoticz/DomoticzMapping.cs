using System.Globalization;
using System.Text.Json;

namespace HomeDash.Integrations.Domoticz;

/// <summary>Puts Domoticz's words into HomeDash's.</summary>
internal static class DomoticzMapping
{
    /// <summary>Begins the ids of scenes: their numbers are counted apart from those of devices.</summary>
    public const string ScenePrefix = "scene-";

    private static readonly EntityAction[] OnOff = [EntityAction.TurnOn, EntityAction.TurnOff];

    /// <summary>The id of a device.</summary>
    public static string IdOf(DomoticzDevice device) => device.Idx;

    /// <summary>A device.</summary>
    /// <param name="device">The device.</param>
    /// <param name="integration">The integration's name.</param>
    /// <param name="area">The name of its room plan.</param>
    /// <param name="zone">The zone that its times are of: Domoticz writes local times.</param>
    public static Entity ToEntity(DomoticzDevice device, string integration, string? area, TimeZoneInfo zone)
    {
        var kind = KindOf(device);
        var (state, value, unit, text) = device.HaveTimeout ? (EntityState.Unavailable, null, null, null) : StateOf(device, kind);
        return new()
        {
            Id = IdOf(device),
            Name = device.Name,
            Integration = integration,
            Kind = kind,
            Area = area,
            State = state,
            Value = value,
            Unit = unit,
            Text = text,
            DeviceClass = device.SwitchType ?? device.SubType,
            LevelPercent = state == EntityState.Unavailable ? null : LevelOf(device, kind, state),
            Color = kind == EntityKind.Light && state == EntityState.On ? ColorOf(device.Color) : null,
            Temperature = kind == EntityKind.Climate ? device.Temp : null,
            TargetTemperature = kind == EntityKind.Climate ? NumberOf(device.SetPoint) : null,
            Actions = device.Protected ? [] : ActionsOf(device, kind),
            ChangedAt = TimeOf(device.LastUpdate, zone),
        };
    }

    /// <summary>A scene; a group, which can be switched off too, is a switch.</summary>
    public static Entity ToEntity(DomoticzScene scene, string integration, TimeZoneInfo zone)
    {
        var isGroup = scene.Type == "Group";
        return new()
        {
            Id = ScenePrefix + scene.Idx,
            Name = scene.Name,
            Integration = integration,
            Kind = isGroup ? EntityKind.Switch : EntityKind.Scene,
            State = isGroup ? (scene.Status is "On" or "Mixed" ? EntityState.On : EntityState.Off) : EntityState.Ready,
            Actions = scene.Protected ? [] : isGroup ? OnOff : [EntityAction.Run],
            LastRunAt = isGroup ? null : TimeOf(scene.LastUpdate, zone),
            ChangedAt = isGroup ? TimeOf(scene.LastUpdate, zone) : null,
        };
    }

    /// <summary>A word of Domoticz as a state: <c>On</c>, <c>Set Level: 40 %</c>, <c>Open</c>.</summary>
    public static EntityState WordOf(string? status, EntityKind kind) => status switch
    {
        null or "" => EntityState.Unknown,
        "On" or "Group On" or "Panic" or "Alarm" => EntityState.On,
        "Off" or "Group Off" or "Normal" => EntityState.Off,
        "Open" => EntityState.Open,
        "Closed" => EntityState.Closed,
        "Stopped" => EntityState.Open,
        "Locked" => EntityState.Locked,
        "Unlocked" => EntityState.Unlocked,
        _ when status.StartsWith("Set ", StringComparison.Ordinal) => kind == EntityKind.Cover ? EntityState.Open : EntityState.On,
        _ => EntityState.Told,
    };

    /// <summary>A time as Domoticz writes it, in its own zone: <c>2026-01-31 12:00:00</c>.</summary>
    public static DateTimeOffset? TimeOf(string? text, TimeZoneInfo zone) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), zone))
            : null;

    /// <summary>A number, which some versions write as a text.</summary>
    public static double? NumberOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static EntityKind KindOf(DomoticzDevice device) => device switch
    {
        { SwitchType: "Dimmer" } or { Type: "Color Switch" } => EntityKind.Light,
        { SwitchType: "On/Off", Image: "Light" } => EntityKind.Light,
        { SwitchType: "On/Off", Image: "Fan" } => EntityKind.Fan,
        { SwitchType: { } type } when type.Contains("Blind", StringComparison.Ordinal) => EntityKind.Cover,
        { SwitchType: { } type } when type.StartsWith("Door Lock", StringComparison.Ordinal) => EntityKind.Lock,
        { SwitchType: "Media Player" } => EntityKind.MediaPlayer,
        { SwitchType: "Contact" or "Door Contact" or "Motion Sensor" or "Smoke Detector" or "Dusk Sensor" } => EntityKind.BinarySensor,
        { SwitchType: "Push On Button" or "Push Off Button" or "Doorbell" } => EntityKind.Button,
        { SwitchType: "On/Off" or "Selector" or "X10 Siren" } => EntityKind.Switch,
        { Type: "Security" } => EntityKind.Alarm,
        { Type: "Thermostat" or "Setpoint" } or { SubType: "SetPoint" } => EntityKind.Climate,
        { SwitchType: null } => EntityKind.Sensor,
        _ => EntityKind.Other,
    };

    private static (EntityState State, double? Value, string? Unit, string? Text) StateOf(DomoticzDevice device, EntityKind kind)
    {
        switch (kind)
        {
            case EntityKind.Climate:
                return (EntityState.On, null, "°C", null);
            case EntityKind.Button:
                return (EntityState.Ready, null, null, null);
            case EntityKind.Sensor when device.Temp is { } temperature:
                return (EntityState.Measured, temperature, "°C", device.Data);
            case EntityKind.Sensor when Measured(device.Data) is var (value, unit):
                return (EntityState.Measured, value, unit, null);
            case EntityKind.Alarm:
                return (device.Status is { } armed && armed.StartsWith("Arm", StringComparison.Ordinal) ? EntityState.Armed : EntityState.Disarmed, null, null, device.Status);
            default:
                var word = WordOf(device.Status ?? device.Data, kind);
                return (word, null, null, word == EntityState.Told ? device.Status ?? device.Data : null);
        }
    }

    /// <summary>A number with its unit, as in "12.5 Watt"; null for any other text.</summary>
    private static (double Value, string? Unit)? Measured(string? data)
    {
        var parts = data?.Split(' ', 2, StringSplitOptions.TrimEntries) ?? [];
        return parts.Length > 0 && double.TryParse(parts[0].TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? (value, parts.Length > 1 ? parts[1] : parts[0].EndsWith('%') ? "%" : null)
            : null;
    }

    private static int? LevelOf(DomoticzDevice device, EntityKind kind, EntityState state) =>
        (kind == EntityKind.Cover || (kind == EntityKind.Light && state == EntityState.On && device.SwitchType == "Dimmer")) && device.Level is { } level ? (int)Math.Round(level) : null;

    private static EntityAction[] ActionsOf(DomoticzDevice device, EntityKind kind) => kind switch
    {
        EntityKind.Light when device.Type == "Color Switch" => [.. OnOff, EntityAction.SetLevel, EntityAction.SetColor],
        EntityKind.Light when device.SwitchType == "Dimmer" => [.. OnOff, EntityAction.SetLevel],
        EntityKind.Light or EntityKind.Switch or EntityKind.Fan or EntityKind.MediaPlayer => OnOff,
        EntityKind.Cover =>
        [
            EntityAction.Open, EntityAction.Close,
            .. device.SwitchType!.Contains("Stop", StringComparison.Ordinal) || device.SwitchType.Contains("Venetian", StringComparison.Ordinal) ? [EntityAction.Stop] : (EntityAction[])[],
            .. device.SwitchType.Contains("Percentage", StringComparison.Ordinal) ? [EntityAction.SetLevel] : (EntityAction[])[],
        ],
        EntityKind.Lock => [EntityAction.Lock, EntityAction.Unlock],
        EntityKind.Climate => [EntityAction.SetTemperature],
        EntityKind.Button => [EntityAction.Run],
        _ => [],
    };

    // {"m":3,"r":255,"g":0,"b":0,...}, itself a text in most versions. Mode 3 is RGB.
    private static string? ColorOf(JsonElement color)
    {
        try
        {
            var parts = color.ValueKind == JsonValueKind.String && color.GetString() is { Length: > 0 } text ? JsonElement.Parse(text) : color;
            return parts.Number("m") is 3 && parts.Number("r") is { } red && parts.Number("g") is { } green && parts.Number("b") is { } blue ? RgbColor.Of((int)red, (int)green, (int)blue) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
