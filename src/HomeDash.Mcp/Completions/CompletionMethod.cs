using System.Text.Json;
using HomeDash.Procedures;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>Answers completion/complete: the names that what was typed may become, for arguments of prompts and variables of resource templates.</summary>
internal sealed class CompletionMethod(IEnumerable<IPromptSource> prompts, ResourceLibrary resources) : IMcpMethod
{
    public string Name => RequestMethods.CompletionComplete;

    public async ValueTask<McpAnswer> AnswerAsync(McpCall call, JsonElement parameters, CancellationToken cancellationToken)
    {
        var (reference, argument) = (Part(parameters, "ref"), Part(parameters, "argument"));
        var (name, text) = (argument.RequiredText("name"), argument.RequiredText("value"));
        var found = reference.RequiredText("type") switch
        {
            "ref/prompt" => await CompleteAsync(call, reference.RequiredText("name"), name, text, cancellationToken).ConfigureAwait(false),
            "ref/resource" => await resources.CompleteAsync(call, reference.RequiredText("uri"), name, text, cancellationToken).ConfigureAwait(false),
            _ => throw MethodParameters.Misfit("ref.type"),
        };
        return found is null
            ? new McpAnswer.Error(McpErrorCode.InvalidParams, "There is no such prompt or resource template. prompts/list and resources/templates/list name what there is.")
            : Print(call, found);
    }

    private async ValueTask<TargetNames?> CompleteAsync(McpCall call, string prompt, string argument, string text, CancellationToken cancellationToken)
    {
        foreach (var source in prompts)
        {
            if (await source.CompleteAsync(call, prompt, argument, text, cancellationToken).ConfigureAwait(false) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static JsonElement Part(JsonElement parameters, string name) =>
        parameters.ValueKind == JsonValueKind.Object && parameters.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object ? part : throw MethodParameters.Misfit(name);

    private static McpAnswer.Result Print(McpCall call, TargetNames found)
    {
        using var writer = ResultWriter.For(call.IsModern);
        writer.Json.WriteStartObject("completion"u8);
        writer.Json.WriteStartArray("values"u8);
        foreach (var name in found.Names)
        {
            writer.Json.WriteStringValue(name);
        }

        writer.Json.WriteEndArray();
        writer.Json.WriteNumber("total"u8, found.Total);
        writer.Json.WriteBoolean("hasMore"u8, found.Total > found.Names.Count);
        writer.Json.WriteEndObject();
        return writer.End();
    }
}
