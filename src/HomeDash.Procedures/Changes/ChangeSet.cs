using System.Buffers;
using System.Text;
using System.Text.Json;

namespace HomeDash.Procedures;

/// <summary>Writes one value as JSON; the generator emits one such method per type.</summary>
public delegate void JsonWrite<in T>(Utf8JsonWriter writer, T value);

/// <summary>
/// What one run has changed of HomeDash's own data. Stores report here as they write; the pipeline shows it for a dry run,
/// and publishes it to the change feed after commit.
/// </summary>
public sealed class ChangeSet
{
    private List<DataChange>? changes;

    /// <summary>The changes in the order in which they were made.</summary>
    public IReadOnlyList<DataChange> Changes => changes ?? [];

    /// <summary>Something was added.</summary>
    public void Created<T>(string topic, string id, T after, JsonWrite<T> write) => Add(new(topic, id, null, Json(after, write)));

    /// <summary>Something was altered.</summary>
    public void Updated<T>(string topic, string id, T before, T after, JsonWrite<T> write) => Add(new(topic, id, Json(before, write), Json(after, write)));

    /// <summary>Something was removed.</summary>
    public void Deleted<T>(string topic, string id, T before, JsonWrite<T> write) => Add(new(topic, id, Json(before, write), null));

    private void Add(DataChange change) => (changes ??= []).Add(change);

    private static string Json<T>(T value, JsonWrite<T> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer, value);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

/// <summary>One change of HomeDash's own data.</summary>
/// <param name="Topic">What kind of thing, for example <c>app</c>.</param>
/// <param name="Id">Which one.</param>
/// <param name="Before">The thing before as JSON; null when it was created.</param>
/// <param name="After">The thing after as JSON; null when it was deleted.</param>
public sealed record DataChange(string Topic, string Id, string? Before, string? After);
