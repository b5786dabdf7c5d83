using System.Runtime.InteropServices;
using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Mcp;

/// <summary>The prompts of the catalogue. What they say to call is left out where this caller is not offered it.</summary>
internal sealed class CatalogPrompts(ProcedureCatalog catalog, ToolTable table, PromptCalls prompts, ResourceLibrary resources) : IPromptSource
{
    public IEnumerable<PromptEntry> OfferedTo(McpCall call) => catalog.Prompts.Select(prompt => prompt.Definition).Where(prompt => IsOffered(call, prompt)).Select(Describe);

    public async ValueTask<McpAnswer?> WriteAsync(McpCall call, string name, JsonElement parameters, CancellationToken cancellationToken)
    {
        if (Find(call, name) is not { } prompt)
        {
            return null;
        }

        return await prompts.WriteAsync(prompt, ArgumentsIn(parameters), new(call.Caller, "mcp"), cancellationToken).ConfigureAwait(false) switch
        {
            ProcedureOutcome.Completed<PromptScript> written => await PrintAsync(call, prompt.Definition, written.Value, cancellationToken).ConfigureAwait(false),
            ProcedureOutcome.Failed failed => throw new ProcedureException(failed.Error),
            var outcome => throw new InvalidOperationException($"{name} came to {outcome.GetType().Name}, which is no prompt."),
        };
    }

    public async ValueTask<TargetNames?> CompleteAsync(McpCall call, string name, string argument, string text, CancellationToken cancellationToken) =>
        Find(call, name) is not { } prompt ? null
        : prompt.Definition.Parameters.FirstOrDefault(parameter => parameter.Name == argument)?.TargetNoun is { } noun
            ? await prompts.CompleteAsync(noun, text, new(call.Caller, "mcp"), cancellationToken).ConfigureAwait(false)
            : TargetNames.None;

    private async Task<McpAnswer.Result> PrintAsync(McpCall call, ProcedureDefinition prompt, PromptScript script, CancellationToken cancellationToken)
    {
        var words = new PromptWords();
        List<ResourceBody> shown = [];
        foreach (var part in script.Parts)
        {
            if (part.Resource is { } address)
            {
                await ShowAsync(address).ConfigureAwait(false);
            }
            else if (part.Procedure is not { } procedure)
            {
                words.Say(part.Text!);
            }
            else if ((catalog.Find(procedure) ?? throw new InvalidOperationException($"{prompt.Path} says to call {procedure}, which does not exist.")) is { } known
                && table.NameFor(call.Caller, known.Definition.Path) is { } tool)
            {
                words.Call(tool, part.Text!);
            }
        }

        using var messages = new PromptMessages(call, prompt.Description);
        messages.AddText(words.ToString());
        foreach (var body in shown)
        {
            messages.AddResource(body);
        }

        return messages.End();

        async Task ShowAsync(string address)
        {
            try
            {
                if (await resources.ReadAsync(call, address, cancellationToken).ConfigureAwait(false) is { } body)
                {
                    shown.Add(body);
                }
            }
            catch (ProcedureException failed)
            {
                // The rest of the prompt is worth as much without it, and why it is missing is worth knowing.
                words.Say($"{address} could not be read: {table.Words.InText(failed.Error.Message)}");
            }
        }
    }

    private Procedure? Find(McpCall call, string name) =>
        catalog.Prompts.FirstOrDefault(prompt => prompt.Definition.ToolName == name) is { } found && IsOffered(call, found.Definition) ? found : null;

    /// <summary>A prompt is offered with the tools of its namespace: without any of them it would have nothing to call.</summary>
    private bool IsOffered(McpCall call, ProcedureDefinition prompt) =>
        call.Caller.MayCall(prompt) && catalog.WhyNotAvailable(prompt) is null
        && table.For(call.Caller).Definitions.Any(definition => definition.Namespace == prompt.Namespace);

    private PromptEntry Describe(ProcedureDefinition prompt) => new(
        prompt.ToolName, prompt.Title, table.Words.InText(prompt.Description),
        [.. prompt.Parameters.Select(parameter => new PromptArgumentEntry(parameter.Name, table.Words.InText(parameter.Description), parameter.Required))]);

    /// <summary>A client sends an empty text for an argument that its user left empty.</summary>
    private static ReadOnlyMemory<byte> ArgumentsIn(JsonElement parameters)
    {
        if (!parameters.TryGetProperty("arguments"u8, out var arguments) || arguments.ValueKind == JsonValueKind.Null)
        {
            return "{}"u8.ToArray();
        }

        if (arguments.ValueKind != JsonValueKind.Object)
        {
            throw MethodParameters.Misfit("arguments");
        }

        return arguments.EnumerateObject().Any(IsEmpty)
            ? InputJson.With(null, arguments.EnumerateObject().Where(argument => !IsEmpty(argument)).ToDictionary(argument => argument.Name, argument => argument.Value.ToString()))
            : JsonMarshal.GetRawUtf8Value(arguments).ToArray();

        static bool IsEmpty(JsonProperty argument) => argument.Value.ValueKind == JsonValueKind.String && argument.Value.ValueEquals(""u8);
    }
}
