using System.Text.Json;
using HomeDash.Mcp;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;

namespace HomeDash.Benchmarks;

/// <summary>What tools/list costs a model to read: bytes for each tool of HomeDash's own catalogue, everything available.</summary>
internal static class ToolListFigures
{
    public static IEnumerable<Figure> Measure()
    {
        using var services = new ServiceCollection().AddProcedures().AddHomeDashProcedures().BuildServiceProvider();
        var catalog = services.GetRequiredService<ProcedureCatalog>();
        ProcedureDefinition[] definitions = [.. catalog.Procedures.Select(procedure => procedure.Definition).Where(definition => !definition.OffMcp)];
        var words = new ToolWords(catalog);
        foreach (var (detail, target) in new[] { (ToolDetail.Compact, 466), (ToolDetail.Full, 1_500) })
        {
            int[] sizes = [.. definitions.Select(definition => Size(definition, words, detail))];
            var name = detail.ToString().ToLowerInvariant();
            yield return Figure.Bound($"tools/list, {name}: bytes a tool, {definitions.Length} tools", sizes.Average(), target, "B");
            var largest = Array.IndexOf(sizes, sizes.Max());
            yield return new($"tools/list, {name}: the largest, {definitions[largest].ToolName}", $"{sizes[largest]:#,0} B");
        }
    }

    private static int Size(ProcedureDefinition definition, ToolWords words, ToolDetail detail) =>
        JsonSerializer.SerializeToUtf8Bytes(ToolPrinter.Print(definition, words, detail), McpJsonUtilities.DefaultOptions).Length + ",".Length;
}
