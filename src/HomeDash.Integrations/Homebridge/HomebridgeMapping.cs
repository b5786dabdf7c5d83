using System.Text.Json;

namespace HomeDash.Integrations.Homebridge;

/// <summary>Puts HomeKit's words into HomeDash's. The numbers are those of the HomeKit Accessory Protocol.</summary>
internal static class HomebridgeMapping
{
    private static readonly EntityAction[] OnOff = [EntityAction.TurnOn, EntityAction.TurnOff];

    /// <summary>An entity; null for a service that says nothing of the house.</summary>
    public static Entity? ToEntity(HomebridgeAccessory accessory, string integration, string? room, string? customName)
    {
        if (KindOf(accessory.Type) is not { } kind)
        {
            return null;
        }

        var values = accessory.Values;
        var (state, value, unit, text) = StateOf(accessory.Type, kind, values);
        return new()
        {
            Id = accessory.UniqueId,
            Name = string.IsNullOrWhiteSpace(customName) ? accessory.ServiceName : customName,
            Integration = integration,
            Kind = kind,
            Area = room,
            State = state,
            Value = value,
            Unit = unit,
            Text = text,
            DeviceClass = accessory.Type,
            LevelPercent = (int?)(kind switch
            {
                EntityKind.Light when state == EntityState.On => values.Number("Brightness"),
                EntityKind.Fan when state == EntityState.On => values.Number("RotationSpeed"),
                EntityKind.Cover => values.Number("CurrentPosition"),
                _ => null,
            }),
            Color = kind == EntityKind.Light && state == EntityState.On && values.Number("Hue") is { } hue && values.Number("Saturation") is { } saturation ? RgbColor.OfHue(hue, saturation) : null,
            ColorTemperatureKelvin = values.Number("ColorTemperature") is > 0 and { } mired ? (int)Math.Round(1_000_000 / mired) : null,
            Temperature = kind == EntityKind.Climate ? values.Number("CurrentTemperature") : null,
            TargetTemperature = kind == EntityKind.Climate ? values.Number("TargetTemperature") : null,
            MinTemperature = Limit(accessory, "TargetTemperature")?.MinValue,
            MaxTemperature = Limit(accessory, "TargetTemperature")?.MaxValue,
            Actions = ActionsOf(accessory, kind),
        };
    }

    /// <summary>The characteristics that an order sets, in order.</summary>
    public static IReadOnlyList<(string Characteristic, JsonElement Value)> CharacteristicsOf(EntityOrder order, Entity entity) => (order.Action, entity.Kind) switch
    {
        (EntityAction.TurnOn or EntityAction.TurnOff, _) => [(entity.DeviceClass == "Fanv2" ? "Active" : "On", entity.DeviceClass == "Fanv2" ? Json(order.Action == EntityAction.TurnOn ? 1 : 0) : Json(order.Action == EntityAction.TurnOn))],
        (EntityAction.SetLevel, EntityKind.Cover) => [("TargetPosition", Json(order.LevelPercent!.Value))],
        (EntityAction.SetLevel, EntityKind.Fan) => [("RotationSpeed", Json(order.LevelPercent!.Value))],
        (EntityAction.SetLevel, _) when order.LevelPercent == 0 => [("On", Json(false))],
        (EntityAction.SetLevel, _) => [("On", Json(true)), ("Brightness", Json(order.LevelPercent!.Value))],
        (EntityAction.SetColor, _) => [("On", Json(true)), ("Hue", Json(RgbColor.HueOf(order.Color!).Hue)), ("Saturation", Json(RgbColor.HueOf(order.Color!).Saturation))],
        (EntityAction.SetColorTemperature, _) => [("On", Json(true)), ("ColorTemperature", Json(1_000_000 / order.Kelvin!.Value))],
        (EntityAction.SetTemperature, _) => [("TargetTemperature", Json(order.Temperature!.Value))],
        (EntityAction.Open, _) => [("TargetPosition", Json(100))],
        (EntityAction.Close or EntityAction.Unlock, EntityKind.Cover) when entity.DeviceClass == "GarageDoorOpener" => [("TargetDoorState", Json(order.Action == EntityAction.Unlock ? 0 : 1))],
        (EntityAction.Close, _) => [("TargetPosition", Json(0))],
        (EntityAction.Lock, _) => [("LockTargetState", Json(1))],
        (EntityAction.Unlock, _) => [("LockTargetState", Json(0))],
        _ => throw new ArgumentOutOfRangeException(nameof(order), order.Action, null),
    };

    private static EntityKind? KindOf(string type) => type switch
    {
        "Lightbulb" => EntityKind.Light,
        "Switch" or "Outlet" => EntityKind.Switch,
        "Fan" or "Fanv2" => EntityKind.Fan,
        "WindowCovering" or "Window" or "Door" or "GarageDoorOpener" => EntityKind.Cover,
        "Thermostat" => EntityKind.Climate,
        "LockMechanism" => EntityKind.Lock,
        "SecuritySystem" => EntityKind.Alarm,
        "TemperatureSensor" or "HumiditySensor" or "LightSensor" or "AirQualitySensor" or "CarbonDioxideSensor" => EntityKind.Sensor,
        "MotionSensor" or "ContactSensor" or "OccupancySensor" or "LeakSensor" or "SmokeSensor" or "CarbonMonoxideSensor" => EntityKind.BinarySensor,
        _ => null,
    };

