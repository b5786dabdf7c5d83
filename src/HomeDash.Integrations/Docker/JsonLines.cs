using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HomeDash.Integrations.Docker;

/// <summary>Reads a stream of JSON objects, one a line.</summary>
internal static class JsonLines
{
    private const int LongestLine = 1 << 20;

    /// <param name="read">Reads some bytes; 0 at the end.</param>
    /// <param name="type">What a line holds.</param>
    /// <param name="broken">Makes the exception for a stream that is not of that form.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        ReadBytes read, JsonTypeInfo<T> type, Func<string, Exception> broken, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        var (buffer, filled) = (new byte[4096], 0);
        while (await read(buffer.AsMemory(filled), cancellationToken).ConfigureAwait(false) is var count and > 0)
        {
            filled += count;
            var begin = 0;
            while (Array.IndexOf(buffer, (byte)'\n', begin, filled - begin) is var end and >= 0)
            {
                if (end > begin)
                {
                    yield return Parse(buffer.AsSpan(begin, end - begin), type, broken);
                }

                begin = end + 1;
            }

            buffer.AsSpan(begin, filled - begin).CopyTo(buffer);
            filled -= begin;
            if (filled == LongestLine)
            {
                throw broken("It sent a line without an end.");
            }

            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(LongestLine, buffer.Length * 2));
            }
        }

        if (filled > 0)
        {
            yield return Parse(buffer.AsSpan(0, filled), type, broken);
        }
    }

    private static T Parse<T>(ReadOnlySpan<byte> line, JsonTypeInfo<T> type, Func<string, Exception> broken)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(line, type) ?? throw broken("It sent an empty line.");
        }
        catch (JsonException)
        {
            throw broken("It sent a line that is not JSON.");
        }
    }
}
