using System.Text.Encodings.Web;
using System.Text.Json;
using HomeDash.Procedures;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>Makes the tool of a procedure.</summary>
internal static class ToolPrinter
{
    private static readonly JsonSerializerOptions Printing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Tool Print(ProcedureDefinition definition, ToolWords words)
    {
        var streams = definition.Kind == ProcedureKind.Subscription;
        // "Servers MUST provide structured results that conform to this schema" (Tools, Output Schema): of a projected result too.
        var output = streams ? SubscriptionTool.OutputSchema(definition.OutputSchema) : AnswerSchema.ProjectedOutputOf(definition)?.ToJsonString(Printing);
        var description = words.InText(definition.Description);
        return new()
        {
            Name = definition.ToolName,
            Title = definition.Title,
            Description = streams ? $"{description} {SubscriptionTool.Sentence}" : description,
            InputSchema = words.InSchema(AnswerSchema.InputOf(definition).ToJsonString(Printing)),
            OutputSchema = output is null ? null : words.InSchema(output),
            Annotations = Annotate(definition),
        };
    }

    /// <summary>Every hint is said: what is left out of a tool counts as destructive and as reaching into the open world.</summary>
    private static ToolAnnotations Annotate(ProcedureDefinition definition)
    {
        var reads = definition.Kind != ProcedureKind.Mutation;
        return new()
        {
            Title = definition.Title,
            ReadOnlyHint = reads,
            DestructiveHint = definition.Effect == Effect.Destroy,
            IdempotentHint = reads || definition.Idempotent,
            OpenWorldHint = definition.Effect == Effect.External,
        };
    }
}
