using System.Text;
using System.Text.Json;

namespace HomeDash.Procedures;

/// <summary>The names that an input object may have; at most 64. Generated code keeps one per object and walks it with <see cref="Next"/>.</summary>
/// <param name="names">The JSON names.</param>
public sealed class JsonProperties(params string[] names)
{
    private readonly byte[][] encoded = [.. names.Select(Encoding.UTF8.GetBytes)];

    /// <summary>The name at an index.</summary>
    public string this[int index] => names[index];

    /// <summary>
    /// Goes to the value of the next property that has one: null counts as left out, an unknown name and one that is
    /// given twice are problems.
    /// </summary>
    /// <param name="reader">In the object, before a property name or its end.</param>
    /// <param name="given">A bit for each name that was given; starts at zero.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>The index of its name; -1 at the end of the object.</returns>
    public int Next(ref Utf8JsonReader reader, ref ulong given, ref InputProblems problems)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var index = IndexOf(ref reader);
            var unknown = index < 0 ? JsonInput.Text(ref reader) ?? "" : null;
            reader.Read();
            if (unknown is not null)
            {
                problems.Add(Short(unknown), Unknown(unknown));
            }
            else if (reader.TokenType == JsonTokenType.Null)
            {
                continue;
            }
            else if ((given & (1UL << index)) != 0)
            {
                problems.Add(names[index], "Is given twice.");
            }
            else
            {
                given |= 1UL << index;
                return index;
            }

            reader.Skip();
        }

        return -1;
    }

    /// <summary>Adds a problem for each name that must be given and was not.</summary>
    /// <param name="given">The bits of the names that were given.</param>
    /// <param name="required">The bits of the names that must be.</param>
    /// <param name="problems">Receives what is missing.</param>
    public void Require(ulong given, ulong required, ref InputProblems problems)
    {
        for (var missing = required & ~given; missing != 0; missing &= missing - 1)
        {
            problems.Add(names[System.Numerics.BitOperations.TrailingZeroCount(missing)], "Is required.");
        }
    }

    private int IndexOf(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            for (var index = 0; index < encoded.Length; index++)
            {
                if (reader.ValueTextEquals(encoded[index]))
                {
                    return index;
                }
            }

            return -1;
        }

        // Comparing an escaped name throws when it holds half a surrogate pair.
        return JsonInput.Text(ref reader) is { } name ? Array.IndexOf(names, name) : -1;
    }

    private string Unknown(string given)
    {
        if (names.Length == 0)
        {
            return "Is unknown; nothing can be given here.";
        }

        var near = NearestNames.Of(given, names);
        return near.Count > 0
            ? $"Is unknown. Did you mean '{near[0]}'?"
            : $"Is unknown. There is {string.Join(", ", names)}.";
    }

    private static string Short(string name) => name.Length > 64 ? name[..64] + "…" : name;
}
