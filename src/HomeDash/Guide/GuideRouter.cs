using System.ComponentModel.DataAnnotations;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>How to work with this house: short instructions for assistants.</summary>
[Router("guide", Noun = "guide")]
internal sealed class GuideRouter(ProcedureCatalog catalog)
{
    /// <summary>Tells how to work with this house: rules, common tasks with their calls, and per namespace which tool is for what.</summary>
    /// <param name="topic">A namespace, for example docker; left out, how to start.</param>
    /// <param name="context">The run.</param>
    [Query(ToolsPermissions.View, Title = "Read the guide")]
    [Resource("homedash://guide", Title = "How to work with this house", Lines = "lines", Topics = ["tools"])]
    public GuideText Get(ProcedureContext context, [MaxLength(64)] string? topic = null)
    {
        var writer = new GuideWriter(catalog, context.Caller);
        topic ??= GuideWriter.Start;
        return writer.Topics.Contains(topic)
            ? new(topic, writer.Write(topic), writer.Topics)
            : throw ProcedureErrors.InvalidInput("topic", $"There is no guide for '{topic}'. There is one for {string.Join(", ", writer.Topics)}.");
    }
}
