using System.Text.Json.Nodes;

namespace HomeDash.Procedures;

/// <summary>The schemas of calls on the JSON surfaces: the procedure's own, and what <see cref="AnswerCalls"/> adds to them.</summary>
public static class AnswerSchema
{
    /// <summary>The input with <see cref="Projection.Parameter"/> or <see cref="DryRun.Parameter"/>, whichever the procedure offers.</summary>
    public static JsonObject InputOf(ProcedureDefinition definition)
    {
        var schema = Parse(definition.InputSchema);
        if (Projection.IsOfferedBy(definition))
        {
            PropertiesOf(schema)[Projection.Parameter] = Parse("""{"type":"array","description":"Only these fields of the result, for example items.name.","items":{"type":"string"},"maxItems":100}""");
        }
        else if (DryRun.IsOfferedBy(definition))
        {
            PropertiesOf(schema)[DryRun.Parameter] = Parse("""{"type":"boolean","description":"Only say what would change."}""");
        }

        return schema;
    }

    /// <summary>The result of a call that was not projected, with the number of items that were left out for being too many; null when it is not known.</summary>
    public static JsonObject? OutputOf(ProcedureDefinition definition)
    {
        if (definition.OutputSchema is null)
        {
            return null;
        }

        var schema = Parse(definition.OutputSchema);
        if (definition.Kind != ProcedureKind.Subscription && schema["properties"] is JsonObject properties
            && properties.Any(property => property.Value?["items"] is not null) && !properties.ContainsKey(AnswerCut.LeftOut))
        {
            properties[AnswerCut.LeftOut] = Parse("""{"type":"integer","description":"How many more items there were, which did not fit into the answer; absent when all did."}""");
        }

        return schema;
    }

    /// <summary>
    /// The result of a call that may have been projected, or may have been a dry run or gone on in the background: whatever is
    /// there is of this shape, and nothing has to be.
    /// </summary>
    public static JsonObject? ProjectedOutputOf(ProcedureDefinition definition)
    {
        if (definition.OutputSchema is null)
        {
            return null;
        }

        var schema = Parse(definition.OutputSchema);
        if (Projection.IsOfferedBy(definition) || definition.Kind == ProcedureKind.Mutation)
        {
            RequireNothing(schema);
        }

        return schema;
    }

    private static JsonObject PropertiesOf(JsonObject schema) =>
        schema["properties"] as JsonObject ?? (JsonObject)(schema["properties"] = new JsonObject());

    private static void RequireNothing(JsonNode? schema)
    {
        if (schema is not JsonObject shape)
        {
            return;
        }

        shape.Remove("required");
        foreach (var word in (ReadOnlySpan<string>)["items", "additionalProperties"])
        {
            RequireNothing(shape[word]);
        }

        foreach (var below in (shape["properties"] as JsonObject ?? []).Select(property => property.Value)
            .Concat(shape["anyOf"] as JsonArray ?? []).Concat(shape["oneOf"] as JsonArray ?? []))
        {
            RequireNothing(below);
        }
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
