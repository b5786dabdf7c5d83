using System.Buffers;

namespace HomeDash.Mcp;

/// <summary>JSON as the text of a JSON string.</summary>
internal static class JsonAsText
{
    /// <summary>
    /// Written JSON holds nothing that a string would have to escape but quotation marks and backslashes, so it is not looked
    /// through for anything else.
    /// </summary>
    private static readonly SearchValues<byte> Escaped = SearchValues.Create("\"\\"u8);

    /// <summary>The string, quotation marks included.</summary>
    /// <param name="json">As a <see cref="System.Text.Json.Utf8JsonWriter"/> writes it when it does not indent.</param>
    public static ReadOnlySpan<byte> Quote(ReadOnlySpan<byte> json)
    {
        var text = new ArrayBufferWriter<byte>(json.Length + (json.Length / 2) + 2);
        text.Write("\""u8);
        while (json.IndexOfAny(Escaped) is >= 0 and var next)
        {
            var to = text.GetSpan(next + 2);
            json[..next].CopyTo(to);
            to[next] = (byte)'\\';
            to[next + 1] = json[next];
            text.Advance(next + 2);
            json = json[(next + 1)..];
        }

        text.Write(json);
        text.Write("\""u8);
        return text.WrittenSpan;
    }
}
