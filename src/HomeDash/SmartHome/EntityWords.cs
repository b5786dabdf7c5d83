namespace HomeDash;

/// <summary>What kinds, states and actions are called in sentences, and by what people mean a kind.</summary>
internal static class EntityWords
{
    private static readonly (string Word, EntityKind[] Kinds)[] Spoken =
    [
        ("light", [EntityKind.Light]), ("lamp", [EntityKind.Light]),
        ("switch", [EntityKind.Switch]), ("plug", [EntityKind.Switch]), ("outlet", [EntityKind.Switch]), ("socket", [EntityKind.Switch]),
        ("fan", [EntityKind.Fan]),
        ("blind", [EntityKind.Cover]), ("shutter", [EntityKind.Cover]), ("curtain", [EntityKind.Cover]), ("cover", [EntityKind.Cover]), ("shade", [EntityKind.Cover]),
        ("thermostat", [EntityKind.Climate]), ("heating", [EntityKind.Climate]), ("radiator", [EntityKind.Climate]), ("climate", [EntityKind.Climate]), ("heater", [EntityKind.Climate]),
        ("speaker", [EntityKind.MediaPlayer]), ("tv", [EntityKind.MediaPlayer]), ("media player", [EntityKind.MediaPlayer]),
        ("lock", [EntityKind.Lock]),
        ("sensor", [EntityKind.Sensor, EntityKind.BinarySensor]),
    ];

    /// <summary>What a word means, in the singular, in the plural, or as the vocabulary writes it; null when it means no kind.</summary>
    public static IReadOnlyList<EntityKind>? KindsOf(string word) =>
        Spoken.FirstOrDefault(one => Same(one.Word, word) || Same(one.Word + "s", word) || Same(one.Word + "es", word)).Kinds
        ?? (Enum.GetValues<EntityKind>().Where(kind => Same(kind.ToString(), word)).ToArray() is [var exact] ? [exact] : null);

    /// <summary>Splits "kitchen lights" or "lights in the kitchen" into all readings of it as an area and kinds; the area is empty for "all lights".</summary>
    public static IEnumerable<(string Area, IReadOnlyList<EntityKind> Kinds)> ReadingsOf(string given)
    {
        var plain = Without(Without(given, "all "), "the ");
        foreach (var middle in new[] { " in the ", " in ", " of the " })
        {
            if (plain.Split(middle, 2, StringSplitOptions.TrimEntries) is [var kind, var area] && KindsOf(kind) is { } kinds)
            {
                yield return (area, kinds);
            }
        }

        var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var last = 1; last <= Math.Min(2, words.Length); last++)
        {
            var area = string.Join(' ', words[..^last]);
            if (KindsOf(string.Join(' ', words[^last..])) is { } kinds && (area.Length > 0 || given.StartsWith("all ", StringComparison.OrdinalIgnoreCase)))
            {
                yield return (area, kinds);
            }
        }
    }

    /// <summary>A name as it stands when nobody says "the" before it.</summary>
    public static string WithoutArticle(string given) => Without(given, "the ");

    /// <summary>An action as part of "cannot be …".</summary>
    public static string Done(EntityAction action) => action switch
    {
        EntityAction.TurnOn => "switched on",
        EntityAction.TurnOff => "switched off",
        EntityAction.SetLevel => "set to a level",
        EntityAction.SetColor => "given a colour",
        EntityAction.SetColorTemperature => "given a warmer or colder white",
        EntityAction.SetTemperature => "set to a temperature",
        EntityAction.Open => "opened",
        EntityAction.Close => "closed",
        EntityAction.Stop => "stopped",
        EntityAction.Run => "run",
        EntityAction.Lock => "locked",
        _ => "unlocked",
    };

    /// <summary>A kind as a word of a sentence: media player.</summary>
    public static string Of(EntityKind kind) => Spaced(kind.ToString());

    /// <summary>A state as a word of a sentence.</summary>
    public static string Of(Entity entity) => entity switch
    {
        { State: EntityState.Told, Text: { } text } => text,
        { State: EntityState.Measured, Value: { } value } => $"{value:0.##} {entity.Unit}".TrimEnd(),
        { LevelPercent: { } level, State: EntityState.On or EntityState.Open } => $"{Spaced(entity.State.ToString())} at {level} %",
        _ => Spaced(entity.State.ToString()),
    };

    private static string Spaced(string name) => string.Concat(name.Select((letter, at) => at > 0 && char.IsUpper(letter) ? " " + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));

    private static string Without(string text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase) ? text[start.Length..].TrimStart() : text;

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
