using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Simulators;

/// <summary>The interface of Home Assistant (2022.12): 200 with nothing for what does nothing, 401 in plain text, and a WebSocket on which events come before results.</summary>
public sealed class HomeAssistantSimulator : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, SimulatedEntity> entities;
    private readonly List<HomeAssistantSocket> sockets = [];
    private LoopbackServer server = null!;

    private HomeAssistantSimulator() => entities = HomeAssistantHouse.Furnish().ToDictionary(entity => entity.Id);

    /// <summary>Where it is.</summary>
    public Uri Url => server.Url;

    /// <summary>The long-lived access token.</summary>
    public string Token { get; set; } = "secret-long-lived-token";

    /// <summary>Whether the token's user is an administrator: only they may use templates.</summary>
    public bool IsAdministrator { get; set; } = true;

    /// <summary>Whether it is restarting: nobody answers.</summary>
    public bool IsDown { get; set; }

    /// <summary>Whether it keeps a history.</summary>
    public bool HasHistory { get; set; } = true;

    /// <summary>Entities whose services do nothing, and are answered with success.</summary>
    public HashSet<string> Deaf { get; } = [];

    /// <summary>Entities whose devices fail, so that the whole call does.</summary>
    public HashSet<string> Broken { get; } = [];

    /// <summary>How long a device takes to do what it is told.</summary>
    public TimeSpan Lag { get; set; }

    /// <summary>Whether its events are late: none is told any more.</summary>
    public bool IsMute { get; set; }

    /// <summary>Done once while the next answer is under way.</summary>
    public Action? Meanwhile { get; set; }

    /// <summary>What was called, in order: <c>POST /api/services/light/turn_off</c>.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>How many WebSockets are open.</summary>
    public int OpenSockets
    {
        get
        {
            lock (gate)
            {
                return sockets.Count;
            }
        }
    }

    /// <summary>Starts one.</summary>
    public static async Task<HomeAssistantSimulator> StartAsync()
    {
        var simulator = new HomeAssistantSimulator();
        simulator.server = await LoopbackServer.StartAsync(simulator.Map);
        return simulator;
    }

    /// <summary>The state of an entity.</summary>
    public string StateOf(string id)
    {
        lock (gate)
        {
            return entities[id].State;
        }
    }

    /// <summary>Somebody changes an entity at the wall.</summary>
    public void Set(string id, string state, params (string Name, JsonNode? Value)[] attributes)
    {
        string happened;
        lock (gate)
        {
            entities[id].Set(state, attributes);
            happened = Event(id, entities[id].Show());
        }

        Tell(happened);
    }

    /// <summary>Removes an entity.</summary>
    public void Remove(string id)
    {
        lock (gate)
        {
            entities.Remove(id);
        }

        Tell(Event(id, null));
    }

    /// <summary>Goes down: every line breaks, and nobody answers until <see cref="ComeBack"/>.</summary>
    public void GoDown()
    {
        IsDown = true;
        HomeAssistantSocket[] open;
        lock (gate)
        {
            open = [.. sockets];
        }

        foreach (var socket in open)
        {
            socket.Abort();
        }
    }

    /// <summary>Is there again; devices that have not reported yet are unavailable.</summary>
    /// <param name="late">Those devices.</param>
    public void ComeBack(params string[] late)
    {
        foreach (var id in late)
        {
            Set(id, "unavailable", ("restored", true));
        }

        IsDown = false;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private void Map(WebApplication app)
    {
        app.UseWebSockets();
        app.Use((context, next) =>
        {
            lock (gate)
            {
                Calls.Add($"{context.Request.Method} {context.Request.Path}");
            }

            if (IsDown)
            {
                context.Abort();
                return Task.CompletedTask;
            }

            return next(context);
        });
        app.MapGet("/api/", (HttpRequest request) => Answer(request, () => Results.Json(new { message = "API running." })));
        app.MapGet("/api/config", (HttpRequest request) => Answer(request, () => Results.Json(new
        {
            version = "2022.12.8",
            location_name = "Home",
            state = "RUNNING",
            unit_system = new { length = "km", temperature = "°C", mass = "g" },
            components = new[] { "light", "history", "recorder" },
        })));
        app.MapGet("/api/states", (HttpRequest request) => Answer(request, () => Json(All())));
        app.MapGet("/api/states/{id}", (HttpRequest request, string id) => Answer(request, () => entities.TryGetValue(id, out var entity) ? Json(entity.Show()) : Message(404, "Entity not found.")));
        app.MapPost("/api/services/{domain}/{service}", async (HttpRequest request, string domain, string service) =>
        {
            using var reader = new StreamReader(request.Body);
            var body = await reader.ReadToEndAsync();
            return Answer(request, () => Serve(domain, service, body));
        });
        app.MapPost("/api/template", (HttpRequest request) => Answer(request, () => IsAdministrator ? Results.Text(Areas()) : Unauthorized()));
        app.MapGet("/api/history/period/{from}", (HttpRequest request, DateTimeOffset from) => Answer(request, () => History(request, from)));
        app.Map("/api/websocket", async context =>
        {
            var socket = new HomeAssistantSocket(await context.WebSockets.AcceptWebSocketAsync(), () => Token, () =>
            {
                lock (gate)
                {
                    return All();
                }
            }, () =>
            {
                var due = Meanwhile;
                Meanwhile = null;
                due?.Invoke();
            });
            lock (gate)
            {
                sockets.Add(socket);
            }

            try
            {
                await socket.RunAsync();
            }
            catch (Exception exception) when (exception is WebSocketException or IOException or OperationCanceledException)
            {
                // Whoever listened has left.
            }
            finally
            {
                lock (gate)
                {
                    sockets.Remove(socket);
                }
            }
        });
    }

    private IResult Answer(HttpRequest request, Func<IResult> answer)
    {
        lock (gate)
        {
            return request.Headers.Authorization == $"Bearer {Token}" ? answer() : Unauthorized();
        }
    }

    private IResult Serve(string domain, string service, string body)
    {
        JsonObject data;
        try
        {
            data = JsonNode.Parse(body)!.AsObject();
        }
        catch (JsonException)
        {
            return Message(400, "Data should be valid JSON.");
        }

        if (!HomeAssistantHouse.Services.Contains($"{domain}/{service}"))
        {
            return Results.Text("400: Bad Request", statusCode: 400);
        }

        string[] ids = data["entity_id"] is JsonArray several ? [.. several.Select(id => id!.GetValue<string>())] : [data["entity_id"]!.GetValue<string>()];
        var due = ids.Where(id => entities.ContainsKey(id) && !Deaf.Contains(id) && !Broken.Contains(id) && entities[id].State != "unavailable").ToArray();
        var changed = new JsonArray();
        foreach (var id in due)
        {
            if (Lag > TimeSpan.Zero)
            {
                _ = Task.Delay(Lag).ContinueWith(_ => Do(id, service, data), TaskScheduler.Default);
            }
            else if (Do(id, service, data) is { } state)
            {
                changed.Add(state);
            }
        }

        return ids.Any(Broken.Contains) ? Results.Text("500 Internal Server Error\n\nServer got itself in trouble", statusCode: 500) : Json(changed);
    }

    private JsonNode? Do(string id, string service, JsonObject data)
    {
        JsonNode? shown;
        lock (gate)
        {
            if (!entities[id].Serve(service, data))
            {
                return null;
            }

            shown = entities[id].Show();
        }

        Tell(Event(id, shown.DeepClone()));
        return shown;
    }

    private IResult History(HttpRequest request, DateTimeOffset from)
    {
        if (!HasHistory)
        {
            return Results.Text("404: Not Found", statusCode: 404);
        }

        var to = DateTimeOffset.Parse(request.Query["end_time"]!, System.Globalization.CultureInfo.InvariantCulture);
        return entities.TryGetValue(request.Query["filter_entity_id"]!, out var entity)
            ? Json(new JsonArray(new JsonArray([.. entity.Past.Where(past => past.At >= from && past.At <= to).Select(past => new JsonObject { ["state"] = past.State, ["last_changed"] = past.At.ToString("O") })])))
            : Json(new JsonArray());
    }

    private string Areas() => new JsonArray([.. entities.Values.Where(entity => entity.Area is not null).GroupBy(entity => entity.Area)
        .Select(area => new JsonObject { ["name"] = area.Key, ["entities"] = new JsonArray([.. area.Select(entity => (JsonNode)entity.Id)]) })]).ToJsonString();

    private JsonArray All() => [.. entities.Values.Select(entity => entity.Show())];

    private void Tell(string happened)
    {
        if (IsMute)
        {
            return;
        }

        HomeAssistantSocket[] open;
        lock (gate)
        {
            open = [.. sockets];
        }

        foreach (var socket in open)
        {
            socket.Tell(happened);
        }
    }

    private static string Event(string id, JsonNode? state) => new JsonObject
    {
        ["event_type"] = "state_changed",
        ["data"] = new JsonObject { ["entity_id"] = id, ["old_state"] = null, ["new_state"] = state },
        ["origin"] = "LOCAL",
    }.ToJsonString();

    private static IResult Json(JsonNode node) => Results.Text(node.ToJsonString(), "application/json", Encoding.UTF8);

    private static IResult Message(int status, string message) => Results.Json(new { message }, statusCode: status);

    private static IResult Unauthorized() => Results.Text("401: Unauthorized", statusCode: 401);
}
