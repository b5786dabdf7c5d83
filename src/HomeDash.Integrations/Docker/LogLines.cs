using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace HomeDash.Integrations.Docker;

/// <summary>Makes lines of the chunks of a log: each with its time, cut when too long, without colours.</summary>
internal static partial class LogLines
{
    /// <summary>How many bytes of a line are kept: enough for its time and for every character kept of it.</summary>
    private const int MostBytes = (4 * LogLine.MostCharacters) + 64;

    /// <summary>Reads lines that begin with their time.</summary>
    public static async IAsyncEnumerable<LogLine> ReadAsync(IAsyncEnumerable<LogChunk> chunks, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var unfinished = new[] { new List<byte>(256), new List<byte>(256) };
        var finished = new List<LogLine>();
        await foreach (var chunk in chunks.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            Split(chunk, unfinished[(int)chunk.Stream], finished);
            foreach (var line in finished)
            {
                yield return line;
            }

            finished.Clear();
        }

        foreach (var stream in Enum.GetValues<LogStream>().Where(stream => unfinished[(int)stream].Count > 0))
        {
            yield return Line(stream, unfinished[(int)stream]);
        }
    }

    /// <summary>Terminal control sequences, and control characters other than the tabulator.</summary>
    [GeneratedRegex(@"\x1B\[[0-?]*[ -/]*[@-~]|\x1B\][^\x07\x1B]*(?:\x07|\x1B\\)?|\x1B[ -/]*[0-~]|[\x00-\x08\x0A-\x1F\x7F]")]
    private static partial Regex ControlSequence { get; }

    private static void Split(LogChunk chunk, List<byte> unfinished, List<LogLine> finished)
    {
        var rest = chunk.Bytes.Span;
        while (rest.IndexOf((byte)'\n') is var end and >= 0)
        {
            Keep(unfinished, rest[..end]);
            finished.Add(Line(chunk.Stream, unfinished));
            unfinished.Clear();
            rest = rest[(end + 1)..];
        }

        Keep(unfinished, rest);
    }

    private static void Keep(List<byte> line, ReadOnlySpan<byte> more) =>
        line.AddRange(more[..Math.Min(more.Length, MostBytes - line.Count)]);

    private static LogLine Line(LogStream stream, List<byte> bytes)
    {
        var line = Encoding.UTF8.GetString(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes));
        var space = line.IndexOf(' ');
        var time = space > 0 ? Times.Read(line.AsSpan(0, space)) : Times.Read(line);
        var text = time is null ? line : space > 0 ? line[(space + 1)..] : "";
        return new(time, stream, Cut(ControlSequence.Replace(text, ""), bytes.Count == MostBytes));
    }

    private static string Cut(string text, bool cutAlready)
    {
        if (text.Length <= LogLine.MostCharacters)
        {
            return cutAlready ? text + "…" : text;
        }

        var length = char.IsHighSurrogate(text[LogLine.MostCharacters - 1]) ? LogLine.MostCharacters - 1 : LogLine.MostCharacters;
        return text[..length] + "…";
    }
}
