using System.Buffers.Text;
using System.Text;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>One page of things that are put in order by a key. A cursor holds the key of the last thing shown, so that what comes and goes elsewhere shifts nothing.</summary>
/// <param name="Items">What is on the page.</param>
/// <param name="Next">The cursor of the next page; null on the last one.</param>
internal sealed record KeyedPage<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Makes pages.</summary>
internal static class KeyedPage
{
    /// <summary>How much of a key a cursor holds: keys that are the same up to there are told apart by nothing anybody sees.</summary>
    private const int LongestKey = 400;

    /// <summary>The page after a cursor.</summary>
    /// <param name="found">All things, in any order.</param>
    /// <param name="key">What puts them in order; no two have the same.</param>
    /// <param name="cursor">Where the page before ended; null for the first one.</param>
    /// <param name="limit">How many things at most.</param>
    /// <param name="procedure">Whose cursors these are.</param>
    /// <param name="goesOn">Whether there are more things than were found.</param>
    /// <exception cref="ProcedureException">The cursor is none.</exception>
    public static KeyedPage<T> Of<T>(IEnumerable<T> found, Func<T, string> key, string? cursor, int limit, string procedure, bool goesOn = false)
    {
        var after = cursor is null ? null : Read(cursor, procedure);
        var rest = found.Select(item => (Item: item, Key: Cut(key(item))))
            .Where(one => after is null || string.CompareOrdinal(one.Key, after) > 0)
            .OrderBy(one => one.Key, StringComparer.Ordinal)
            .ToArray();
        var page = rest[..Math.Min(limit, rest.Length)];
        return new([.. page.Select(one => one.Item)], page.Length > 0 && (goesOn || rest.Length > page.Length) ? Base64Url.EncodeToString(Encoding.UTF8.GetBytes(page[^1].Key)) : null);
    }

    private static string Cut(string key) => key.Length > LongestKey ? key[..LongestKey] : key;

    private static string Read(string cursor, string procedure) => Base64Url.IsValid(cursor)
        ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor))
        : throw ProcedureErrors.InvalidInput("cursor", $"This is no cursor of {procedure}. Give 'next' of the page before, or leave it out to begin.");
}
