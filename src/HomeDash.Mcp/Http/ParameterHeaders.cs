using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>
/// Arguments that a tool's schema wants repeated in headers (<c>x-mcp-header</c>), so that intermediaries can route by them:
/// a server MUST reject a call whose headers say something else than its body (SEP-2243).
/// </summary>
internal static class ParameterHeaders
{
    private const string Prefix = "Mcp-Param-";

    /// <summary>What is wrong with the headers of a call; null for nothing.</summary>
    public static string? Problem(Tool tool, JsonElement parameters, IHeaderDictionary headers)
    {
        var arguments = Part(parameters, "arguments");
        var properties = Part(tool.InputSchema, "properties");
        foreach (var property in properties.ValueKind == JsonValueKind.Object ? properties.EnumerateObject().ToArray() : [])
        {
            if (Part(property.Value, "x-mcp-header") is not { ValueKind: JsonValueKind.String } name)
            {
                continue;
            }

            var argument = Part(arguments, property.Name);
            var expected = argument.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : Decode(McpHeaderEncoder.ConvertToHeaderValue(argument));
            if (Decode(headers[Prefix + name.GetString()]) != expected)
            {
                return $"The header {Prefix}{name.GetString()} must be the same as 'params.arguments.{property.Name}'.";
            }
        }

        return null;
    }

    private static string? Decode(string? value)
    {
        try
        {
            // A value that says that it is Base64 and is not is no value of any argument.
            return value is null ? null : McpHeaderEncoder.DecodeValue(value) ?? "";
        }
        catch (FormatException)
        {
            return "";
        }
    }

    private static JsonElement Part(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var part) ? part : default;
}
