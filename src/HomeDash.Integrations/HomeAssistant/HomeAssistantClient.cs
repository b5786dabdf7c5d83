using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using HomeDash.Procedures;

namespace HomeDash.Integrations.HomeAssistant;

/// <summary>
/// Home Assistant: states and services over REST, changes over its WebSocket while somebody watches. It answers 200 to services
/// that do nothing and for entities it does not know, so only states are believed.
/// </summary>
internal sealed class HomeAssistantClient(ServiceHttp http, Integration integration, TimeProvider clock) : HubClient(http, integration.Name, clock), ILiveHome
{
    // Areas are in its WebSocket and in templates alone. The template asks each entity, as lists of areas came to templates late.
    private const string AreasTemplate =
        "{% set found = namespace(areas=[]) %}{% for id in states | map(attribute='entity_id') | map('area_id') | reject('none') | unique %}"
        + "{% set found.areas = found.areas + [{'name': area_name(id), 'entities': area_entities(id) | list}] %}{% endfor %}{{ found.areas | to_json }}";

    /// <summary>Up to so many states are read back one by one.</summary>
    private const int Few = 3;

    private static readonly TimeSpan AreasLast = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RefusalLasts = TimeSpan.FromHours(1);

    private readonly string token = integration.Credentials.ApiKey?.Reveal() ?? "";
    private (IReadOnlyList<HassArea> Areas, long Until)? areas;
    private HassConfig? config;
    private volatile HomeAssistantLine? line;

