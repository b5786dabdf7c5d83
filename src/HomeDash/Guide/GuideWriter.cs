using System.Text.RegularExpressions;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>
/// Writes the guide for one caller from the catalogue: it cannot name what does not exist, and does not name what this
/// caller cannot call.
/// </summary>
internal sealed partial class GuideWriter(ProcedureCatalog catalog, Caller caller)
{
    /// <summary>The topic that everybody should read first.</summary>
    public const string Start = "start";

    private readonly ProcedureDefinition[] offered =
    [
        .. catalog.Procedures.Select(procedure => procedure.Definition)
            .Where(definition => caller.MayCall(definition) && !definition.CarriesSecret && catalog.WhyNotAvailable(definition) is null),
    ];

    /// <summary>What there is a guide for: how to start, and each namespace that has something for this caller.</summary>
    public IReadOnlyList<string> Topics => [Start, .. offered.Select(definition => definition.Namespace).Distinct()];

    /// <summary>The guide to a topic.</summary>
    public IReadOnlyList<string> Write(string topic) => topic == Start ? [.. Rules(), .. Tasks(), .. More()] : [.. Namespace(topic)];

    private IEnumerable<string> Rules()
    {
        yield return "How to work with this house";
        yield return "Tools are named namespace_verb. First find, then read, then change.";
        if (Named(offered.Where(definition => definition is { Kind: ProcedureKind.Query } && Verb(definition) is "list" or "search")) is { Length: > 0 } finders)
        {
            yield return $"Find: {finders}.";
        }

        yield return "Name a thing by its name, its id or the beginning of its id. A name that is nearly right is answered with the right one.";
        yield return "Long answers: fields names the parts of the result that you need, for example [\"items.name\"]. A list that goes on has next: give it as cursor.";
        yield return "A failed call says what was wrong and which argument; where there is a call that helps, it is in error.next. Correct it and call again, at most twice.";
        if (!offered.Any(definition => definition.Kind == ProcedureKind.Mutation))
        {
            yield return "You may only read here.";
            yield break;
        }

        yield return "Before a change: call it with dryRun true. It says what would change, and changes nothing.";
        yield return "Ask the user before anything that removes, stops or reaches beyond this house; a no is a no.";
        yield return "A call may have to be approved by a person. The answer says so, and how to go on: tell the user, and do not send the call again and again.";
        yield return "An answer with running goes on in the background: look with the call that it names.";
    }

    private IEnumerable<string> Tasks()
    {
        var tasks = GuideTask.All.Select(task => (task.Name, Steps: task.Steps.Where(IsOffered).ToArray())).Where(task => task.Steps.Length > 1).ToArray();
        if (tasks.Length > 0)
        {
            yield return "";
            yield return "Common tasks";
        }

        foreach (var (name, steps) in tasks)
        {
            yield return $"{name}: {string.Join("; ", steps.Select((step, index) => $"{index + 1}. {Find(step.Procedure)!.ToolName} ({InTools(step.What)})"))}.";
        }
    }

    private IEnumerable<string> More()
    {
        if (Find("guide.get") is { } guide)
        {
            yield return "";
            yield return $"More: {guide.ToolName} with topic {string.Join(", ", Topics.Skip(1))}.";
        }
    }

    private IEnumerable<string> Namespace(string name)
    {
        var own = offered.Where(definition => definition.Namespace == name).ToArray();
        foreach (var (title, part) in new[]
        {
            ("Read", own.Where(definition => definition.Kind == ProcedureKind.Query)),
            ("Listen", own.Where(definition => definition.Kind == ProcedureKind.Subscription)),
            ("Change", own.Where(definition => definition.Effect is Effect.Create or Effect.Change)),
            ("Reaches beyond this house, ask first", own.Where(definition => definition.Effect == Effect.External)),
            ("Removes or loses something, ask first", own.Where(definition => definition.Effect == Effect.Destroy)),
        })
        {
            var lines = part.Select(Line).ToArray();
            if (lines.Length > 0)
            {
                yield return title;
            }

            foreach (var line in lines)
            {
                yield return line;
            }
        }
    }

    private string Line(ProcedureDefinition definition)
    {
        var required = definition.Parameters.Where(parameter => parameter.Required).Select(parameter => parameter.Name).ToArray();
        var check = definition.CheckWith is { } path && Find(path) is { } query ? $" May take long: look with {query.ToolName}." : "";
        return $"- {definition.ToolName}{(required.Length == 0 ? "" : $" ({string.Join(", ", required)})")}: {What(definition)}{check}";
    }

    /// <summary>The first sentence of its description; the title where that sentence names what this caller cannot call.</summary>
    private string What(ProcedureDefinition definition)
    {
        var sentence = FirstSentence.Match(definition.Description).Value;
        return ToolNames.In(catalog, sentence).All(named => offered.Contains(named)) ? InTools(sentence) : $"{definition.Title}.";
    }

    private bool IsOffered(GuideStep step) =>
        catalog.Find(step.Procedure) is null ? throw new InvalidOperationException($"The guide says to call {step.Procedure}, which does not exist.") : Find(step.Procedure) is not null;

    private ProcedureDefinition? Find(string path) => Array.Find(offered, definition => definition.Path == path);

    private string InTools(string text) => ToolNames.InText(catalog, text);

    private static string Named(IEnumerable<ProcedureDefinition> definitions) => string.Join(", ", definitions.Select(definition => definition.ToolName));

    private static string Verb(ProcedureDefinition definition) => definition.Path[(definition.Namespace.Length + 1)..];

    [GeneratedRegex(@"^.*?(?:[.!?](?=\s)|$)", RegexOptions.Singleline)]
    private static partial Regex FirstSentence { get; }
}
