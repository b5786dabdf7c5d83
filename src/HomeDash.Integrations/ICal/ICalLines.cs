using System.Text;
using System.Xml;

namespace HomeDash.Integrations.ICal;

/// <summary>A property: <c>DTSTART;TZID=Europe/Berlin:20261120T203000</c>.</summary>
/// <param name="Name">Its name, in capitals.</param>
/// <param name="Parameters">Its parameters, by names in capitals.</param>
/// <param name="Value">Its value as it is written.</param>
internal sealed record ICalLine(string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
{
    /// <summary>The value as text, where <c>\n</c>, <c>\,</c>, <c>\;</c> and <c>\\</c> stand for what cannot be written (RFC 5545, 3.3.11).</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder(Value.Length);
            for (var at = 0; at < Value.Length; at++)
            {
                text.Append(Value[at] == '\\' && at + 1 < Value.Length ? Value[++at] is 'n' or 'N' ? '\n' : Value[at] : Value[at]);
            }

            return text.ToString();
        }
    }

    /// <summary>Whether a component of this name begins.</summary>
    public bool Begins(string component) => Name == "BEGIN" && Value.Equals(component, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a component of this name ends.</summary>
    public bool Ends(string component) => Name == "END" && Value.Equals(component, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Takes a calendar apart.</summary>
internal static class ICalLines
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>Its properties. Long lines are folded between bytes, in the middle of a letter if need be (RFC 5545, 3.1).</summary>
    public static IReadOnlyList<ICalLine> Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }

        var unfolded = new byte[bytes.Length];
        var length = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            var end = bytes[at] == '\r' && at + 1 < bytes.Length && bytes[at + 1] == '\n' ? at + 1 : at;
            if (bytes[end] == '\n' && end + 1 < bytes.Length && bytes[end + 1] is (byte)' ' or (byte)'\t')
            {
                at = end + 1;
                continue;
            }

            unfolded[length++] = bytes[at];
        }

        return [.. Encoding.UTF8.GetString(unfolded, 0, length).Split('\n').Select(line => Read(line.TrimEnd('\r'))).OfType<ICalLine>()];
    }

    /// <summary>What is in a component, without the components in it.</summary>
    /// <param name="lines">The calendar.</param>
    /// <param name="at">Where the component begins.</param>
    public static IReadOnlyList<ICalLine> Component(IReadOnlyList<ICalLine> lines, int at)
    {
        var (body, depth) = (new List<ICalLine>(), 0);
        for (var next = at + 1; next < lines.Count; next++)
        {
            depth += lines[next].Name switch { "BEGIN" => 1, "END" => -1, _ => 0 };
            if (depth < 0)
            {
                break;
            }

            // An alarm has a description and a duration of its own. Its place is kept, so that whoever reads on knows where.
            body.Add(depth == 0 && lines[next].Name != "END" ? lines[next] : new("", None, ""));
        }

        return body;
    }

    /// <summary>A length of time: <c>P1D</c>, <c>PT1H30M</c>, <c>-P2W</c>; null when it is none.</summary>
    public static TimeSpan? Duration(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            return text.EndsWith('W') && int.TryParse(text.AsSpan(text.IndexOf('P', StringComparison.Ordinal) + 1).TrimEnd('W'), out var weeks)
                ? TimeSpan.FromDays((text[0] == '-' ? -7 : 7) * weeks)
                : XmlConvert.ToTimeSpan(text.TrimStart('+'));
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static ICalLine? Read(string line)
    {
        var quoted = false;
        var (colon, cuts) = (-1, new List<int>());
        for (var at = 0; at < line.Length && colon < 0; at++)
        {
            switch (line[at])
            {
                case '"':
                    quoted = !quoted;
                    break;
                case ';' when !quoted:
                    cuts.Add(at);
                    break;
                case ':' when !quoted:
                    colon = at;
                    break;
            }
        }

        if (colon <= 0)
        {
            return null;
        }

        if (cuts.Count == 0)
        {
            return new(line[..colon].ToUpperInvariant(), None, line[(colon + 1)..]);
        }

        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < cuts.Count; index++)
        {
            var pair = line[(cuts[index] + 1)..(index + 1 < cuts.Count ? cuts[index + 1] : colon)].Split('=', 2);
            if (pair.Length == 2)
            {
                parameters[pair[0].ToUpperInvariant()] = pair[1].Trim('"');
            }
        }

        return new(line[..cuts[0]].ToUpperInvariant(), parameters, line[(colon + 1)..]);
    }
}
