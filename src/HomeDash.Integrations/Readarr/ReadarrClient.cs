using System.Globalization;
using HomeDash.Integrations.Arr;

namespace HomeDash.Integrations.Readarr;

/// <summary>Readarr 0.x, and what goes on from it.</summary>
internal sealed class ReadarrClient(ArrApi api) : ArrCollector<ReadarrBook, ReadarrQueued>(api, Lists)
{
    private static readonly ArrLists<ReadarrBook, ReadarrQueued> Lists = new(
        "&includeAuthor=true", "&includeAuthor=true&includeBook=true", "releaseDate",
        ReadarrJson.Default.ReadarrBookArray, ReadarrJson.Default.ArrPageReadarrBook, ReadarrJson.Default.ArrPageReadarrQueued);

    protected override IEnumerable<CalendarEntry> Entries(ReadarrBook book)
    {
        if (DayOf(book.ReleaseDate) is { } day)
        {
            yield return new($"{book.Id}.book", CalendarKind.Book, TitleOf(book.Author))
            {
                Detail = book.Title,
                Day = day,
                HasFile = book.Statistics is { BookFileCount: > 0 },
                Monitored = book.Monitored,
                Link = Api.LinkTo("book", book.TitleSlug),
            };
        }
    }

    protected override MissingMedia? Missing(ReadarrBook book) => new()
    {
        Id = book.Id.ToString(CultureInfo.InvariantCulture),
        Kind = CollectedKind.Book,
        Title = TitleOf(book.Author),
        Detail = book.Title,
        Day = DayOf(book.ReleaseDate),
        Link = Api.LinkTo("book", book.TitleSlug),
        Integration = Api.Name,
    };

    protected override ArrSubject Subject(IReadOnlyList<ReadarrQueued> parts) =>
        new(CollectedKind.Book, parts[0].Author?.AuthorName, parts[0].Book?.Title, Api.LinkTo("book", parts[0].Book?.TitleSlug));

    private static string TitleOf(ReadarrAuthor? author) => author?.AuthorName ?? "Unknown author";
}
