using System.Text.Json.Nodes;
using HomeDash.Procedures;

namespace HomeDash.Http;

/// <summary>Prints one procedure as an operation of OpenAPI.</summary>
internal static class OpenApiOperation
{
    public static JsonObject Print(ProcedureDefinition definition)
    {
        var operation = new JsonObject
        {
            ["operationId"] = definition.ToolName,
            ["summary"] = definition.Title,
            ["description"] = $"{definition.Description} Needs the permission `{definition.Permission}`.",
            ["tags"] = new JsonArray(definition.Namespace),
        };
        if (definition.Kind == ProcedureKind.Mutation)
        {
            operation["parameters"] = new JsonArray(Reference("parameters", "DryRun"), Reference("parameters", "Answers"));
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content("application/json", JsonNode.Parse(definition.InputSchema)!) };
        }
        else
        {
            operation["parameters"] = Parameters(definition);
        }

        operation["responses"] = Responses(definition);
        return operation;
    }

    public static JsonObject Reference(string kind, string name) => new() { ["$ref"] = $"#/components/{kind}/{name}" };

    public static JsonObject Content(string type, JsonNode schema) => new() { [type] = new JsonObject { ["schema"] = schema } };

    private static JsonArray Parameters(ProcedureDefinition definition)
    {
        var schema = AnswerSchema.InputOf(definition);
        var required = (schema["required"] as JsonArray ?? []).Select(name => (string?)name).ToHashSet();
        var parameters = new JsonArray();
        foreach (var (name, property) in schema["properties"] as JsonObject ?? [])
        {
            var parameter = new JsonObject { ["name"] = name, ["in"] = "query", ["required"] = required.Contains(name) };
            if (property?["description"] is { } description)
            {
                parameter["description"] = description.DeepClone();
            }

            if ((string?)property?["type"] == "object")
            {
                parameter["content"] = Content("application/json", property.DeepClone());
            }
            else
            {
                parameter["schema"] = property?.DeepClone();
            }

            parameters.Add(parameter);
        }

        if (definition.Kind == ProcedureKind.Subscription)
        {
            parameters.Add(Reference("parameters", "LastEventId"));
        }

        return parameters;
    }

    private static JsonObject Responses(ProcedureDefinition definition)
    {
        var output = AnswerSchema.OutputOf(definition) ?? new JsonObject { ["type"] = "object" };
        var responses = new JsonObject
        {
            ["200"] = definition.Kind == ProcedureKind.Subscription
                ? new JsonObject
                {
                    ["description"] = "Server-sent events until you leave or the stream ends with `return`. The data of each message is an item, as x-item-schema has it.",
                    ["content"] = Content("text/event-stream", new JsonObject { ["type"] = "string", ["x-item-schema"] = output }),
                }
                : new JsonObject { ["description"] = "The result.", ["content"] = Content("application/json", output) },
        };
        if (definition.CheckWith is not null)
        {
            responses["202"] = Reference("responses", "Running");
        }

        responses["default"] = Reference("responses", "Problem");
        return responses;
    }
}
