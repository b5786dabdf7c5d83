using System.Text.Json.Nodes;
using HomeDash.Procedures;

namespace HomeDash.Http;

/// <summary>Prints the REST surface as an OpenAPI 3.1 document.</summary>
internal static class OpenApiPrinter
{
    public static ReadOnlyMemory<byte> Print(IReadOnlyList<ProcedureDefinition> definitions, string server)
    {
        var paths = new JsonObject();
        foreach (var definition in definitions)
        {
            paths[$"/api/v1/{definition.Path.Replace('.', '/')}"] = new JsonObject
            {
                [definition.Kind == ProcedureKind.Mutation ? "post" : "get"] = OpenApiOperation.Print(definition),
            };
        }

        var document = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "HomeDash",
                ["version"] = typeof(OpenApiPrinter).Assembly.GetName().Version!.ToString(3),
                ["description"] = "Everything that HomeDash can do and you may call.",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = server }),
            ["security"] = new JsonArray(new JsonObject { ["apiKey"] = new JsonArray() }, new JsonObject { ["bearer"] = new JsonArray() }),
            ["tags"] = new JsonArray([.. definitions.Select(definition => definition.Namespace).Distinct().Select(name => new JsonObject { ["name"] = name })]),
            ["paths"] = paths,
            ["components"] = OpenApiComponents.Print(),
        };
        return Json.Print(writer => document.WriteTo(writer));
    }
}
