using System.Buffers;
using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>A call to make next.</summary>
/// <param name="Procedure">The procedure's path, for example <c>docker.logs</c>.</param>
/// <param name="Input">Its input, ready to be sent.</param>
/// <param name="Why">What it does about the problem.</param>
public sealed record NextCall(string Procedure, [property: FreeForm] JsonElement Input, string Why)
{
    /// <summary>A call with one target.</summary>
    /// <param name="procedure">The procedure's path.</param>
    /// <param name="parameter">The parameter that takes the target.</param>
    /// <param name="target">The target.</param>
    /// <param name="why">What it does about the problem.</param>
    internal static NextCall For(string procedure, string parameter, string target, string why) =>
        new(procedure, Written(writer => writer.WriteString(parameter, target)), why);

    /// <summary>A call with a list of targets.</summary>
    /// <inheritdoc cref="For"/>
    internal static NextCall ForEach(string procedure, string parameter, string target, string why) => new(procedure, Written(writer =>
    {
        writer.WriteStartArray(parameter);
        writer.WriteStringValue(target);
        writer.WriteEndArray();
    }), why);

    private static JsonElement Written(Action<Utf8JsonWriter> write)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return JsonElement.Parse(json.WrittenSpan);
    }
}
