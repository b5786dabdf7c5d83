namespace HomeDash;

/// <summary>What is to be done to an entity, and how one sees that it was done.</summary>
/// <param name="Action">What.</param>
public sealed record EntityOrder(EntityAction Action)
{
    /// <summary>The level in percent, for <see cref="EntityAction.SetLevel"/>.</summary>
    public int? LevelPercent { get; init; }

    /// <summary>The colour as #rrggbb, for <see cref="EntityAction.SetColor"/>.</summary>
    public string? Color { get; init; }

    /// <summary>The white in kelvin, for <see cref="EntityAction.SetColorTemperature"/>.</summary>
    public int? Kelvin { get; init; }

    /// <summary>The temperature in the entity's unit, for <see cref="EntityAction.SetTemperature"/>.</summary>
    public double? Temperature { get; init; }

    /// <summary>Whether an entity is as it was ordered to be, or on its way there.</summary>
    /// <param name="before">How it was.</param>
    /// <param name="after">How it is.</param>
    public bool IsDone(Entity before, Entity after) => Action switch
    {
        EntityAction.TurnOn => after.State is EntityState.On or EntityState.Playing or EntityState.Paused or EntityState.Idle,
        EntityAction.TurnOff => after.State == EntityState.Off,
        EntityAction.SetLevel => IsAtLevel(before, after),
        EntityAction.SetColor => after.Color is { } color && (RgbColor.AreNear(color, Color!) || color != before.Color),
        EntityAction.SetColorTemperature => after.ColorTemperatureKelvin is { } white && (Math.Abs(white - Kelvin!.Value) <= Kelvin.Value / 20 || white != before.ColorTemperatureKelvin),
        EntityAction.SetTemperature => after.TargetTemperature is { } target && Math.Abs(target - Temperature!.Value) <= 0.5,
        EntityAction.Open => after.State == EntityState.Opening || (after.State == EntityState.Open && (after.LevelPercent is null or >= 97 || after.LevelPercent > before.LevelPercent)),
        EntityAction.Close => after.State is EntityState.Closing or EntityState.Closed || after.LevelPercent < before.LevelPercent,
        EntityAction.Stop => after.State is not (EntityState.Opening or EntityState.Closing),
        EntityAction.Run => after.LastRunAt != before.LastRunAt || (after.LastRunAt is null && after.IsAvailable),
        EntityAction.Lock => after.State is EntityState.Locked or EntityState.Locking or EntityState.Closed or EntityState.Closing,
        EntityAction.Unlock => after.State is EntityState.Unlocked or EntityState.Unlocking or EntityState.Open or EntityState.Opening,
        _ => throw new ArgumentOutOfRangeException(nameof(after), Action, null),
    };

    /// <summary>Why it cannot be ordered, after "it"; null when it can.</summary>
    internal string? Refusal(Entity before) => before switch
    {
        { IsAvailable: false } => "is unavailable: its hub cannot reach it",
        { IsGuard: true } when Action is EntityAction.Open && before.Can(EntityAction.Unlock) => "opens the house: smartHome.unlock does that, and needs the permission for it",
        _ when !before.Can(Action) => before.Actions.Count == 0
            ? $"cannot be {EntityWords.Done(Action)}, nor anything else"
            : $"cannot be {EntityWords.Done(Action)}; it can be {string.Join(", ", before.Actions.Select(EntityWords.Done))}",
        { MinTemperature: { } least, MaxTemperature: { } most } when Temperature < least || Temperature > most => $"takes {least:0.#} to {most:0.#} {before.Unit}",
        _ => null,
    };

    /// <summary>What is worth knowing although it was done; null when nothing is.</summary>
    internal string? Note(Entity before, Entity after) => this switch
    {
        _ when after.State is EntityState.Opening or EntityState.Closing or EntityState.Locking or EntityState.Unlocking => $"It is still {EntityWords.Of(after)}.",
        { Action: EntityAction.SetLevel } when after.LevelPercent is { } level && Math.Abs(level - LevelPercent!.Value) > 2 => $"It went to {level} %, which is the nearest it can, or is on its way.",
        { Action: EntityAction.SetColor } when !RgbColor.AreNear(after.Color!, Color!) => $"It shows {after.Color}, the nearest it can.",
        { Action: EntityAction.Run } when after.LastRunAt is null => "Its hub does not tell whether it ran.",
        { Action: EntityAction.TurnOn or EntityAction.TurnOff or EntityAction.Lock } when IsDone(before, before) => $"It was {EntityWords.Of(before)} already.",
        _ => null,
    };

    /// <summary>The order as a sentence of a plan.</summary>
    internal string Words(Entity entity)
    {
        var name = entity.Area is null || entity.Name.Contains(entity.Area, StringComparison.OrdinalIgnoreCase) ? entity.Name : $"{entity.Name} ({entity.Area})";
        return Action switch
        {
            EntityAction.TurnOn => $"Turn on {name}.",
            EntityAction.TurnOff => $"Turn off {name}.",
            EntityAction.SetLevel => $"Set {name} to {LevelPercent} %.",
            EntityAction.SetColor => $"Give {name} the colour {Color}.",
            EntityAction.SetColorTemperature => $"Give {name} a white of {Kelvin} K.",
            EntityAction.SetTemperature => $"Set {name} to {Temperature:0.##} {entity.Unit}.".Replace(" .", ".", StringComparison.Ordinal),
            _ => $"{Action} {name}.",
        };
    }

    // Cheap lights step by one of 254, covers stop a little off, and fans have three speeds.
    private bool IsAtLevel(Entity before, Entity after)
    {
        if (LevelPercent == 0 && after.State is EntityState.Off or EntityState.Closed)
        {
            return true;
        }

        var tolerance = after.Kind switch { EntityKind.Fan => 34, EntityKind.Cover => 3, _ => 2 };
        return after.LevelPercent is { } level && after.State != EntityState.Off && (Math.Abs(level - LevelPercent!.Value) <= tolerance
            || (after.Kind == EntityKind.Cover && (after.State is EntityState.Opening or EntityState.Closing
                || (before.LevelPercent is { } was && level != was && Math.Sign(level - was) == Math.Sign(LevelPercent.Value - was)))));
    }
}