    public override async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) =>
        new("Home Assistant", (await ConfigAsync(cancellationToken).ConfigureAwait(false)).Version);

    public override async Task<HomeState> ReadAsync(CancellationToken cancellationToken) =>
        await HomeAsync(line?.States ?? await StatesAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    public async IAsyncEnumerable<string> FollowAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var opened = await HomeAssistantLine.OpenAsync(Http, token, cancellationToken).ConfigureAwait(false);
        line = opened;
        try
        {
            await foreach (var id in opened.ChangesAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return id;
            }
        }
        finally
        {
            line = null;
        }
    }

    public override async Task<IReadOnlyList<HistoryPoint>> HistoryAsync(Entity entity, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var answer = await GetAsync(
            $"/api/history/period/{Uri.EscapeDataString(Iso(from))}?filter_entity_id={Uri.EscapeDataString(entity.Id)}&end_time={Uri.EscapeDataString(Iso(to))}&minimal_response&no_attributes&significant_changes_only=0",
            cancellationToken).ConfigureAwait(false);
        if (answer.Status == HttpStatusCode.NotFound)
        {
            throw new ProcedureException(new(ProcedureErrorCode.PreconditionFailed, ErrorReason.NotConfigured, $"{Name} keeps no history: add the integration History (with the recorder) to Home Assistant."));
        }

        var domain = HomeAssistantMapping.DomainOf(entity.Id);
        return [.. answer.Json(HomeAssistantJson.Default.IReadOnlyListIReadOnlyListHassPast).SelectMany(list => list).OrderBy(past => past.LastChanged).Select(past =>
        {
            var (word, value, text) = HomeAssistantMapping.StateOf(domain, entity.DeviceClass, past.State);
            return new HistoryPoint(past.LastChanged.ToUniversalTime(), word, value, text);
        })];
    }

    protected override async Task<IReadOnlyDictionary<string, ProcedureError>> SendAsync(EntityOrder order, IReadOnlyList<Entity> entities, CancellationToken cancellationToken)
    {
        var refusals = new Dictionary<string, ProcedureError>();
        foreach (var batch in entities.GroupBy(entity => HomeAssistantMapping.DomainOf(entity.Id)))
        {
            var (service, data) = HomeAssistantOrders.Of(order, batch.Key);
            data["entity_id"] = new JsonArray([.. batch.Select(entity => (JsonNode)entity.Id)]);
            var answer = await Http.WriteAsync(Authorized(new(HttpMethod.Post, $"/api/services/{service}") { Content = Json(data) }), cancellationToken).ConfigureAwait(false);
            if (answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.InternalServerError)
            {
                // One device that fails makes the call fail: what became of each, the states tell.
                var refusal = ProcedureErrors.ServiceFailed($"{Name} could not do '{service.Replace('/', '.')}' (HTTP {(int)answer.Status}). The log of Home Assistant tells why.").Error;
                foreach (var entity in batch)
                {
                    refusals[entity.Id] = refusal;
                }

                continue;
            }

            answer.Succeeded();
        }

        return refusals;
    }

    protected override async Task<HomeState> ReadAgainAsync(IReadOnlyList<Entity> entities, CancellationToken cancellationToken)
    {
        var read = entities.Count > Few
            ? await StatesAsync(cancellationToken).ConfigureAwait(false)
            : [.. (await Task.WhenAll(entities.Select(entity => StateAsync(entity.Id, cancellationToken))).ConfigureAwait(false)).OfType<HassState>()];

        // Whoever reads next must not see what the line is about to tell.
        line?.Learn(read);
        return await HomeAsync(read, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HomeState> HomeAsync(IReadOnlyCollection<HassState> states, CancellationToken cancellationToken)
    {
        var found = await AreasAsync(cancellationToken).ConfigureAwait(false);
        var unit = (config ??= await ConfigAsync(cancellationToken).ConfigureAwait(false)).UnitSystem.Temperature;
        var areaOf = found.SelectMany(area => area.Entities.Select(id => (id, area.Name))).DistinctBy(one => one.id).ToDictionary(one => one.id, one => one.Name);
        return new(
            [.. states.Select(state => HomeAssistantMapping.ToEntity(state, Name, areaOf.GetValueOrDefault(state.EntityId), unit)).OfType<Entity>()],
            [.. found.Select(area => area.Name)]);
    }

    private async Task<IReadOnlyList<HassState>> StatesAsync(CancellationToken cancellationToken) =>
        (await GetAsync("/api/states", cancellationToken).ConfigureAwait(false)).Json(HomeAssistantJson.Default.IReadOnlyListHassState);

    private async Task<HassState?> StateAsync(string id, CancellationToken cancellationToken)
    {
        var answer = await GetAsync($"/api/states/{Uri.EscapeDataString(id)}", cancellationToken).ConfigureAwait(false);
        return answer.Status == HttpStatusCode.NotFound ? null : answer.Json(HomeAssistantJson.Default.HassState);
    }

    private async Task<HassConfig> ConfigAsync(CancellationToken cancellationToken) =>
        (await GetAsync("/api/config", cancellationToken).ConfigureAwait(false)).Json(HomeAssistantJson.Default.HassConfig);

    private async Task<IReadOnlyList<HassArea>> AreasAsync(CancellationToken cancellationToken)
    {
        if (areas is { } known && Clock.GetTimestamp() < known.Until)
        {
            return known.Areas;
        }

        var answer = await Http.ReadAsync(
            () => Authorized(new(HttpMethod.Post, "/api/template") { Content = Json(new() { ["template"] = AreasTemplate }) }), cancellationToken).ConfigureAwait(false);

        // Whoever is no administrator gets 401 here, which is not about the token, and may count as a wrong login.
        var refused = answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
        var found = refused ? [] : answer.Json(HomeAssistantJson.Default.IReadOnlyListHassArea);
        areas = (found, Clock.GetTimestamp() + (long)((refused ? RefusalLasts : AreasLast).TotalSeconds * Clock.TimestampFrequency));
        return found;
    }

    private Task<ServiceResponse> GetAsync(string path, CancellationToken cancellationToken) =>
        Http.ReadAsync(() => Authorized(new(HttpMethod.Get, path)), cancellationToken);

    private HttpRequestMessage Authorized(HttpRequestMessage request)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    private static StringContent Json(JsonObject body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");

    private static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
