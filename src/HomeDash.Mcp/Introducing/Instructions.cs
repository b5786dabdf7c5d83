using System.Text;
using HomeDash.Procedures;

namespace HomeDash.Mcp;

/// <summary>What a client's model is told about the server as a whole; it names only what this caller may call.</summary>
internal static class Instructions
{
    private const int MostNamed = 20;

    public static string For(McpCall call, ToolTable table)
    {
        var offered = table.For(call).Definitions;
        if (offered.Count == 0)
        {
            return "HomeDash runs the services of a home. This key may not use any tool yet: an administrator can grant its user permissions in the dashboard.";
        }

        var text = new StringBuilder("HomeDash runs the services of a home. A tool's name is its namespace and a verb; the namespaces are ")
            .AppendJoin(", ", offered.GroupBy(definition => definition.Namespace).Select(group => $"{group.Key} ({group.Count()})")).Append('.');
        if (call.Profile.ToolSearch)
        {
            text.Append($" Most of the {offered.Count} tools are not listed: {SearchTools.Search} finds them by what is to be done and says how to call them.");
        }

        var finders = offered.Where(Finds).Select(definition => definition.ToolName).ToArray();
        if (finders.Length > 0)
        {
            text.Append(" To find names and ids, call ").AppendJoin(", ", finders.Take(MostNamed)).Append(finders.Length > MostNamed ? " and the like" : "").Append(" first.");
        }

        text.Append(" Where a tool asks for a thing, its name, its id or the beginning of its id will do, and a name that is nearly right is answered with the right one.")
            .Append(" A failed call says what was wrong, which argument, and where it can what to call next: correct it and call again.");
        if (offered.Any(Projection.IsOfferedBy))
        {
            text.Append(" A tool that takes fields answers with those alone: name what you need, and long lists stay short.");
        }

        if (offered.Any(DryRun.IsOfferedBy))
        {
            text.Append(" A tool that changes something takes dryRun: with true it only says what would change.");
        }

        if (call.Caller.ReadOnly)
        {
            text.Append(" This key may only read.");
        }

        return text.ToString();
    }

    private static bool Finds(ProcedureDefinition definition) =>
        definition.Kind == ProcedureKind.Query && definition.Path[(definition.Namespace.Length + 1)..] is "list" or "search";
}
