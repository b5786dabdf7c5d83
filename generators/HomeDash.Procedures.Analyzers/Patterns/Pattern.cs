using System.Globalization;

namespace HomeDash.Procedures.Analyzers;

/// <summary>
/// Reads a regular expression in what .NET, Python and ECMAScript (with its <c>u</c> flag, as JSON Schema wants it) read
/// alike. The pattern is known to be one of .NET.
/// </summary>
internal sealed class Pattern
{
    /// <summary>As often counts as without end: what is nested in it takes as long.</summary>
    private const int Often = 10;

    private const string Syntax = "^$\\.*+?()[]{}|/";

    private readonly string text;
    private int at;
    private string? fault;

    private Pattern(string text) => this.text = text;

    private bool AtEnd => at >= text.Length || fault is not null;

    /// <summary>The parts of a pattern, or what in it clients do not have in common.</summary>
    public static (PatternNode? Root, string? Fault) Parse(string text)
    {
        var pattern = new Pattern(text);
        var root = pattern.Either();
        return pattern.fault is null ? (root, null) : (null, pattern.fault);
    }

    private PatternNode Either()
    {
        var parts = new List<PatternNode> { Sequence() };
        while (!AtEnd && text[at] == '|')
        {
            at++;
            parts.Add(Sequence());
        }

        return parts.Count == 1 ? parts[0] : new PatternNode.Either(parts);
    }

    private PatternNode.Sequence Sequence()
    {
        var parts = new List<PatternNode>();
        while (!AtEnd && text[at] is not ('|' or ')'))
        {
            parts.Add(Repeated(Part()));
        }

        return new(parts);
    }

    private PatternNode Part()
    {
        var letter = text[at++];
        switch (letter)
        {
            case '(':
                return Group();
            case '[':
                return new PatternNode.Character(Class());
            case '.':
                return new PatternNode.Character(CharacterSet.Of('\n').Negated());
            case '^' or '$':
                return new PatternNode.Empty();
            case '\\':
                return new PatternNode.Character(CharacterSet.Of(Escaped(inClass: false)));
            case '{' or '}' or ']':
                return Refuse($"has a bare '{letter}', which not every client takes: write '\\{letter}'");
            default:
                return new PatternNode.Character(CharacterSet.Of(letter));
        }
    }

    private PatternNode Repeated(PatternNode part)
    {
        while (!AtEnd && Quantifier() is { } range)
        {
            part = new PatternNode.Repeat(part, range.Fewest == 0, range.Most >= Often);
        }

        return part;
    }

    private (int Fewest, int Most)? Quantifier()
    {
        (int, int)? range = text[at] switch
        {
            '*' => (0, int.MaxValue),
            '+' => (1, int.MaxValue),
            '?' => (0, 1),
            _ => null,
        };
        if (range is not null)
        {
            at++;
        }
        else if (text[at] == '{')
        {
            var end = text.IndexOf('}', at);
            var bounds = end < 0 ? [] : text.Substring(at + 1, end - at - 1).Split(',');
            if (bounds.Length is not (1 or 2) || !Count(bounds[0], out var fewest))
            {
                return null;
            }

            var most = bounds.Length == 1 ? fewest : int.MaxValue;
            if (bounds.Length == 2 && bounds[1].Length > 0 && !Count(bounds[1], out most))
            {
                return null;
            }

            range = (fewest, most);
            at = end + 1;
        }

        // A lazy one takes the same texts.
        if (range is not null && !AtEnd && text[at] == '?')
        {
            at++;
        }

        return range;
    }

    private static bool Count(string digits, out int count) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out count);

    private PatternNode Group()
    {
        var isAhead = false;
        if (Starts("?"))
        {
            if (!Starts("?:") && !Starts("?=") && !Starts("?!"))
            {
                return Refuse(Starts("?<=") || Starts("?<!") ? "looks behind, which not every client can: check that in an IValidatableInput"
                    : Starts("?<") || Starts("?'") ? "names a group, which Python writes in another way: use a plain (…)"
                    : Starts("?>") ? "has an atomic group '(?>', which ECMAScript does not know: use '(?:'"
                    : Starts("?#") ? "has a comment, which ECMAScript does not know: remove it"
                    : Starts("?(") ? "has a condition, which ECMAScript does not know: use '|'"
                    : "sets an option such as '(?i)', which not every client knows: list the letters");
            }

            isAhead = !Starts("?:");
            at += 2;
        }

        var inner = Either();
        at++;
        return isAhead ? new PatternNode.Empty() : inner;
    }

    private CharacterSet Class()
    {
        var isNegated = Starts("^");
        at += isNegated ? 1 : 0;
        var ranges = new List<(char, char)>();
        if (Starts("]"))
        {
            Refuse("has a ']' at the start of a class, which ECMAScript takes for its end: write '\\]'");
        }

        while (!AtEnd && text[at] != ']')
        {
            var from = ClassLetter();
            var to = from;
            if (!AtEnd && text[at] == '-' && at + 1 < text.Length && text[at + 1] != ']')
            {
                at++;
                to = ClassLetter();
            }

            ranges.Add((from, to));
        }

        at++;
        var set = new CharacterSet(ranges);
        return isNegated ? set.Negated() : set;
    }

    private char ClassLetter()
    {
        var letter = text[at++];
        if (letter == '[')
        {
            Refuse("has a '[' within a class, which is a set of its own to some clients: write '\\['");
        }

        return letter == '\\' ? Escaped(inClass: true) : letter;
    }

    private char Escaped(bool inClass)
    {
        var letter = text[at++];
        switch (letter)
        {
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'f':
                return '\f';
            case 'v':
                return '\v';
            case 'x':
                return Code(2);
            case 'u':
                return Code(4);
            case 'd' or 'D':
                return Unknown($"uses \\{letter}, which is more than 0 to 9 in .NET and Python: write [{(letter == 'D' ? "^" : "")}0-9]");
            case 'w' or 'W' or 's' or 'S' or 'b' or 'B':
                return Unknown($"uses \\{letter}, which means other characters to other clients: list the characters, as in [A-Za-z0-9_]");
            case 'p' or 'P':
                return Unknown($"uses \\{letter}{{…}}, which Python does not know: list the characters, as in [A-Za-z]");
            case >= '0' and <= '9' or 'k':
                return Unknown("refers back to a group, which clients do in different ways: check that in an IValidatableInput");
            case 'A' or 'Z' or 'z' or 'G':
                return Unknown($"uses \\{letter}, which ECMAScript does not know: leave it out, the whole text has to match anyway");
            case var sign when Syntax.IndexOf(sign) >= 0 || (inClass && sign == '-'):
                return sign;
            default:
                return Unknown($"escapes '{letter}', which not every client takes: leave the backslash out");
        }
    }

    private char Code(int digits)
    {
        var code = at + digits <= text.Length ? text.Substring(at, digits) : "";
        at += digits;
        return int.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var letter) ? (char)letter : Unknown("has an unfinished escape: give all of its digits");
    }

    private bool Starts(string start) => string.CompareOrdinal(text, at, start, 0, start.Length) == 0;

    private char Unknown(string message)
    {
        Refuse(message);
        return default;
    }

    private PatternNode.Empty Refuse(string message)
    {
        fault ??= message;
        return new();
    }
}
