using System.Text.Json;

namespace HomeDash.Components.Api.Documentation;

/// <summary>An OpenAPI document, read for people.</summary>
public sealed class ApiDocument
{
    private readonly JsonElement root;

    private ApiDocument(JsonElement root)
    {
        this.root = root;
        Title = Text(root.GetProperty("info"), "title") ?? "API";
        Version = Text(root.GetProperty("info"), "version") ?? "";
        Description = Text(root.GetProperty("info"), "description");
        Operations = [.. root.GetProperty("paths").EnumerateObject().SelectMany(Read)];
    }

    /// <summary>What the API is called.</summary>
    public string Title { get; }

    /// <summary>Its version.</summary>
    public string Version { get; }

    /// <summary>What it is for.</summary>
    public string? Description { get; }

    /// <summary>What can be called, in the document's order.</summary>
    public IReadOnlyList<ApiOperation> Operations { get; }

    /// <summary>Reads a document.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static ApiDocument Parse(ReadOnlyMemory<byte> json)
    {
        var root = JsonElement.Parse(json.Span);
        return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("info", out _) && root.TryGetProperty("paths", out _)
            ? new(root)
            : throw new JsonException("This is no OpenAPI document.");
    }

    /// <summary>What a reference within the document stands for; anything else as it is.</summary>
    public JsonElement Resolve(JsonElement part)
    {
        if (Text(part, "$ref") is not { } reference || !reference.StartsWith("#/", StringComparison.Ordinal))
        {
            return part;
        }

        var found = root;
        foreach (var step in reference[2..].Split('/'))
        {
            if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal), out found))
            {
                return part;
            }
        }

        return found;
    }

    /// <summary>A property that is text; null when it is not there.</summary>
    internal static string? Text(JsonElement part, string name) =>
        part.ValueKind == JsonValueKind.Object && part.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private IEnumerable<ApiOperation> Read(JsonProperty path) => path.Value.EnumerateObject()
        .Where(operation => operation.Name is "get" or "post" or "put" or "patch" or "delete")
        .Select(operation => new ApiOperation(operation.Name.ToUpperInvariant(), path.Name, Text(operation.Value, "summary") ?? "", Text(operation.Value, "description"))
        {
            Id = Text(operation.Value, "operationId") ?? $"{operation.Name} {path.Name}",
            Group = operation.Value.TryGetProperty("tags", out var tags) && tags.GetArrayLength() > 0 ? tags[0].GetString()! : "other",
            Parameters = operation.Value.TryGetProperty("parameters", out var parameters) ? [.. parameters.EnumerateArray().Select(Resolve).Select(ReadParameter)] : [],
            Body = operation.Value.TryGetProperty("requestBody", out var body) ? Content(Resolve(body)).Schema : null,
            Answers = operation.Value.TryGetProperty("responses", out var answers) ? [.. answers.EnumerateObject().Select(ReadAnswer)] : [],
        });

    private ApiParameter ReadParameter(JsonElement parameter) => new(
        Text(parameter, "name") ?? "",
        Text(parameter, "in") ?? "query",
        parameter.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.True,
        Text(parameter, "description"),
        parameter.TryGetProperty("schema", out var schema) ? Resolve(schema) : Content(parameter).Schema);

    private ApiAnswer ReadAnswer(JsonProperty answer)
    {
        var (type, schema) = Content(Resolve(answer.Value));
        return new(answer.Name, Text(Resolve(answer.Value), "description") ?? "", type, schema);
    }

    private (string? Type, JsonElement? Schema) Content(JsonElement part)
    {
        if (!part.TryGetProperty("content", out var content) || content.EnumerateObject().FirstOrDefault() is not { Value.ValueKind: JsonValueKind.Object } first)
        {
            return (null, null);
        }

        return (first.Name, first.Value.TryGetProperty("schema", out var schema) ? Resolve(schema) : null);
    }
}

/// <summary>One thing that can be called.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path.</param>
/// <param name="Summary">What it is called.</param>
/// <param name="Description">What it does.</param>
public sealed record ApiOperation(string Method, string Path, string Summary, string? Description)
{
    /// <summary>Its id in the document: for a procedure its name as a tool.</summary>
    public string Id { get; init; } = "";

    /// <summary>What it stands under.</summary>
    public string Group { get; init; } = "";

    /// <summary>What goes into the address and the headers.</summary>
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    /// <summary>Schema of the body; null when there is none.</summary>
    public JsonElement? Body { get; init; }

    /// <summary>What comes back.</summary>
    public IReadOnlyList<ApiAnswer> Answers { get; init; } = [];
}

/// <summary>Something that goes into the address or the headers.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Where"><c>query</c>, <c>header</c> or <c>path</c>.</param>
/// <param name="Required">Whether it must be given.</param>
/// <param name="Description">What it means.</param>
/// <param name="Schema">What it may be.</param>
public sealed record ApiParameter(string Name, string Where, bool Required, string? Description, JsonElement? Schema);

/// <summary>Something that comes back.</summary>
/// <param name="Status">The HTTP status, or <c>default</c>.</param>
/// <param name="Description">When it comes.</param>
/// <param name="Type">The media type; null when there is no body.</param>
/// <param name="Schema">What is in it.</param>
public sealed record ApiAnswer(string Status, string Description, string? Type, JsonElement? Schema);
