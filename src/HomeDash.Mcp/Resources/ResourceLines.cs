using System.Text;
using System.Text.Json;

namespace HomeDash.Mcp;

/// <summary>A list in an answer as plain text: a line for each item, with the values of an item that has several side by side.</summary>
internal static class ResourceLines
{
    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> answer, string list)
    {
        var root = JsonElement.Parse(answer.Span);
        var text = new StringBuilder();
        foreach (var item in root.GetProperty(list).EnumerateArray())
        {
            text.Append(item.ValueKind == JsonValueKind.Object ? string.Join(' ', item.EnumerateObject().Select(property => property.Value.ToString())) : item.ToString()).Append('\n');
        }

        if (root.TryGetProperty("leftOut", out var left))
        {
            text.Append($"({left.GetRawText()} more lines were too many for one answer.)\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
