using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using HomeDash.Procedures;

namespace HomeDash.Web.Commands.Calling;

/// <summary>The options of one procedure, made from the schema of its input.</summary>
internal sealed class InputOptions
{
    private const string JsonName = "--json";

    private readonly List<(SchemaNode Node, Option Option)> options = [];
    private readonly Option<string?> json = new(JsonName) { Description = "The whole input as a JSON object; - reads it from standard input. Options beside it win.", HelpName = "object" };
    private readonly Command command;

    /// <summary>Gives the command an option for each parameter.</summary>
    public InputOptions(SchemaNode input, Command command)
    {
        this.command = command;
        foreach (var node in input.Members)
        {
            var option = Make(node);
            options.Add((node, option));
            command.Add(option);
        }

        AddBeside(json);
    }

    /// <summary>Adds an option that is not the procedure's, unless the procedure has one of that name.</summary>
    public void AddBeside(Option option)
    {
        if (options.TrueForAll(own => own.Option.Name != option.Name))
        {
            command.Add(option);
        }
    }

    /// <summary>What was given for an option that is not the procedure's.</summary>
    public T? GetBeside<T>(ParseResult parsed, Option<T> option) => command.Options.Contains(option) ? parsed.GetValue(option) : default;

    /// <summary>The input that was given.</summary>
    /// <exception cref="UsageFailure">What should be JSON is none.</exception>
    public JsonObject Read(ParseResult parsed)
    {
        var input = GetBeside(parsed, json) is { } whole ? Whole(whole) : [];
        foreach (var (node, option) in options.Where(own => parsed.GetResult(own.Option) is { Implicit: false }))
        {
            input[node.Name] = option switch
            {
                Option<bool> { Name: var name } flag when name.EndsWith("-stdin", StringComparison.Ordinal) && node.Secret => parsed.GetValue(flag) ? Console.In.ReadLine() : null,
                Option<bool> flag => parsed.GetValue(flag),
                Option<string[]> list => new JsonArray([.. parsed.GetValue(list)!.Select(item => Value(node.Items!, item, option.Name))]),
                _ => Value(node, parsed.GetValue((Option<string>)option)!, option.Name),
            };
        }

        return input;
    }

    /// <summary>The option of a parameter: <c>--read-only</c> for <c>readOnly</c>.</summary>
    public static string NameOf(SchemaNode node) =>
        "--" + string.Concat(node.Name.Select(letter => char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{letter}")) + (node.Secret ? "-stdin" : "");

    private static Option Make(SchemaNode node)
    {
        var name = NameOf(node);
        string[] alias = node.Secret || name == $"--{node.Name}" ? [] : [$"--{node.Name}"];
        Option option = node switch
        {
            // A secret among the arguments could be seen by everybody on the machine.
            { Secret: true } => new Option<bool>(name) { Description = $"Reads it from the next line of standard input. {Describe(node)}" },
            { Kind: SchemaKind.Boolean } => new Option<bool>(name, alias) { Description = Describe(node), Arity = ArgumentArity.ZeroOrOne },
            { Kind: SchemaKind.List } => new Option<string[]>(name, alias)
            {
                Description = Describe(node), Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = true, HelpName = $"{ValueName(node.Items!)}…",
            },
            _ => new Option<string>(name, alias) { Description = Describe(node), HelpName = ValueName(node) },
        };
        if ((node.Kind == SchemaKind.List ? node.Items! : node) is { Choices: { Count: > 0 } choices })
        {
            option.CompletionSources.Add([.. choices]);
        }

        return option;
    }

    private static string Describe(SchemaNode node) => string.Join(' ', new[]
    {
        node.Required ? "Required." : null,
        node.Description,
        (node.Minimum, node.Maximum) is ({ Length: < 10 } least, { Length: < 10 } most) ? $"{least} to {most}." : null,
        node.Default is { } preset ? $"[default: {preset.Trim('"')}]" : null,
    }.Where(part => part is not null));

    private static string ValueName(SchemaNode node) => node switch
    {
        { Choices.Count: > 0 } => string.Join('|', node.Choices),
        { Kind: SchemaKind.Integer or SchemaKind.Number } => "number",
        { Kind: SchemaKind.Record or SchemaKind.Map } => "object",
        { Kind: SchemaKind.List } => "list",
        { Kind: SchemaKind.Any } => "json",
        { Format: { } format } => format,
        _ => "text",
    };

    // A number that is none goes on as text: whoever is called says what would be right.
    private static JsonNode? Value(SchemaNode node, string text, string option) => node.Kind switch
    {
        SchemaKind.Text => text,
        SchemaKind.Integer or SchemaKind.Number or SchemaKind.Boolean => Parse(text) is JsonValue value ? value : text,
        _ => Parse(text) ?? throw new UsageFailure($"{option}: '{text}' is not JSON."),
    };

    private static JsonObject Whole(string text) =>
        Parse(text == "-" ? Console.In.ReadToEnd() : text) as JsonObject ?? throw new UsageFailure($"{JsonName}: Give one JSON object, for example '{{\"limit\": 5}}'.");

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
