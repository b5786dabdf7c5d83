namespace HomeDash;

/// <summary>A thing of the house that a hub knows: a light, a blind, a sensor, a scene. What does not apply, or is not known, is left out.</summary>
public sealed record Entity
{
    /// <summary>Its id in its hub, for example light.kitchen_ceiling.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the integration that knows it.</summary>
    public required string Integration { get; init; }

    /// <summary>What sort of thing it is.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>The room or other area that it is in.</summary>
    public string? Area { get; init; }

    /// <summary>How it is, in one word.</summary>
    public required EntityState State { get; init; }

    /// <summary>What a sensor measures, in the unit.</summary>
    public double? Value { get; init; }

    /// <summary>The unit of the value and of the temperatures, for example °C.</summary>
    public string? Unit { get; init; }

    /// <summary>What the hub says beyond the state: what is played, the mode of a thermostat, a text.</summary>
    public string? Text { get; init; }

    /// <summary>What a sensor or cover is for, in the hub's word: motion, temperature, garage.</summary>
    public string? DeviceClass { get; init; }

    /// <summary>Brightness of a light, position of a cover (100 is open), speed of a fan or volume of a player, in percent.</summary>
    public int? LevelPercent { get; init; }

    /// <summary>The colour of a light as #rrggbb.</summary>
    public string? Color { get; init; }

    /// <summary>How warm the white of a light is, in kelvin: 2700 is warm, 6500 is cold.</summary>
    public int? ColorTemperatureKelvin { get; init; }

    /// <summary>The temperature that a thermostat measures, in its unit.</summary>
    public double? Temperature { get; init; }

    /// <summary>The temperature that a thermostat is set to, in its unit.</summary>
    public double? TargetTemperature { get; init; }

    /// <summary>The lowest temperature that a thermostat can be set to.</summary>
    public double? MinTemperature { get; init; }

    /// <summary>The highest temperature that a thermostat can be set to.</summary>
    public double? MaxTemperature { get; init; }

    /// <summary>What can be done to it.</summary>
    public IReadOnlyList<EntityAction> Actions { get; init; } = [];

    /// <summary>When it came into this state, UTC.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>When a scene or automation ran last, UTC.</summary>
    public DateTimeOffset? LastRunAt { get; init; }

    /// <summary>Whether it can be reached and its state is known.</summary>
    internal bool IsAvailable => State != EntityState.Unavailable;

    /// <summary>Whether it keeps the house shut: a lock, an alarm, or a cover that opens and locks like a door.</summary>
    internal bool IsGuard => Kind is EntityKind.Lock or EntityKind.Alarm || Can(EntityAction.Unlock);

    /// <summary>Whether something can be done to it.</summary>
    internal bool Can(EntityAction action) => Actions.Contains(action);
}

/// <summary>What an entity is.</summary>
public enum EntityKind
{
    /// <summary>A lamp.</summary>
    Light,

    /// <summary>Something that is switched on and off, like a plug.</summary>
    Switch,

    /// <summary>A fan.</summary>
    Fan,

    /// <summary>A blind, shutter, curtain, or the door of a garage.</summary>
    Cover,

    /// <summary>A thermostat, a heater or an air conditioner.</summary>
    Climate,

    /// <summary>A speaker or a television.</summary>
    MediaPlayer,

    /// <summary>A vacuum cleaner.</summary>
    Vacuum,

    /// <summary>The lock of a door.</summary>
    Lock,

    /// <summary>A burglar alarm.</summary>
    Alarm,

    /// <summary>States of several things, set together.</summary>
    Scene,

    /// <summary>A rule by which the hub acts by itself.</summary>
    Automation,

    /// <summary>Steps that the hub does when it is told to.</summary>
    Script,

    /// <summary>Something that is pressed.</summary>
    Button,

    /// <summary>Something that measures.</summary>
    Sensor,

    /// <summary>Something that notices: motion, a door, water.</summary>
    BinarySensor,

    /// <summary>Somebody who lives there.</summary>
    Person,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>How an entity is.</summary>
public enum EntityState
{
    /// <summary>It is switched on, or notices something.</summary>
    On,

    /// <summary>It is switched off, or notices nothing.</summary>
    Off,

    /// <summary>It is open, if only in part.</summary>
    Open,

    /// <summary>It is shut.</summary>
    Closed,

    /// <summary>It moves and will be open.</summary>
    Opening,

    /// <summary>It moves and will be shut.</summary>
    Closing,

    /// <summary>The door cannot be opened.</summary>
    Locked,

    /// <summary>The door can be opened.</summary>
    Unlocked,

    /// <summary>The lock moves and will be locked.</summary>
    Locking,

    /// <summary>The lock moves and will be unlocked.</summary>
    Unlocking,

    /// <summary>The lock could not move as it should.</summary>
    Jammed,

    /// <summary>The alarm watches.</summary>
    Armed,

    /// <summary>The alarm does not watch.</summary>
    Disarmed,

    /// <summary>The alarm has gone off.</summary>
    Triggered,

    /// <summary>A player plays.</summary>
    Playing,

    /// <summary>A player holds what it played.</summary>
    Paused,

    /// <summary>It is on and does nothing.</summary>
    Idle,

    /// <summary>A sensor has measured a value.</summary>
    Measured,

    /// <summary>A scene, script or button waits to be used.</summary>
    Ready,

    /// <summary>The hub says a word of its own, which the text holds.</summary>
    Told,

    /// <summary>The hub cannot reach it.</summary>
    Unavailable,

    /// <summary>The hub has not heard of it yet.</summary>
    Unknown,
}

/// <summary>What can be done to an entity.</summary>
public enum EntityAction
{
    /// <summary>Switch it on.</summary>
    TurnOn,

    /// <summary>Switch it off.</summary>
    TurnOff,

    /// <summary>Set brightness, position, speed or volume.</summary>
    SetLevel,

    /// <summary>Set the colour of a light.</summary>
    SetColor,

    /// <summary>Set how warm the white of a light is.</summary>
    SetColorTemperature,

    /// <summary>Set the temperature of a thermostat.</summary>
    SetTemperature,

    /// <summary>Open it.</summary>
    Open,

    /// <summary>Shut it.</summary>
    Close,

    /// <summary>Hold what moves.</summary>
    Stop,

    /// <summary>Run a scene, an automation or a script.</summary>
    Run,

    /// <summary>Lock it.</summary>
    Lock,

    /// <summary>Unlock it, or open a door of the house.</summary>
    Unlock,
}
