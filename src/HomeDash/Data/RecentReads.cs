using System.Collections.Concurrent;
using HomeDash.Storage;

namespace HomeDash;

/// <summary>
/// Keeps for a moment what every call has to read: whose key it is, and what its user may. A commit of this process makes it
/// forget at once; what another process commits, such as the command line, is seen within <see cref="Longest"/>.
/// </summary>
internal sealed class RecentReads(Database database, TimeProvider clock)
{
    /// <summary>How long something may be kept.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>More than so many different callers within a moment are read anew.</summary>
    private const int Most = 1000;

    private readonly ConcurrentDictionary<(Type Kind, string Id), Kept> kept = [];

    /// <summary>What is kept, or what is read now. Nothing is kept of what is not there.</summary>
    public async ValueTask<T?> GetAsync<T>(string id, Func<Task<T?>> read)
        where T : class
    {
        var commits = database.Commits;
        if (kept.TryGetValue((typeof(T), id), out var found) && found.Commits == commits && clock.GetElapsedTime(found.ReadAt) < Longest)
        {
            return (T)found.Value;
        }

        var readAt = clock.GetTimestamp();
        var value = await read().ConfigureAwait(false);
        if (value is null)
        {
            kept.TryRemove((typeof(T), id), out _);
            return null;
        }

        if (kept.Count >= Most)
        {
            kept.Clear();
        }

        kept[(typeof(T), id)] = new(value, commits, readAt);
        return value;
    }

    private readonly record struct Kept(object Value, long Commits, long ReadAt);
}
