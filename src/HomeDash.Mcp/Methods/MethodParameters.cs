using System.Text.Json;
using ModelContextProtocol;

namespace HomeDash.Mcp;

/// <summary>Reads the parameters of a request, and says which of them is not as it should be.</summary>
internal static class MethodParameters
{
    /// <summary>The text of a parameter that has to be there.</summary>
    /// <exception cref="McpProtocolException">It is not there, or is no text.</exception>
    public static string RequiredText(this JsonElement parameters, string name) => parameters.OptionalText(name) ?? throw Misfit(name);

    /// <summary>The text of a parameter; null when it is left out.</summary>
    /// <exception cref="McpProtocolException">It is no text.</exception>
    public static string? OptionalText(this JsonElement parameters, string name) =>
        parameters.ValueKind != JsonValueKind.Object || !parameters.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw Misfit(name);

    /// <summary>Lists come on one page: nobody was given a cursor.</summary>
    /// <exception cref="McpProtocolException">There is one ("Invalid cursors SHOULD result in an error with code -32602", Pagination).</exception>
    public static void RefuseCursor(this JsonElement parameters)
    {
        if (parameters.OptionalText("cursor") is not null)
        {
            throw new McpProtocolException("There is no such cursor: the whole list comes on the first page.", McpErrorCode.InvalidParams);
        }
    }

    public static McpProtocolException Misfit(string parameter) =>
        new($"The parameters are not of the form that this method takes (see params.{parameter}).", McpErrorCode.InvalidParams);
}
