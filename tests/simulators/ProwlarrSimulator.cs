using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Simulators;

/// <summary>Prowlarr 1: a test of all indexers answers 400 when one does not work, and decides which are left alone.</summary>
public sealed class ProwlarrSimulator : ArrSimulator
{
    private readonly List<JsonObject> indexers = [];
    private readonly Dictionary<int, JsonObject> failed = [];

    private ProwlarrSimulator()
        : base("Prowlarr", "/api/v1", "1.37.0.5076")
    {
    }

    /// <summary>The errors of indexers that do not work, by name.</summary>
    public Dictionary<string, string> Broken { get; } = [];

    /// <summary>How long a test takes.</summary>
    public TimeSpan TestTime { get; set; }

    /// <summary>Starts one.</summary>
    public static async Task<ProwlarrSimulator> StartAsync()
    {
        var simulator = new ProwlarrSimulator();
        await simulator.StartServerAsync();
        return simulator;
    }

    /// <summary>Adds an indexer.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="protocol">Its protocol.</param>
    /// <param name="privacy">Who may use it.</param>
    /// <param name="enabled">Whether it is switched on.</param>
    /// <param name="failedFor">For how long it will be left alone because it failed.</param>
    public ProwlarrSimulator With(string name, string protocol = "torrent", string privacy = "public", bool enabled = true, TimeSpan? failedFor = null)
    {
        var id = indexers.Count + 1;
        indexers.Add(new()
        {
            ["id"] = id,
            ["name"] = name,
            ["sortName"] = name.ToLowerInvariant(),
            ["enable"] = enabled,
            ["redirect"] = false,
            ["supportsRss"] = true,
            ["supportsSearch"] = true,
            ["indexerUrls"] = new JsonArray("https://indexer.example/"),
            ["protocol"] = protocol,
            ["privacy"] = privacy,
            ["priority"] = 25,
            ["fields"] = new JsonArray(new JsonObject { ["name"] = "apiKey", ["value"] = "********" }),
            ["capabilities"] = new JsonObject { ["categories"] = new JsonArray() },
        });
        if (failedFor is { } span)
        {
            Fail(id, DateTimeOffset.UtcNow + span);
        }

        return this;
    }

    private protected override void Map(WebApplication app, string api)
    {
        app.MapGet(api + "/indexer", () => Json(List(indexers)));
        app.MapGet(api + "/indexerstatus", () => Json(List(failed.Values)));
        app.MapGet(api + "/indexer/testall", () => Results.Json(new { message = "Method Not Allowed" }, statusCode: 405));
        app.MapPost(api + "/indexer/testall", async (CancellationToken cancellationToken) =>
        {
            await Task.Delay(TestTime, cancellationToken);
            var results = indexers.Where(indexer => (bool)indexer["enable"]!).Select(Test).ToArray();
            return Json(List(results), results.All(result => (bool)result["isValid"]!) ? 200 : 400);
        });
    }

    private JsonObject Test(JsonObject indexer)
    {
        var (id, name) = ((int)indexer["id"]!, (string)indexer["name"]!);
        var error = Broken.GetValueOrDefault(name);
        if (error is null)
        {
            failed.Remove(id);
        }
        else
        {
            Fail(id, DateTimeOffset.UtcNow.AddMinutes(5));
        }

        return new()
        {
            ["id"] = id,
            ["isValid"] = error is null,
            ["validationFailures"] = error is null
                ? new JsonArray(new JsonObject { ["propertyName"] = "", ["errorMessage"] = "Be kind to it", ["severity"] = "warning", ["isWarning"] = true })
                : new JsonArray(new JsonObject { ["propertyName"] = "", ["errorMessage"] = error, ["severity"] = "error", ["isWarning"] = false }),
        };
    }

    private void Fail(int id, DateTimeOffset until) => failed[id] = new()
    {
        ["indexerId"] = id,
        ["disabledTill"] = Written(until),
        ["mostRecentFailure"] = Written(DateTimeOffset.UtcNow),
        ["initialFailure"] = Written(DateTimeOffset.UtcNow.AddHours(-2)),
    };
}
