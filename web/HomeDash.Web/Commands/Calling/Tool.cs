using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Web.Commands.Calling;

/// <summary>A procedure, as <c>tools.list</c> describes it.</summary>
/// <param name="Json">All that <c>tools.list</c> says of it.</param>
internal sealed record Tool(JsonElement Json)
{
    private SchemaNode? input;

    public string Path => Text("path")!;

    public string Title => Text("title")!;

    public string Description => Text("description")!;

    /// <summary><c>query</c>, <c>mutation</c> or <c>subscription</c>.</summary>
    public string Kind => Text("kind")!;

    public string Permission => Text("permission")!;

    public string? Effect => Text("effect");

    public string InputSchema => Text("inputSchema")!;

    public string? OutputSchema => Text("outputSchema");

    public string Namespace => Path[..Path.IndexOf('.')];

    public bool IsStream => Kind == "subscription";

    public bool IsMutation => Kind == "mutation";

    public SchemaNode Input => input ??= SchemaNode.Parse(InputSchema);

    private string? Text(string name) => Json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
