using System.Text.Json;
using System.Text.Json.Nodes;
using HomeDash.Procedures;

namespace HomeDash.Components.Api.TryIt;

/// <summary>What a person has filled in for one part of an input.</summary>
public sealed class FormNode
{
    /// <summary>Records within records are fields down to here; deeper ones are written as JSON.</summary>
    private const int DeepestFields = 3;

    private readonly int depth;

    /// <summary>An empty form.</summary>
    public FormNode(SchemaNode schema, int depth = 0)
    {
        (Schema, this.depth) = (schema, depth);
        Flag = schema.Kind == SchemaKind.Boolean && (schema.Required || schema.Default is not null) ? schema.Default == "true" : null;
        Fields = schema.Kind == SchemaKind.Record && !AsJson ? [.. schema.Members.Select(member => new FormNode(member, depth + 1))] : [];
        if (schema is { Kind: SchemaKind.List, Required: true, Items.Choices.Count: 0 })
        {
            Add();
        }
    }

    /// <summary>What belongs here.</summary>
    public SchemaNode Schema { get; }

    /// <summary>Whether it is written as JSON instead of in fields.</summary>
    public bool AsJson => Schema.Kind == SchemaKind.Any || (depth > DeepestFields && Schema.Kind is SchemaKind.Record or SchemaKind.List or SchemaKind.Map);

    /// <summary>What was typed, or chosen.</summary>
    public string Text { get; set; } = "";

    /// <summary>Yes, no, or nothing said.</summary>
    public bool? Flag { get; set; }

    /// <summary>The key of an entry of a dictionary.</summary>
    public string Key { get; set; } = "";

    /// <summary>Those of several choices that are ticked.</summary>
    public HashSet<string> Ticked { get; } = new(StringComparer.Ordinal);

    /// <summary>The members of a record.</summary>
    public IReadOnlyList<FormNode> Fields { get; }

    /// <summary>The items of a list, or the entries of a dictionary.</summary>
    public List<FormNode> Items { get; } = [];

    /// <summary>Where the value stood in the input that was built last, as problems name it; null when it was left out.</summary>
    public string? Path { get; private set; } = "";

    /// <summary>Adds an item or an entry.</summary>
    public void Add() => Items.Add(new(Schema.Items!, depth + 1));

    /// <summary>The input so far; null when nothing is given. Remembers where each value stands in it.</summary>
    /// <param name="path">Where this node stands.</param>
    /// <param name="secret">What to write for a secret; null for the secret itself.</param>
    public JsonNode? Build(string path = "", Func<SchemaNode, string>? secret = null)
    {
        Path = path;
        return AsJson ? Json() : Schema.Kind switch
        {
            SchemaKind.Record => Record(path, secret),
            SchemaKind.Map => Map(path, secret),
            SchemaKind.List when Schema.Items!.Choices.Count > 0 => Ticked.Count == 0 ? null : new JsonArray([.. Schema.Items.Choices.Where(Ticked.Contains).Select(choice => (JsonNode)choice)]),
            SchemaKind.List => List(path, secret),
            SchemaKind.Boolean => Flag is { } flag && (Schema.Required || (flag ? "true" : "false") != Schema.Default) ? JsonValue.Create(flag) : null,
            _ when Text.Length == 0 => null,
            _ when Schema.Secret && secret is not null => secret(Schema),
            SchemaKind.Integer or SchemaKind.Number => Json(),
            _ => Text,
        };
    }

    /// <summary>Fills the form from an input.</summary>
    public void Fill(JsonNode? value)
    {
        (Text, Flag) = value switch
        {
            null => ("", Schema.Kind == SchemaKind.Boolean && (Schema.Required || Schema.Default is not null) ? Schema.Default == "true" : null),
            _ when AsJson => (value.ToJsonString(JsonTexts.Readable), null),
            JsonValue scalar => (scalar.ToString(), scalar.GetValueKind() switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null }),
            _ => ("", (bool?)null),
        };
        foreach (var field in Fields)
        {
            field.Fill((value as JsonObject)?[field.Schema.Name]);
        }

        Ticked.Clear();
        Items.Clear();
        foreach (var (key, item) in Parts(value))
        {
            if (Schema.Items is { Choices.Count: > 0 } && Schema.Kind == SchemaKind.List)
            {
                Ticked.Add(item?.ToString() ?? "");
                continue;
            }

            var entry = new FormNode(Schema.Items!, depth + 1) { Key = key };
            entry.Fill(item);
            Items.Add(entry);
        }
    }

    private IEnumerable<(string Key, JsonNode? Item)> Parts(JsonNode? value) => (AsJson, Schema.Kind, value) switch
    {
        (false, SchemaKind.List, JsonArray items) => items.Select(item => ("", item)),
        (false, SchemaKind.Map, JsonObject entries) => entries.Select(entry => (entry.Key, entry.Value)),
        _ => [],
    };

    // What is no JSON goes out as text: the pipeline says at this field what would be right.
    private JsonNode? Json()
    {
        if (string.IsNullOrWhiteSpace(Text))
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(Text);
        }
        catch (JsonException)
        {
            return Text;
        }
    }

    private JsonObject? Record(string path, Func<SchemaNode, string>? secret)
    {
        var record = new JsonObject();
        foreach (var field in Fields)
        {
            if (field.Build(path.Length == 0 ? field.Schema.Name : $"{path}.{field.Schema.Name}", secret) is { } value)
            {
                record[field.Schema.Name] = value;
            }
        }

        return record.Count > 0 || Schema.Required ? record : null;
    }

    private JsonObject? Map(string path, Func<SchemaNode, string>? secret)
    {
        var map = new JsonObject();
        foreach (var entry in Items)
        {
            if (entry.Build($"{path}.{entry.Key}", secret) is { } value && entry.Key.Length > 0)
            {
                map[entry.Key] = value;
            }
        }

        return map.Count > 0 ? map : null;
    }

    private JsonArray? List(string path, Func<SchemaNode, string>? secret)
    {
        var list = new JsonArray();
        foreach (var item in Items)
        {
            if (item.Build($"{path}[{list.Count}]", secret) is { } value)
            {
                list.Add(value);
            }
            else
            {
                item.Path = null;
            }
        }

        return list.Count > 0 ? list : null;
    }
}
