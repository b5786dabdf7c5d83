using HomeDash.Integrations.Arr;

namespace HomeDash.Integrations.Readarr;

/// <summary>A book. Its release is a day, written as midnight UTC.</summary>
internal sealed record ReadarrBook(
    int Id, string Title, string? TitleSlug = null, DateTimeOffset? ReleaseDate = null, bool Monitored = false, ReadarrAuthor? Author = null, ReadarrStatistics? Statistics = null);

/// <summary>An author.</summary>
internal sealed record ReadarrAuthor(string AuthorName);

/// <summary>How many files of a book are there; absent before anything was looked for.</summary>
internal sealed record ReadarrStatistics(int BookFileCount = 0);

/// <summary>An entry of the queue.</summary>
internal sealed record ReadarrQueued : ArrQueued
{
    public ReadarrAuthor? Author { get; init; }

    public ReadarrBook? Book { get; init; }
}
