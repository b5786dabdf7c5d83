using HomeDash.Procedures;

namespace HomeDash.Mcp;

/// <summary>Where resources come from: the catalogue, and in tests a fixture.</summary>
internal interface IResourceSource
{
    /// <summary>The resources and templates that this caller may read now.</summary>
    IEnumerable<ResourceEntry> OfferedTo(McpCall call);

    /// <summary>Reads a resource; null when the address is none of this source's, or not for this caller.</summary>
    /// <exception cref="ProcedureException">It could not be read, or what its address names is not there.</exception>
    ValueTask<ResourceBody?> ReadAsync(McpCall call, string uri, CancellationToken cancellationToken);

    /// <summary>The values that a variable of a template may become; null when the template is none of this source's, or not for this caller.</summary>
    ValueTask<TargetNames?> CompleteAsync(McpCall call, string template, string variable, string text, CancellationToken cancellationToken);
}

/// <summary>What lists say of a resource, or of a template of resources.</summary>
/// <param name="Uri">Its address or template.</param>
/// <param name="Name">A name for programs.</param>
/// <param name="Title">A title for people.</param>
/// <param name="Description">What it holds.</param>
/// <param name="MimeType">What its content is.</param>
/// <param name="IsTemplate">Whether the address has variables.</param>
internal sealed record ResourceEntry(string Uri, string Name, string Title, string Description, string MimeType, bool IsTemplate);

/// <summary>The content of a resource.</summary>
/// <param name="Uri">Its address, as it was asked for.</param>
/// <param name="MimeType">What the content is.</param>
/// <param name="Utf8">The content: text in UTF-8, or bytes.</param>
/// <param name="IsText">Whether it is text.</param>
internal sealed record ResourceBody(string Uri, string MimeType, ReadOnlyMemory<byte> Utf8, bool IsText = true);
