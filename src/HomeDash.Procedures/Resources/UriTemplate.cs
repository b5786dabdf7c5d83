using System.Collections.Frozen;

namespace HomeDash.Procedures;

/// <summary>
/// An address with variables, by the first level of RFC 6570: a variable in braces is one whole part between slashes, and its
/// value is percent-encoded in the address.
/// </summary>
public sealed class UriTemplate
{
    private readonly string[] parts;

    private UriTemplate(string[] parts)
    {
        this.parts = parts;
        Variables = [.. parts.Where(IsVariable).Select(Name)];
    }

    /// <summary>The names of the variables, in the order of the address.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>What two templates have in common that fit the same addresses.</summary>
    public string Shape => string.Join('/', parts.Select(part => IsVariable(part) ? "{}" : part));

    /// <summary>Takes a template apart.</summary>
    public static UriTemplate Parse(string template) => new(template.Split('/'));

    /// <summary>The values of the variables in an address; null when it does not fit, or when a value would be empty.</summary>
    public IReadOnlyDictionary<string, string>? Match(string uri)
    {
        var given = uri.Split('/');
        if (given.Length != parts.Length)
        {
            return null;
        }

        Dictionary<string, string>? values = null;
        foreach (var (part, text) in parts.Zip(given))
        {
            if (IsVariable(part) && text.Length > 0)
            {
                (values ??= [])[Name(part)] = Uri.UnescapeDataString(text);
            }
            else if (part != text)
            {
                return null;
            }
        }

        return values ?? (IReadOnlyDictionary<string, string>)FrozenDictionary<string, string>.Empty;
    }

    /// <summary>The address with these values.</summary>
    public string Expand(IReadOnlyDictionary<string, string> values) =>
        string.Join('/', parts.Select(part => IsVariable(part) ? Uri.EscapeDataString(values[Name(part)]) : part));

    private static bool IsVariable(string part) => part.Length > 2 && part[0] == '{' && part[^1] == '}';

    private static string Name(string part) => part[1..^1];
}
