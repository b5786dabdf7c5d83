using System.Text.Json;

namespace HomeDash.Procedures;

/// <summary>One part of an input schema, read for those who build a form or a command line from it.</summary>
/// <param name="Name">Its JSON name; empty for the root and for the items of a list.</param>
/// <param name="Kind">What kind of value it is.</param>
public sealed record SchemaNode(string Name, SchemaKind Kind)
{
    /// <summary>What it means.</summary>
    public string? Description { get; private init; }

    /// <summary>Whether it must be given.</summary>
    public bool Required { get; private init; }

    /// <summary>What counts when it is left out, as JSON; null when nothing does.</summary>
    public string? Default { get; private init; }

    /// <summary>The values to choose from; empty when it is free.</summary>
    public IReadOnlyList<string> Choices { get; private init; } = [];

    /// <summary>The least a number may be, as JSON.</summary>
    public string? Minimum { get; private init; }

    /// <summary>The most a number may be, as JSON.</summary>
    public string? Maximum { get; private init; }

    /// <summary>The most characters of a text.</summary>
    public int? MaxLength { get; private init; }

    /// <summary>JSON Schema's format, for example <c>date-time</c>.</summary>
    public string? Format { get; private init; }

    /// <summary>Whether it must not be seen while it is typed, nor repeated.</summary>
    public bool Secret => Format == "password";

    /// <summary>What a list holds, and what the entries of a dictionary are.</summary>
    public SchemaNode? Items { get; private init; }

    /// <summary>The members of an object, in the order of the schema.</summary>
    public IReadOnlyList<SchemaNode> Members { get; private init; } = [];

    /// <summary>This node and all below it.</summary>
    public IEnumerable<SchemaNode> All => [this, .. Members.SelectMany(member => member.All), .. Items?.All ?? []];

    /// <summary>Reads the schema of a procedure's input.</summary>
    /// <param name="schema">The JSON Schema as text; an object at the root.</param>
    public static SchemaNode Parse(string schema)
    {
        using var document = JsonDocument.Parse(schema);
        return Read("", required: true, document.RootElement);
    }

    private static SchemaNode Read(string name, bool required, JsonElement schema)
    {
        var entries = Entries(schema);
        var members = MembersOf(schema);
        return new(name, KindOf(schema, members.Count, entries is not null))
        {
            Description = Text(schema, "description"),
            Required = required,
            Default = Raw(schema, "default"),
            Choices = schema.TryGetProperty("enum", out var choices) ? [.. choices.EnumerateArray().Select(choice => choice.ToString())] : [],
            Minimum = Raw(schema, "minimum"),
            Maximum = Raw(schema, "maximum"),
            MaxLength = schema.TryGetProperty("maxLength", out var length) && length.TryGetInt32(out var most) ? most : null,
            Format = Text(schema, "format"),
            Items = entries,
            Members = members,
        };
    }

    private static SchemaKind KindOf(JsonElement schema, int members, bool hasEntries) => Text(schema, "type") switch
    {
        "string" => SchemaKind.Text,
        "integer" => SchemaKind.Integer,
        "number" => SchemaKind.Number,
        "boolean" => SchemaKind.Boolean,
        "array" when hasEntries => SchemaKind.List,
        "object" when members > 0 || (schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.False) => SchemaKind.Record,
        "object" when hasEntries => SchemaKind.Map,
        _ => SchemaKind.Any,
    };

    private static SchemaNode? Entries(JsonElement schema) =>
        schema.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Object ? Read("", required: true, items)
        : schema.TryGetProperty("additionalProperties", out var values) && values.ValueKind == JsonValueKind.Object ? Read("", required: true, values)
        : null;

    private static IReadOnlyList<SchemaNode> MembersOf(JsonElement schema)
    {
        if (!schema.TryGetProperty("properties", out var properties))
        {
            return [];
        }

        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()).ToHashSet() : [];
        return [.. properties.EnumerateObject().Select(property => Read(property.Name, required.Contains(property.Name), property.Value))];
    }

    private static string? Text(JsonElement schema, string name) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Raw(JsonElement schema, string name) => schema.TryGetProperty(name, out var value) ? value.GetRawText() : null;
}

/// <summary>What kind of value a part of an input is.</summary>
public enum SchemaKind
{
    /// <summary>Text, or one of several words.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A list of items.</summary>
    List,

    /// <summary>An object with keys of the caller's choice.</summary>
    Map,

    /// <summary>An object with known members.</summary>
    Record,

    /// <summary>Any JSON.</summary>
    Any,
}
