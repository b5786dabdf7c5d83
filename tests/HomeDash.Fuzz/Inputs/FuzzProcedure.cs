using System.Text.Json.Nodes;
using HomeDash.Procedures;

namespace HomeDash.Fuzz;

/// <summary>What the run knows of a procedure.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Tool">Its name on MCP.</param>
/// <param name="IsQuery">Whether it only reads.</param>
/// <param name="Schema">The schema of its input.</param>
public sealed record FuzzProcedure(string Path, string Tool, bool IsQuery, JsonObject Schema)
{
    /// <summary>Every procedure that a program may call and that carries no secret, so that no run can take the key away that it runs with.</summary>
    public static IReadOnlyList<FuzzProcedure> All(ProcedureCatalog catalog) =>
    [
        .. catalog.Procedures.Select(procedure => procedure.Definition)
            .Where(definition => !definition.OffMcp)
            .Select(definition => new FuzzProcedure(definition.Path, definition.ToolName, definition.Kind != ProcedureKind.Mutation, JsonNode.Parse(definition.InputSchema)!.AsObject())),
    ];

    /// <summary>An input that the schema allows.</summary>
    public JsonObject ValidInput(Random random) => (JsonObject)SchemaValues.Make(Schema, random);
}
