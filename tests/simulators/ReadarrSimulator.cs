using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Simulators;

/// <summary>Readarr 0.4: books with their authors.</summary>
public sealed class ReadarrSimulator : ArrSimulator
{
    private readonly List<JsonObject> books = [];

    private ReadarrSimulator()
        : base("Readarr", "/api/v1", "0.4.18.2805")
    {
    }

    /// <summary>Starts one.</summary>
    public static async Task<ReadarrSimulator> StartAsync()
    {
        var simulator = new ReadarrSimulator();
        await simulator.StartServerAsync();
        return simulator;
    }

    /// <summary>Adds a book.</summary>
    public ReadarrSimulator With(string author, string title, DateOnly? released, bool hasFile = false, bool monitored = true)
    {
        var id = books.Count + 1;
        books.Add(new()
        {
            ["id"] = id,
            ["title"] = title,
            ["authorTitle"] = $"{author.ToLowerInvariant()} {title}",
            ["titleSlug"] = $"{4000 + id}",
            ["monitored"] = monitored,
            ["releaseDate"] = Written(released),
            ["pageCount"] = 312,
            ["grabbed"] = false,
            ["statistics"] = new JsonObject { ["bookFileCount"] = hasFile ? 1 : 0, ["bookCount"] = 1, ["totalBookCount"] = 1, ["sizeOnDisk"] = 0, ["percentOfBooks"] = hasFile ? 100.0 : 0 },
            ["images"] = Images(),
            ["author"] = new JsonObject { ["id"] = 2, ["authorName"] = author, ["monitored"] = true },
        });
        return this;
    }

    /// <summary>Puts a book into the queue.</summary>
    public ReadarrSimulator Fetching(string author, string title, double size, double left)
    {
        var id = Queue.Count + 1;
        Enqueue(
            new()
            {
                ["author"] = new JsonObject { ["id"] = 2, ["authorName"] = author },
                ["book"] = new JsonObject { ["id"] = id, ["title"] = title, ["titleSlug"] = $"{4000 + id}" },
            },
            id, $"{author} - {title} (EPUB)", size, left);
        return this;
    }

    private protected override void Map(WebApplication app, string api)
    {
        app.MapGet(api + "/calendar", (HttpRequest request) => Json(List(books
            .Where(book => (Flag(request, "unmonitored") || (bool)book["monitored"]!) && IsAsked(request, Released(book))).Select(book => Shown(request, book)))));
        app.MapGet(api + "/wanted/missing", (HttpRequest request) => Page(
            request,
            books.Where(book => (bool)book["monitored"]! && (int)book["statistics"]!["bookFileCount"]! == 0).Select(book => Shown(request, book)),
            ("releaseDate", book => Released(book))));
        app.MapGet(api + "/queue", (HttpRequest request) => QueuePage(request, ("includeAuthor", "author"), ("includeBook", "book")));
    }

    private static JsonObject Shown(HttpRequest request, JsonObject book)
    {
        var shown = (JsonObject)book.DeepClone();
        if (!Flag(request, "includeAuthor"))
        {
            shown.Remove("author");
        }

        return shown;
    }

    private static DateTimeOffset? Released(JsonObject book) => TimeOf(book["releaseDate"]);
}
