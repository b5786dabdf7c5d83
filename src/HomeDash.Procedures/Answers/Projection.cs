using System.Text.Json;

namespace HomeDash.Procedures;

/// <summary>The fields of a result that a caller wants: dotted paths, which lead through lists without a sign of their own.</summary>
public sealed class Projection
{
    /// <summary>The argument that asks for it, beside the procedure's own.</summary>
    public const string Parameter = "fields";

    /// <summary>More paths than this are no projection any more.</summary>
    private const int MostPaths = 100;

    /// <summary>Always kept: without it a list would end where it goes on.</summary>
    private const string Next = "next";

    private readonly Branch root = new();

    private Projection()
    {
    }

    /// <summary>Whether a procedure's result can be projected: any query's whose result is known, unless the name is one of its own arguments.</summary>
    public static bool IsOfferedBy(ProcedureDefinition definition) =>
        definition is { Kind: ProcedureKind.Query, OutputSchema: not null }
        && !definition.Parameters.Any(parameter => parameter.Name == Parameter);

    /// <summary>Reads the paths and checks them against the schema of the result.</summary>
    /// <param name="given">A list of paths, or one text with commas between them; <c>null</c> for the whole result.</param>
    /// <param name="definition">The procedure.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>Null for the whole result.</returns>
    public static Projection? Read(JsonElement given, ProcedureDefinition definition, ref InputProblems problems)
    {
        if (given.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var texts = given.ValueKind == JsonValueKind.Array ? given.EnumerateArray().ToArray() : [given];
        if (texts.Length == 0 || !Array.TrueForAll(texts, text => text.ValueKind == JsonValueKind.String))
        {
            problems.Add(Parameter, "Must be a list of paths into the result, such as [\"items.name\"].");
            return null;
        }

        var paths = texts.SelectMany(text => text.GetString()!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToArray();
        if (paths.Length is 0 or > MostPaths)
        {
            problems.Add(Parameter, $"Must name from 1 to {MostPaths} paths, not {paths.Length}.");
            return null;
        }

        var schema = JsonElement.Parse(definition.OutputSchema!);
        var projection = new Projection();
        foreach (var (index, path) in paths.Index())
        {
            projection.Add(path, index, schema, ref problems);
        }

        return projection;
    }

    /// <summary>Writes what was asked for of a result.</summary>
    public void Write(Utf8JsonWriter writer, JsonElement result) => Write(writer, result, root, atRoot: true);

    private void Add(string path, int index, JsonElement schema, ref InputProblems problems)
    {
        var branch = root;
        foreach (var name in path.Split('.'))
        {
            if (SchemaFields.Of(schema, name) is not { } found)
            {
                var near = NearestNames.Of(name, SchemaFields.NamesOf(schema));
                var hint = near.Count > 0 ? $"Did you mean {string.Join(" or ", near.Select(each => $"'{each}'"))}?"
                    : SchemaFields.NamesOf(schema) is { Count: > 0 } names ? $"There is {string.Join(", ", names.Take(20))}."
                    : "There is nothing below that.";
                problems.Add($"{Parameter}[{index}]", $"The result has no '{name}' there. {hint}");
                return;
            }

            schema = found;
            branch = branch.To(name);
        }

        branch.IsWhole = true;
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, Branch branch, bool atRoot = false)
    {
        if (branch.IsWhole)
        {
            value.WriteTo(writer);
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in value.EnumerateArray())
            {
                Write(writer, item, branch);
            }

            writer.WriteEndArray();
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (var property in value.EnumerateObject())
            {
                if (branch.Find(property.Name) is { } below)
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value, below);
                }
                else if (atRoot && property.Name == Next)
                {
                    property.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    /// <summary>A name of some path, and the names that follow it.</summary>
    private sealed class Branch
    {
        private readonly Dictionary<string, Branch> below = [];

        public bool IsWhole { get; set; }

        public Branch? Find(string name) => below.GetValueOrDefault(name);

        public Branch To(string name) => Find(name) ?? (below[name] = new());
    }
}
