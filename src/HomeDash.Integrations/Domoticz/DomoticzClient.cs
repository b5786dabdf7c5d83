using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using HomeDash.Procedures;

namespace HomeDash.Integrations.Domoticz;

/// <summary>Domoticz (2023.2 and later), through json.htm. Failures come with HTTP 200; a session lasts ten minutes.</summary>
internal sealed class DomoticzClient : HubClient
{
    private const string Cookie = "DMZSID";

    private readonly ServiceSession<string> session;
    private readonly Credentials credentials;

    public DomoticzClient(ServiceHttp http, Integration integration, TimeProvider clock)
        : base(http, integration.Name, clock)
    {
        credentials = integration.Credentials;
        session = new(http.Errors, SignInAsync);
    }

    public override async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken)
    {
        // Who is not signed in gets an answer without a version, and no devices.
        await GetAsync("getdevices&filter=light&used=true", DomoticzJson.Default.DomoticzAnswerDomoticzDevice, cancellationToken).ConfigureAwait(false);
        return new("Domoticz", (await GetAsync("getversion", DomoticzJson.Default.DomoticzAnswerDomoticzNothing, cancellationToken).ConfigureAwait(false)).Version);
    }

    public override async Task<HomeState> ReadAsync(CancellationToken cancellationToken)
    {
        var devices = await GetAsync("getdevices&filter=all&used=true&order=Name", DomoticzJson.Default.DomoticzAnswerDomoticzDevice, cancellationToken).ConfigureAwait(false);
        var scenes = await GetAsync("getscenes", DomoticzJson.Default.DomoticzAnswerDomoticzScene, cancellationToken).ConfigureAwait(false);
        var plans = (await GetAsync("getplans&order=name&used=true", DomoticzJson.Default.DomoticzAnswerDomoticzPlan, cancellationToken).ConfigureAwait(false)).Result ?? [];
        var names = plans.DistinctBy(plan => plan.Idx).ToDictionary(plan => plan.Idx, plan => plan.Name);
        return new(
            [
                .. (devices.Result ?? []).Where(device => device.Type is not ("Scene" or "Group")).Select(device => DomoticzMapping.ToEntity(device, Name, AreaOf(device), Clock.LocalTimeZone)),
                .. (scenes.Result ?? []).Select(scene => DomoticzMapping.ToEntity(scene, Name, Clock.LocalTimeZone)),
            ],
            [.. plans.Select(plan => plan.Name)]);

        string? AreaOf(DomoticzDevice device) => (device.PlanIds ?? []).Select(id => names.GetValueOrDefault(id.ToString(CultureInfo.InvariantCulture))).FirstOrDefault(name => name is not null);
    }

    public override async Task<IReadOnlyList<HistoryPoint>> HistoryAsync(Entity entity, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        if (entity.Id.StartsWith(DomoticzMapping.ScenePrefix, StringComparison.Ordinal))
        {
            throw new ProcedureException(new(ProcedureErrorCode.PreconditionFailed, ErrorReason.NotConfigured, $"{Name} keeps no history of scenes."));
        }

        var points = entity.Kind is EntityKind.Sensor or EntityKind.Climate
            ? await MeasuredAsync(entity, to - from > TimeSpan.FromDays(1) ? "month" : "day", cancellationToken).ConfigureAwait(false)
            : await SwitchedAsync(entity, cancellationToken).ConfigureAwait(false);
        return [.. points.Where(point => point.At >= from && point.At <= to).OrderBy(point => point.At)];
    }

    public override void Dispose()
    {
        session.Dispose();
        base.Dispose();
    }

    protected override Task<IReadOnlyDictionary<string, ProcedureError>> SendAsync(EntityOrder order, IReadOnlyList<Entity> entities, CancellationToken cancellationToken) =>
        EachAsync(entities, async entity =>
        {
            var answer = await CallAsync(CommandOf(order, entity), DomoticzJson.Default.DomoticzAnswerDomoticzNothing, writes: true, cancellationToken).ConfigureAwait(false);
            if (answer.Status != "OK")
            {
                throw answer.Message is { Length: > 0 } message ? Errors.Says(message) : ProcedureErrors.ServiceFailed($"{Name} refused the order to {entity.Name}. Its log may tell why.");
            }
        });

    private static string CommandOf(EntityOrder order, Entity entity)
    {
        if (entity.Id.StartsWith(DomoticzMapping.ScenePrefix, StringComparison.Ordinal))
        {
            return $"switchscene&idx={entity.Id[DomoticzMapping.ScenePrefix.Length..]}&switchcmd={(order.Action == EntityAction.TurnOff ? "Off" : "On")}";
        }

        var idx = Uri.EscapeDataString(entity.Id);
        return order.Action switch
        {
            EntityAction.SetLevel => $"switchlight&idx={idx}&switchcmd=Set%20Level&level={order.LevelPercent}",
            EntityAction.SetColor => $"setcolbrightnessvalue&idx={idx}&hex={order.Color![1..]}&brightness={entity.LevelPercent ?? 100}&iswhite=false",
            EntityAction.SetTemperature => string.Create(CultureInfo.InvariantCulture, $"setsetpoint&idx={idx}&setpoint={order.Temperature:0.##}"),
            EntityAction.Lock or EntityAction.Unlock => $"switchlight&idx={idx}&switchcmd={(order.Action == EntityAction.Lock == (entity.DeviceClass != "Door Lock Inverted") ? "On" : "Off")}",
            EntityAction.TurnOff => $"switchlight&idx={idx}&switchcmd=Off",
            EntityAction.Open or EntityAction.Close or EntityAction.Stop => $"switchlight&idx={idx}&switchcmd={order.Action}",
            _ => $"switchlight&idx={idx}&switchcmd=On",
        };
    }

    private async Task<IReadOnlyList<HistoryPoint>> SwitchedAsync(Entity entity, CancellationToken cancellationToken) =>
        [.. ((await GetAsync($"getlightlog&idx={Uri.EscapeDataString(entity.Id)}", DomoticzJson.Default.DomoticzAnswerDomoticzLogEntry, cancellationToken).ConfigureAwait(false)).Result ?? [])
            .Select(entry => (At: DomoticzMapping.TimeOf(entry.Date, Clock.LocalTimeZone), Word: entry.Status ?? entry.Data))
            .Where(entry => entry.At is not null)
            .Select(entry => new HistoryPoint(entry.At!.Value, DomoticzMapping.WordOf(entry.Word, entity.Kind), Text: entry.Word is "On" or "Off" ? null : entry.Word))];

    private async Task<IReadOnlyList<HistoryPoint>> MeasuredAsync(Entity entity, string range, CancellationToken cancellationToken) =>
        [.. ((await GetAsync(
                $"graph&sensor={(entity.Unit == "°C" ? "temp" : "Percentage")}&idx={Uri.EscapeDataString(entity.Id)}&range={range}", DomoticzJson.Default.DomoticzAnswerDomoticzPoint, cancellationToken).ConfigureAwait(false)).Result ?? [])
            .Select(point => (At: DomoticzMapping.TimeOf(point.Date, Clock.LocalTimeZone), Value: DomoticzMapping.NumberOf(point.Temperature) ?? DomoticzMapping.NumberOf(point.Value)))
            .Where(point => point is { At: not null, Value: not null })
            .Select(point => new HistoryPoint(point.At!.Value, EntityState.Measured, point.Value))];

    private async Task<DomoticzAnswer<T>> GetAsync<T>(string command, JsonTypeInfo<DomoticzAnswer<T>> type, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(command, type, writes: false, cancellationToken).ConfigureAwait(false);
        return answer.Status == "OK" ? answer : throw (answer.Message is { Length: > 0 } message ? Errors.Says(message) : ProcedureErrors.ServiceFailed($"{Name} does not know '{command.Split('&')[0]}'. HomeDash needs Domoticz 2023.2 or newer."));
    }

    private async Task<DomoticzAnswer<T>> CallAsync<T>(string command, JsonTypeInfo<DomoticzAnswer<T>> type, bool writes, CancellationToken cancellationToken)
    {
        var response = await session.SendAsync(
            cookie => writes ? Http.WriteAsync(Request(command, cookie), cancellationToken) : Http.ReadAsync(() => Request(command, cookie), cancellationToken),
            answer => answer.Status == HttpStatusCode.Unauthorized, cancellationToken).ConfigureAwait(false);
        return response.Json(type);
    }

    /// <summary>Leaves the session's cookie; nothing where nobody has to sign in.</summary>
    private async Task<string> SignInAsync(CancellationToken cancellationToken)
    {
        if (credentials.Username is null)
        {
            return "";
        }

        // Its own page does so too: the name in Base64, the password as MD5.
        var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["username"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials.Username)),
            ["password"] = Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(credentials.Password?.Reveal() ?? ""))),
        });
        var response = await Http.WriteAsync(new(HttpMethod.Post, "/json.htm?type=command&param=logincheck") { Content = form }, cancellationToken).ConfigureAwait(false);
        if (response.Json(DomoticzJson.Default.DomoticzAnswerDomoticzNothing).Status != "OK")
        {
            throw Errors.CredentialsRefused();
        }

        return response.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.FirstOrDefault(one => one.StartsWith(Cookie + "=", StringComparison.Ordinal)) is { } cookie
            ? cookie.Split(';')[0]
            : throw Errors.MakesNoSense("a sign-in without a session");
    }

    private static HttpRequestMessage Request(string command, string cookie)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/json.htm?type=command&param={command}");
        if (cookie.Length > 0)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return request;
    }
}
