using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>Answers tools/list: all tools on one page, because some clients read only the first.</summary>
internal sealed class ToolListMethod(ToolTable table, ForeignTools foreign) : IMcpMethod
{
    public string Name => RequestMethods.ToolsList;

    public ValueTask<McpAnswer> AnswerAsync(McpCall call, JsonElement parameters, CancellationToken cancellationToken)
    {
        parameters.RefuseCursor();
        var own = table.For(call);
        var others = foreign.Print(call);
        return new(others.IsEmpty ? own.Answer(call.IsModern, Print) : Print(call.IsModern, own.With(others)));
    }

    private static McpAnswer.Result Print(bool modern, ToolListing listing)
    {
        using var writer = ResultWriter.For(modern);
        writer.Json.WritePropertyName("tools"u8);
        writer.Json.WriteRawValue(listing.Json.Span, skipInputValidation: true);
        return writer.End(ListLifetime.OfLists, listing.Hash);
    }
}
