using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What makes boards and their items acceptable beyond what the schemas say.</summary>
internal static partial class BoardRules
{
    private const int LongestText = 10_000;
    private const int MostTexts = 100;

    /// <summary>Refuses a board with a blank name, or with a colour or a picture that a browser cannot use.</summary>
    /// <exception cref="ProcedureException">Names every bad field.</exception>
    public static void Check(string name, string? accent = null, string? background = null)
    {
        List<InputProblem> problems = [];
        if (string.IsNullOrWhiteSpace(name))
        {
            problems.Add(new("name", "The name is blank. Give 1 to 64 characters."));
        }

        if (accent is not null && !Colour().IsMatch(accent))
        {
            problems.Add(new("accent", "Give # and six hexadecimal digits, for example #0f766e."));
        }

        if (background is not null && !WebAddress.IsPicture(background))
        {
            problems.Add(new("background", WebAddress.PictureHint));
        }

        Refuse(problems);
    }

    /// <summary>The kind with this name.</summary>
    /// <exception cref="ProcedureException">There is none.</exception>
    public static WidgetKind Kind(string kind) => WidgetKinds.Find(kind)
        ?? throw ProcedureErrors.NotFound("kind of widget", kind, WidgetKinds.All.Select(known => known.Kind), new("board.widgets", Why: "It lists the kinds there are."));

    /// <summary>Refuses options that the kind does not have, or that are not what it takes.</summary>
    /// <exception cref="ProcedureException">Names every bad option.</exception>
    public static void CheckOptions(WidgetKind kind, JsonElement options)
    {
        List<InputProblem> problems = [];
        foreach (var given in options.EnumerateObject())
        {
            if (kind.Options.FirstOrDefault(option => option.Name == given.Name) is not { } option)
            {
                var known = kind.Options.Count == 0 ? "It has none." : $"It has {string.Join(", ", kind.Options.Select(known => $"'{known.Name}'"))}.";
                problems.Add(new($"options.{given.Name}", $"The widget '{kind.Kind}' has no such option. {known}"));
            }
            else if (Problem(option, given.Value) is { } problem)
            {
                problems.Add(new($"options.{given.Name}", problem));
            }
        }

        problems.AddRange(kind.Options
            .Where(option => option.Required && !options.TryGetProperty(option.Name, out _))
            .Select(option => new InputProblem($"options.{option.Name}", $"Is required: {option.Description}")));
        Refuse(problems);
    }

    /// <summary>Refuses a place that is not on the grid.</summary>
    public static void CheckFits(string path, Place? place, int columns)
    {
        if (place is not null && place.X + place.Width > columns)
        {
            throw ProcedureErrors.InvalidInput(path, string.Create(CultureInfo.InvariantCulture,
                $"Column {place.X} and a width of {place.Width} reach beyond the {columns} columns of this board. x + width must be at most {columns}."));
        }
    }

    private static string? Problem(WidgetOption option, JsonElement value) => option.Type switch
    {
        WidgetOptionType.Text => IsText(value, 500) ? null : "Give a text of 1 to 500 characters.",
        WidgetOptionType.LongText => IsText(value, LongestText) ? null : $"Give a text of 1 to {LongestText} characters.",
        WidgetOptionType.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "Give true or false.",
        WidgetOptionType.Number => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= option.Least && number <= option.Most
            ? null
            : $"Give a whole number from {option.Least} to {option.Most}.",
        WidgetOptionType.Choice => value.ValueKind == JsonValueKind.String && option.Choices!.Contains(value.GetString()!)
            ? null
            : $"Give one of {string.Join(", ", option.Choices!.Select(choice => $"'{choice}'"))}.",
        WidgetOptionType.Texts => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() <= MostTexts && value.EnumerateArray().All(text => IsText(text, 500))
            ? null
            : $"Give a list of at most {MostTexts} texts.",
        _ => throw new InvalidOperationException($"{option.Type} is no type of option."),
    };

    private static bool IsText(JsonElement value, int longest) => value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text && text.Length <= longest;

    private static void Refuse(List<InputProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw ProcedureErrors.InvalidInput(problems);
        }
    }

    [GeneratedRegex("^#[0-9A-Fa-f]{6}$")]
    private static partial Regex Colour();
}
