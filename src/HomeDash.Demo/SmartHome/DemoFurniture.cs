namespace HomeDash.Demo;

/// <summary>What is in the demo home.</summary>
internal static class DemoFurniture
{
    private static readonly EntityAction[] OnOff = [EntityAction.TurnOn, EntityAction.TurnOff];
    private static readonly EntityAction[] Dimmed = [.. OnOff, EntityAction.SetLevel];
    private static readonly EntityAction[] Colored = [.. Dimmed, EntityAction.SetColor, EntityAction.SetColorTemperature];
    private static readonly EntityAction[] Moved = [EntityAction.Open, EntityAction.Close, EntityAction.Stop, EntityAction.SetLevel];

    public static IReadOnlyList<DemoThing> Of(string home, TimeProvider clock)
    {
        return
        [
            Thing("light.kitchen_ceiling", "Kitchen ceiling", EntityKind.Light, "Kitchen", EntityState.On, Dimmed, e => e with { LevelPercent = 80 }),
            Thing("light.kitchen_counter", "Kitchen counter", EntityKind.Light, "Kitchen", EntityState.On, Colored, e => e with { LevelPercent = 60, ColorTemperatureKelvin = 4000 }),
            Thing("switch.coffee_machine", "Coffee machine", EntityKind.Switch, "Kitchen", EntityState.Off, OnOff),
            Thing("binary_sensor.kitchen_window", "Kitchen window", EntityKind.BinarySensor, "Kitchen", EntityState.Open, [], e => e with { DeviceClass = "window" }),
            Warmth("sensor.kitchen_temperature", "Kitchen temperature", "Kitchen", 21.2, 0.6),
            Thing("light.living_floor_lamp", "Floor lamp", EntityKind.Light, "Living room", EntityState.On, Dimmed, e => e with { LevelPercent = 35 }),
            Thing("light.living_shelf", "Shelf light", EntityKind.Light, "Living room", EntityState.On, Colored, e => e with { LevelPercent = 70, Color = "#ff8c42" }),
            Thing("cover.living_blind", "Blind", EntityKind.Cover, "Living room", EntityState.Open, Moved, e => e with { LevelPercent = 100, DeviceClass = "blind" }),
            Thing("media_player.living_tv", "Television", EntityKind.MediaPlayer, "Living room", EntityState.Playing, Dimmed, e => e with { LevelPercent = 30, Text = "Big Buck Bunny" }),
            Heating("climate.living", "Living room heating", "Living room", 21, 20.4),
            Thing("light.bedroom_bedside", "Bedside lamp", EntityKind.Light, "Bedroom", EntityState.Off, Dimmed),
            Thing("cover.bedroom_shutter", "Shutter", EntityKind.Cover, "Bedroom", EntityState.Closed, Moved, e => e with { LevelPercent = 0, DeviceClass = "shutter" }),
            Heating("climate.bedroom", "Bedroom heating", "Bedroom", 18, 18.3),
            Thing("fan.bedroom", "Ceiling fan", EntityKind.Fan, "Bedroom", EntityState.Off, Dimmed),
            Thing("light.hall", "Hall light", EntityKind.Light, "Hall", EntityState.Off, OnOff),
            new(Entity("binary_sensor.hall_motion", "Hall motion", EntityKind.BinarySensor, "Hall", EntityState.Off, []) with { DeviceClass = "motion" }, clock, notices: time => time.Second < 20),
            Thing("lock.front_door", "Front door", EntityKind.Lock, "Hall", EntityState.Locked, [EntityAction.Lock, EntityAction.Unlock]),
            Thing("alarm_control_panel.house", "House alarm", EntityKind.Alarm, "Hall", EntityState.Disarmed, []),
            Thing("cover.garage_door", "Garage door", EntityKind.Cover, "Garage", EntityState.Closed, [EntityAction.Close, EntityAction.Stop, EntityAction.Unlock], e => e with { LevelPercent = 0, DeviceClass = "garage" }),
            Thing("switch.wallbox", "Wallbox", EntityKind.Switch, "Garage", EntityState.Unavailable, OnOff),
            Warmth("sensor.garden_temperature", "Outside temperature", "Garden", 8, 4),
            new(Entity("sensor.garden_power", "Solar power", EntityKind.Sensor, "Garden", EntityState.Measured, []) with { Unit = "W", DeviceClass = "power" }, clock,
                time => Math.Max(0, Math.Round(4200 * Math.Sin(Math.PI * (time.TimeOfDay.TotalHours - 7) / 11)))),
            Thing("scene.movie_night", "Movie night", EntityKind.Scene, null, EntityState.Ready, [EntityAction.Run]),
            Thing("scene.good_morning", "Good morning", EntityKind.Scene, null, EntityState.Ready, [EntityAction.Run]),
            Thing("automation.good_night", "Good night", EntityKind.Automation, null, EntityState.On, [EntityAction.Run, .. OnOff], e => e with { LastRunAt = clock.GetUtcNow().AddHours(-11) }),
            Thing("script.all_off", "Everything off", EntityKind.Script, null, EntityState.Ready, [EntityAction.Run]),
        ];

        Entity Entity(string id, string name, EntityKind kind, string? area, EntityState state, EntityAction[] actions) =>
            new() { Id = id, Name = name, Integration = home, Kind = kind, Area = area, State = state, Actions = actions };

        DemoThing Thing(string id, string name, EntityKind kind, string? area, EntityState state, EntityAction[] actions, Func<Entity, Entity>? more = null) =>
            new(Entity(id, name, kind, area, state, actions) is var plain && more is not null ? more(plain) : plain, clock);

        DemoThing Warmth(string id, string name, string area, double mean, double swing) => new(
            Entity(id, name, EntityKind.Sensor, area, EntityState.Measured, []) with { Unit = "°C", DeviceClass = "temperature" }, clock, time => mean + (swing * Daily(time)));

        DemoThing Heating(string id, string name, string area, double target, double mean) => new(
            Entity(id, name, EntityKind.Climate, area, EntityState.On, [.. OnOff, EntityAction.SetTemperature]) with { Unit = "°C", Text = "heat", TargetTemperature = target, MinTemperature = 5, MaxTemperature = 28 },
            clock, time => mean + (0.4 * Daily(time)));
    }

    // Warmest in the afternoon, with a ripple that one sees within a minute.
    private static double Daily(DateTimeOffset time) => Math.Sin(Math.PI * (time.TimeOfDay.TotalHours - 9) / 12) + (0.15 * Math.Sin(time.TimeOfDay.TotalSeconds / 20));
}
