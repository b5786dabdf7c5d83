using HomeDash.Procedures;

namespace HomeDash.Mcp;

/// <summary>Finds tools by what people say: in their names, titles, descriptions and arguments, and in words that stand in none of these.</summary>
internal sealed class ToolFinder
{
    private readonly IReadOnlyList<ProcedureDefinition> definitions;
    private readonly SearchIndex index;

    public ToolFinder(IReadOnlyList<ProcedureDefinition> definitions, Func<ProcedureDefinition, string> descriptionOf, IEnumerable<ISearchWords> words)
    {
        this.definitions = definitions;
        var all = words.ToArray();
        index = new([.. definitions.Select(definition => Fields(definition, descriptionOf(definition), all))]);
    }

    /// <summary>The tools that fit best and that this caller may call, the best first.</summary>
    public IEnumerable<ProcedureDefinition> Find(string query, Caller caller) => index.Find(query).Select(found => definitions[found]).Where(caller.MayCall);

    private static IReadOnlyList<(string Text, double Weight)> Fields(ProcedureDefinition definition, string description, ISearchWords[] words) =>
    [
        (definition.Path[(definition.Namespace.Length + 1)..], 3),
        (definition.Namespace, 2),
        (definition.Title, 2),
        (description, 1),
        (string.Join(' ', definition.Parameters.Select(parameter => parameter.Name)), 0.5),
        (Said(words, definition.Path), 2),
        (Said(words, definition.Namespace), 1.5),
    ];

    private static string Said(ISearchWords[] words, string name) => string.Join(' ', words.Select(source => source.ByName.GetValueOrDefault(name)));
}
