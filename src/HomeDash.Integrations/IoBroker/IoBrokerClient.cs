using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Serialization.Metadata;
using HomeDash.Procedures;

namespace HomeDash.Integrations.IoBroker;

/// <summary>
/// ioBroker, through its adapter simple-api (2.6 and later). A house has tens of thousands of states: those that are in a room
/// are shown, and those that people make themselves. A value that was set counts once a device has acknowledged it.
/// </summary>
internal sealed class IoBrokerClient(ServiceHttp http, Integration integration, TimeProvider clock) : HubClient(http, integration.Name, clock)
{
    private const string UserData = "0_userdata.0.";
    private static readonly string[] Own = [UserData, "alias.0.", "scene.0."];
    private static readonly TimeSpan ObjectsLast = TimeSpan.FromMinutes(1);
    private const int MostInstances = 40;

    private readonly ConcurrentDictionary<string, bool> confirmed = new();
    private (Objects All, long Until)? objects;

    public override async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken)
    {
        var adapters = await GetAsync("/objects?pattern=system.adapter.simple-api&type=adapter", IoBrokerJson.Default.DictionaryStringIoBrokerObject, cancellationToken).ConfigureAwait(false);
        return adapters.ContainsKey("system.adapter.simple-api") ? new("ioBroker", null) : throw Errors.MakesNoSense("something else");
    }

    public override async Task<HomeState> ReadAsync(CancellationToken cancellationToken)
    {
        var known = await ObjectsAsync(cancellationToken).ConfigureAwait(false);
        var states = await Task.WhenAll(known.Prefixes.Select(prefix => GetAsync($"/states?pattern={Uri.EscapeDataString(prefix)}*", IoBrokerJson.Default.DictionaryStringIoBrokerState, cancellationToken))).ConfigureAwait(false);
        var values = states.SelectMany(some => some).DistinctBy(one => one.Key).ToDictionary(one => one.Key, one => one.Value);
        foreach (var (id, value) in values)
        {
            confirmed[id] = value is null or { Ack: true };
        }

        return new(
            [.. known.States.Select(one => IoBrokerMapping.ToEntity(one.Key, one.Value, values.GetValueOrDefault(one.Key), Name, known.RoomOf(one.Key))).OfType<Entity>()],
            [.. known.Rooms.Select(room => room.Name).Distinct()]);
    }

    public override async Task<IReadOnlyList<HistoryPoint>> HistoryAsync(Entity entity, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var known = await ObjectsAsync(cancellationToken).ConfigureAwait(false);
        var past = await GetAsync(
            $"/query/{Uri.EscapeDataString(entity.Id)}?dateFrom={from.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}&dateTo={to.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}&aggregate=none&count=5000",
            IoBrokerJson.Default.IReadOnlyListIoBrokerPast, cancellationToken).ConfigureAwait(false);
        return [.. past.SelectMany(one => one.Datapoints ?? []).Where(point => point.Count == 2 && point[1].TryGetInt64(out _))
            .Select(point => IoBrokerMapping.PointOf(entity, known.States[entity.Id], point[0], point[1].GetInt64()))
            .Where(point => point.At >= from && point.At <= to).OrderBy(point => point.At)];
    }

    protected override async Task<IReadOnlyDictionary<string, ProcedureError>> SendAsync(EntityOrder order, IReadOnlyList<Entity> entities, CancellationToken cancellationToken)
    {
        var known = await ObjectsAsync(cancellationToken).ConfigureAwait(false);
        return await EachAsync(entities, async entity =>
        {
            var answer = await Http.WriteAsync(
                new(HttpMethod.Get, Signed($"/set/{Uri.EscapeDataString(entity.Id)}?value={Uri.EscapeDataString(IoBrokerMapping.ValueOf(order, known.States[entity.Id]))}")), cancellationToken).ConfigureAwait(false);
            if (answer.Status == HttpStatusCode.InternalServerError)
            {
                throw Errors.NotFound($"state '{entity.Id}' that can be set");
            }

            answer.Succeeded();
        }).ConfigureAwait(false);
    }

    protected override bool IsDone(EntityOrder order, Entity before, Entity after, HomeState home) => order.IsDone(before, after) && IsConfirmed(after);

    protected override string? NoteOn(Entity entity, HomeState home) =>
        IsConfirmed(entity) ? null : "ioBroker has the value, but no device has acknowledged it yet.";

    /// <summary>Behind states that people make themselves there is no device that could acknowledge.</summary>
    private bool IsConfirmed(Entity entity) => entity.Id.StartsWith(UserData, StringComparison.Ordinal) || confirmed.GetValueOrDefault(entity.Id);

    private async Task<Objects> ObjectsAsync(CancellationToken cancellationToken)
    {
        if (objects is { } known && Clock.GetTimestamp() < known.Until)
        {
            return known.All;
        }

        var enums = await GetAsync("/objects?pattern=enum.rooms.*&type=enum", IoBrokerJson.Default.DictionaryStringIoBrokerObject, cancellationToken).ConfigureAwait(false);
        Room[] rooms = [.. enums.Select(room => new Room(IoBrokerMapping.NameOf(room.Value.Common?.Name ?? default) ?? room.Key["enum.rooms.".Length..], room.Value.Common?.Members ?? []))];
        string[] prefixes = [.. rooms.SelectMany(room => room.Members).Select(InstanceOf).Concat(Own).Distinct().Take(MostInstances)];
        var found = await Task.WhenAll(prefixes.Select(prefix => GetAsync($"/objects?pattern={Uri.EscapeDataString(prefix)}*", IoBrokerJson.Default.DictionaryStringIoBrokerObject, cancellationToken))).ConfigureAwait(false);
        var all = new Objects(rooms, prefixes, []);
        foreach (var (id, one) in found.SelectMany(some => some).Where(one => one.Value is { Type: "state", Common: not null }))
        {
            if (Own.Any(own => id.StartsWith(own, StringComparison.Ordinal)) || all.RoomOf(id) is not null)
            {
                all.States[id] = one.Common!;
            }
        }

        objects = (all, Clock.GetTimestamp() + (long)(ObjectsLast.TotalSeconds * Clock.TimestampFrequency));
        return all;
    }

    /// <summary>The adapter's instance that an id belongs to: <c>hue.0.</c></summary>
    private static string InstanceOf(string id) => string.Join('.', id.Split('.').Take(2)) + ".";

    private async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : notnull =>
        (await Http.ReadAsync(Signed(path), cancellationToken).ConfigureAwait(false)).Json(type);

    /// <summary>simple-api takes credentials in the address alone.</summary>
    private string Signed(string path) => integration.Credentials.Username is { } user
        ? $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}user={Uri.EscapeDataString(user)}&pass={Uri.EscapeDataString(integration.Credentials.Password?.Reveal() ?? "")}"
        : path;

    /// <summary>A room, and the ids of what is in it: states, channels or devices.</summary>
    private sealed record Room(string Name, IReadOnlyList<string> Members);

    /// <summary>What is known of the states.</summary>
    private sealed record Objects(IReadOnlyList<Room> Rooms, IReadOnlyList<string> Prefixes, Dictionary<string, IoBrokerCommon> States)
    {
        public string? RoomOf(string id) => Rooms.FirstOrDefault(room => room.Members.Any(member => id == member || id.StartsWith(member + ".", StringComparison.Ordinal)))?.Name;
    }
}
