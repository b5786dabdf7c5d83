using System.Text.Encodings.Web;
using System.Text.Json;
using HomeDash.Procedures;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>Makes the tool of a procedure.</summary>
internal static class ToolPrinter
{
    private static readonly JsonSerializerOptions Printing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Tool Print(ProcedureDefinition definition, ToolWords words, ToolDetail detail = ToolDetail.Full, string? ownDescription = null)
    {
        var full = detail == ToolDetail.Full;
        var streams = definition.Kind == ProcedureKind.Subscription;
        // "Servers MUST provide structured results that conform to this schema" (Tools, Output Schema): of a projected result too.
        var output = !full ? null : streams ? SubscriptionTool.OutputSchema : AnswerSchema.ProjectedOutputOf(definition)?.ToJsonString(Printing);
        var input = full ? AnswerSchema.InputOf(definition).ToJsonString(Printing) : definition.InputSchema;
        // What a person wrote for this very tool is said whole.
        var description = ownDescription is null ? words.InText(definition.Description, detail) : words.InText(ownDescription);
        return new()
        {
            Name = definition.ToolName,
            Title = full ? definition.Title : null,
            Description = streams && full ? $"{description} {SubscriptionTool.Sentence}" : description,
            InputSchema = words.InSchema(input, detail),
            OutputSchema = output is null ? null : words.InSchema(ResultSchema.Shorten(output)),
            Annotations = full ? Annotate(definition) : AnnotateBriefly(definition),
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

    /// <summary>Only the hints that say something else than their absence does (ToolAnnotations, defaults).</summary>
    private static ToolAnnotations AnnotateBriefly(ProcedureDefinition definition)
    {
        var reads = definition.Kind != ProcedureKind.Mutation;
        return new()
        {
            ReadOnlyHint = reads ? true : null,
            DestructiveHint = reads || definition.Effect == Effect.Destroy ? null : false,
            IdempotentHint = !reads && definition.Idempotent ? true : null,
            OpenWorldHint = definition.Effect == Effect.External ? null : false,
        };
    }
}
