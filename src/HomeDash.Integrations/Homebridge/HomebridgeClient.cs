using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HomeDash.Procedures;

namespace HomeDash.Integrations.Homebridge;

/// <summary>Homebridge, through the REST interface of its web UI. A token lasts eight hours.</summary>
internal sealed class HomebridgeClient : HubClient
{
    private readonly ServiceSession<string> session;

    public HomebridgeClient(ServiceHttp http, Integration integration, TimeProvider clock)
        : base(http, integration.Name, clock) =>
        session = new(http.Errors, token => SignInAsync(integration.Credentials, token));

    public override async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken)
    {
        await AccessoriesAsync(cancellationToken).ConfigureAwait(false);
        return new("Homebridge", (await GetAsync("/api/status/homebridge-version", HomebridgeJson.Default.HomebridgeVersion, cancellationToken).ConfigureAwait(false)).InstalledVersion);
    }

    public override async Task<HomeState> ReadAsync(CancellationToken cancellationToken)
    {
        var accessories = await AccessoriesAsync(cancellationToken).ConfigureAwait(false);
        var rooms = (await GetAsync("/api/accessories/layout", HomebridgeJson.Default.IReadOnlyListHomebridgeRoom, cancellationToken).ConfigureAwait(false)).Where(room => room.Services is { Count: > 0 }).ToArray();
        var places = rooms.SelectMany(room => room.Services!.Select(place => (room.Name, place))).DistinctBy(one => one.place.UniqueId).ToDictionary(one => one.place.UniqueId);
        return new(
            [.. accessories.Select(accessory => HomebridgeMapping.ToEntity(
                accessory, Name, places.GetValueOrDefault(accessory.UniqueId).Name, places.GetValueOrDefault(accessory.UniqueId).place?.CustomName)).OfType<Entity>()],
            [.. rooms.Select(room => room.Name)]);
    }

    public override void Dispose()
    {
        session.Dispose();
        base.Dispose();
    }

    protected override Task<IReadOnlyDictionary<string, ProcedureError>> SendAsync(EntityOrder order, IReadOnlyList<Entity> entities, CancellationToken cancellationToken) =>
        EachAsync(entities, async entity =>
        {
            foreach (var (characteristic, value) in HomebridgeMapping.CharacteristicsOf(order, entity))
            {
                var answer = await SendAsync(
                    token => Http.WriteAsync(
                        Request(HttpMethod.Put, $"/api/accessories/{Uri.EscapeDataString(entity.Id)}", token, JsonContent.Create(new(characteristic, value), HomebridgeJson.Default.HomebridgeOrder)), cancellationToken),
                    cancellationToken).ConfigureAwait(false);
                if (answer.Status == HttpStatusCode.BadRequest && answer.TryJson(HomebridgeJson.Default.HomebridgeProblem) is { Message.ValueKind: JsonValueKind.String } problem)
                {
                    throw Errors.Says(problem.Message.GetString()!);
                }

                answer.Succeeded();
            }
        });

    private Task<IReadOnlyList<HomebridgeAccessory>> AccessoriesAsync(CancellationToken cancellationToken) =>
        GetAsync("/api/accessories", HomebridgeJson.Default.IReadOnlyListHomebridgeAccessory, cancellationToken);

    private async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : notnull =>
        (await SendAsync(token => Http.ReadAsync(() => Request(HttpMethod.Get, path, token), cancellationToken), cancellationToken).ConfigureAwait(false)).Json(type);

    private Task<ServiceResponse> SendAsync(Func<string, Task<ServiceResponse>> send, CancellationToken cancellationToken) =>
        session.SendAsync(send, answer => answer.Status == HttpStatusCode.Unauthorized, cancellationToken);

    private async Task<string> SignInAsync(Credentials credentials, CancellationToken cancellationToken)
    {
        var answer = await Http.WriteAsync(
            new(HttpMethod.Post, "/api/auth/login")
            {
                Content = JsonContent.Create(new(credentials.Username ?? "", credentials.Password?.Reveal() ?? ""), HomebridgeJson.Default.HomebridgeLogin),
            },
            cancellationToken).ConfigureAwait(false);

        // It says 403 to a wrong password.
        return answer.Status == HttpStatusCode.Forbidden ? throw Errors.CredentialsRefused() : answer.Json(HomebridgeJson.Default.HomebridgeToken).AccessToken;
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string token, HttpContent? content = null) =>
        new(method, path) { Content = content, Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
}
