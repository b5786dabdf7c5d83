using System.Globalization;

namespace HomeDash.Components.SmartHome;

/// <summary>What an entity shows, in words.</summary>
internal static class EntityFigures
{
    /// <summary>How it is: <c>On, 80 %</c>, <c>21.3 °C</c>, <c>Opening</c>.</summary>
    public static string Of(Entity entity) => entity switch
    {
        { State: EntityState.Unavailable } => "Unavailable",
        { State: EntityState.Unknown } => "Not known yet",
        { State: EntityState.Measured, Value: { } value } => Amount(value, entity.Unit),
        { Kind: EntityKind.Climate, Temperature: { } now } => $"{Amount(now, entity.Unit)} now{(entity.State == EntityState.Off ? ", off" : entity.Text is { } mode ? $", {mode}" : "")}",
        { Kind: EntityKind.BinarySensor, State: EntityState.On } => "Detected",
        { Kind: EntityKind.BinarySensor, State: EntityState.Off } => "Clear",
        { Kind: EntityKind.MediaPlayer, Text: { } title, State: not EntityState.Off } => $"{entity.State}: {title}",
        { LevelPercent: { } level, State: EntityState.On or EntityState.Open or EntityState.Opening or EntityState.Closing } => string.Create(CultureInfo.InvariantCulture, $"{entity.State}, {level} %"),
        { State: EntityState.Told, Text: { } text } => text,
        _ => entity.State.ToString(),
    };

    /// <summary>A number with its unit: <c>21.3 °C</c>.</summary>
    public static string Amount(double value, string? unit) => string.Create(CultureInfo.InvariantCulture, $"{value:#,0.##} {unit}").TrimEnd();

    /// <summary>Whether it is on as a switch shows it.</summary>
    public static bool IsOn(Entity entity) => entity.State is EntityState.On or EntityState.Playing or EntityState.Paused or EntityState.Idle;
}
