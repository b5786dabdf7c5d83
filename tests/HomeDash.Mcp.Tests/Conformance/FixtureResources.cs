using System.Text;
using HomeDash.Procedures;

namespace HomeDash.Mcp.Tests;

/// <summary>The resources that the conformance suite wants of a server.</summary>
internal sealed class FixtureResources : IResourceSource, IResourceTopics
{
    private const string Template = "test://template/{id}/data";
    private const string Watched = "test://watched-resource";

    public IEnumerable<ResourceEntry> OfferedTo(McpCall call) =>
    [
        new("test://static-text", "static-text", "Static text", "A resource that is always the same text.", "text/plain", IsTemplate: false),
        new("test://static-binary", "static-binary", "Static binary", "A resource that is always the same picture.", "image/png", IsTemplate: false),
        new(Watched, "watched-resource", "Watched resource", "A resource that can be followed.", "text/plain", IsTemplate: false),
        new(Template, "template", "Template", "Data of an id.", "application/json", IsTemplate: true),
    ];

    public ValueTask<ResourceBody?> ReadAsync(McpCall call, string uri, CancellationToken cancellationToken) => new(uri switch
    {
        "test://static-text" => Text(uri, "text/plain", "This is the content of the static text resource."),
        "test://static-binary" => new(uri, "image/png", Convert.FromBase64String(FixtureTools.Png), IsText: false),
        Watched => Text(uri, "text/plain", "Somebody may watch this."),
        _ when IdIn(uri) is { } id => Text(uri, "application/json", $$"""{"id":"{{id}}","templateTest":true,"data":"Data for ID: {{id}}"}"""),
        _ => null,
    });

    public ValueTask<TargetNames?> CompleteAsync(McpCall call, string template, string variable, string text, CancellationToken cancellationToken) =>
        new(template == Template ? new TargetNames(["123"], 1) : null);

    public ValueTask<IResourceWatch?> WatchAsync(Caller caller, ToolProfile profile, string uri, CancellationToken cancellationToken) => new(uri == Watched ? new Watch() : null);

    private static ResourceBody Text(string uri, string type, string text) => new(uri, type, Encoding.UTF8.GetBytes(text));

    private static string? IdIn(string uri) =>
        uri.StartsWith("test://template/", StringComparison.Ordinal) && uri.EndsWith("/data", StringComparison.Ordinal) && uri.Split('/') is [_, _, _, { Length: > 0 } id, _] ? id : null;

    /// <summary>The suite follows the resource, and does not wait for it to change.</summary>
    private sealed class Watch : IResourceWatch
    {
        public string Uri => Watched;

        public IReadOnlyList<string> Topics => ["fixture"];

        public ValueTask<bool> IsConcernedByAsync(Change change, CancellationToken cancellationToken) => new(true);
    }
}