    private static (EntityState State, double? Value, string? Unit, string? Text) StateOf(string type, EntityKind kind, JsonElement values) => kind switch
    {
        EntityKind.Light or EntityKind.Switch or EntityKind.Fan => (Flag(values, "On", "Active", EntityState.On, EntityState.Off), null, null, null),
        EntityKind.Cover when type == "GarageDoorOpener" => (values.Number("CurrentDoorState") switch { 0 or 4 => EntityState.Open, 1 => EntityState.Closed, 2 => EntityState.Opening, 3 => EntityState.Closing, _ => EntityState.Unknown }, null, null, null),
        EntityKind.Cover => (values.Number("PositionState") switch
        {
            1 when values.Number("CurrentPosition") != values.Number("TargetPosition") => EntityState.Opening,
            0 when values.Number("CurrentPosition") != values.Number("TargetPosition") => EntityState.Closing,
            _ => values.Number("CurrentPosition") switch { null => EntityState.Unknown, 0 => EntityState.Closed, _ => EntityState.Open },
        }, null, null, null),
        EntityKind.Climate => (values.Number("TargetHeatingCoolingState") == 0 ? EntityState.Off : EntityState.On, null, "°C",
            values.Number("TargetHeatingCoolingState") switch { 1 => "heat", 2 => "cool", 3 => "auto", _ => null }),
        EntityKind.Lock => (values.Number("LockCurrentState") switch { 0 => EntityState.Unlocked, 1 => EntityState.Locked, 2 => EntityState.Jammed, _ => EntityState.Unknown }, null, null, null),
        EntityKind.Alarm => (values.Number("SecuritySystemCurrentState") switch { 3 => EntityState.Disarmed, 4 => EntityState.Triggered, null => EntityState.Unknown, _ => EntityState.Armed }, null, null, null),
        EntityKind.Sensor => Measured(values),
        _ => type == "ContactSensor"
            ? (values.Number("ContactSensorState") switch { 0 => EntityState.Closed, 1 => EntityState.Open, _ => EntityState.Unknown }, null, null, null)
            : (First(values, "MotionDetected", "OccupancyDetected", "LeakDetected", "SmokeDetected", "CarbonMonoxideDetected") switch { null => EntityState.Unknown, 0 => EntityState.Off, _ => EntityState.On }, null, null, null),
    };

    private static (EntityState State, double? Value, string? Unit, string? Text) Measured(JsonElement values)
    {
        foreach (var (name, unit) in new[] { ("CurrentTemperature", "°C"), ("CurrentRelativeHumidity", "%"), ("CurrentAmbientLightLevel", "lx"), ("CarbonDioxideLevel", "ppm"), ("AirQuality", "") })
        {
            if (values.Number(name) is { } value)
            {
                return (EntityState.Measured, value, unit.Length > 0 ? unit : null, null);
            }
        }

        return (EntityState.Unknown, null, null, null);
    }

    private static EntityState Flag(JsonElement values, string name, string other, EntityState on, EntityState off) =>
        First(values, name, other) switch { null => EntityState.Unknown, 0 => off, _ => on };

    // What HomeKit calls bool comes as 1 and 0, and from some plugins as true and false.
    private static double? First(JsonElement values, params string[] names) => names
        .Select(name => values.Number(name) ?? (values.ValueKind == JsonValueKind.Object && values.TryGetProperty(name, out var flag) && flag.ValueKind is JsonValueKind.True or JsonValueKind.False ? (flag.GetBoolean() ? 1 : 0) : null))
        .FirstOrDefault(value => value is not null);

    private static EntityAction[] ActionsOf(HomebridgeAccessory accessory, EntityKind kind)
    {
        return kind switch
        {
            EntityKind.Light => [.. OnOff, .. If("Brightness", EntityAction.SetLevel), .. If("Hue", EntityAction.SetColor), .. If("ColorTemperature", EntityAction.SetColorTemperature)],
            EntityKind.Switch => OnOff,
            EntityKind.Fan => [.. OnOff, .. If("RotationSpeed", EntityAction.SetLevel)],
            EntityKind.Cover when accessory.Type is "GarageDoorOpener" => [EntityAction.Close, EntityAction.Unlock],
            EntityKind.Cover when accessory.Type is "WindowCovering" => [EntityAction.Open, EntityAction.Close, EntityAction.SetLevel],
            EntityKind.Climate => [.. If("TargetTemperature", EntityAction.SetTemperature)],
            EntityKind.Lock => [EntityAction.Lock, EntityAction.Unlock],
            _ => [],
        };

        EntityAction[] If(string characteristic, EntityAction action) => Limit(accessory, characteristic) is { CanWrite: true } ? [action] : [];
    }

    private static HomebridgeCharacteristic? Limit(HomebridgeAccessory accessory, string characteristic) =>
        accessory.ServiceCharacteristics?.FirstOrDefault(one => one.Type == characteristic);

    private static JsonElement Json(bool value) => JsonElement.Parse(value ? "true" : "false");

    private static JsonElement Json(double value) => JsonElement.Parse(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
