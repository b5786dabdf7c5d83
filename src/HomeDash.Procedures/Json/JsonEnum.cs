using System.Text;
using System.Text.Json;

namespace HomeDash.Procedures;

/// <summary>The wire names of an enum; generated code keeps one per enum.</summary>
/// <param name="names">The wire names.</param>
public sealed class JsonEnum(params string[] names)
{
    private readonly byte[][] encoded = [.. names.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Reads the index of a wire name; -1 with a problem when it is none of them.</summary>
    public int Read(ref Utf8JsonReader reader, ref InputProblems problems)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            JsonInput.Refuse(ref reader, ref problems, $"one of {string.Join(", ", names)}");
            return -1;
        }

        if (!reader.ValueIsEscaped)
        {
            for (var index = 0; index < encoded.Length; index++)
            {
                if (reader.ValueTextEquals(encoded[index]))
                {
                    return index;
                }
            }
        }

        var given = JsonInput.Text(ref reader) ?? "";
        var found = Array.IndexOf(names, given);
        if (found < 0)
        {
            var near = NearestNames.Of(given, names);
            problems.Add("", $"Must be one of {string.Join(", ", names)}, not {JsonInput.Shown(given)}.{(near.Count > 0 ? $" Did you mean '{near[0]}'?" : "")}");
        }

        return found;
    }
}
