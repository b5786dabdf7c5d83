namespace HomeDash;

/// <summary>How an entity is after something was done to it, read back from its hub.</summary>
/// <param name="Id">Its id in its hub.</param>
/// <param name="Integration">The integration that knows it.</param>
/// <param name="State">How it is now.</param>
/// <param name="Area">The area that it is in.</param>
/// <param name="LevelPercent">Its brightness, position, speed or volume now, in percent.</param>
/// <param name="Color">Its colour now, as #rrggbb.</param>
/// <param name="ColorTemperatureKelvin">The white of a light now, in kelvin.</param>
/// <param name="TargetTemperature">The temperature that it is set to now.</param>
/// <param name="LastRunAt">When it ran last, UTC.</param>
/// <param name="Note">What is worth knowing, for example that it is still moving.</param>
public sealed record EntityChange(
    string Id,
    string Integration,
    EntityState State,
    string? Area = null,
    int? LevelPercent = null,
    string? Color = null,
    int? ColorTemperatureKelvin = null,
    double? TargetTemperature = null,
    DateTimeOffset? LastRunAt = null,
    string? Note = null)
{
    internal static EntityChange Of(Entity entity, string? note) => new(
        entity.Id, entity.Integration, entity.State, entity.Area, entity.LevelPercent, entity.Color, entity.ColorTemperatureKelvin, entity.TargetTemperature, entity.LastRunAt, note);
}
