using HomeDash.Procedures;

namespace HomeDash.Mcp;

/// <summary>The resources of the catalogue: each is read as its query is called, with the rights of who reads.</summary>
internal sealed class CatalogResources(ProcedureCatalog catalog, ToolTable table, AnswerCalls calls, PromptCalls names) : IResourceSource
{
    public IEnumerable<ResourceEntry> OfferedTo(McpCall call) => catalog.Resources.Where(resource => IsOffered(call, resource)).Select(Describe);

    public async ValueTask<ResourceBody?> ReadAsync(McpCall call, string uri, CancellationToken cancellationToken)
    {
        if (catalog.FindResource(uri) is not { } found || !IsOffered(call, found.Resource))
        {
            return null;
        }

        var (resource, values) = found;
        var outcome = await calls.CallAsync(
            resource.Query.Path, InputJson.With(resource.Definition.Input, values), new(call.Caller, "mcp"), cancellationToken).ConfigureAwait(false);
        return outcome switch
        {
            Answer answer => new(uri, resource.Definition.MimeType, resource.Definition.Lines is { } lines ? ResourceLines.Of(answer.Json, lines) : answer.Json),
            ProcedureOutcome.Failed failed => throw new ProcedureException(failed.Error),
            _ => throw new InvalidOperationException($"{resource.Query.Path} came to {outcome.GetType().Name}, which is no content."),
        };
    }

    public async ValueTask<TargetNames?> CompleteAsync(McpCall call, string template, string variable, string text, CancellationToken cancellationToken)
    {
        if (catalog.Resources.FirstOrDefault(resource => resource.Definition.Uri == template) is not { } found || !IsOffered(call, found))
        {
            return null;
        }

        return found.Definition.Template.Variables.Contains(variable) && found.Query.Parameters.FirstOrDefault(parameter => parameter.Name == variable)?.TargetNoun is { } noun
            ? await names.CompleteAsync(noun, text, new(call.Caller, "mcp"), cancellationToken).ConfigureAwait(false)
            : TargetNames.None;
    }

    /// <summary>Whoever is offered the tool of a query is offered its resources.</summary>
    private bool IsOffered(McpCall call, DeclaredResource resource) => table.NameFor(call.Caller, resource.Query.Path) is not null;

    private ResourceEntry Describe(DeclaredResource resource) => new(
        resource.Definition.Uri,
        string.Join('-', resource.Definition.Uri[(resource.Definition.Uri.IndexOf("://", StringComparison.Ordinal) + 3)..].Split('/').Where(part => part[0] != '{')),
        resource.Definition.Title ?? resource.Query.Title,
        table.Words.InText(resource.Query.Description),
        resource.Definition.MimeType,
        resource.Definition.Template.Variables.Count > 0);
}
